"""The return of a backup (khôi phục): everything is checked before anything of the installation is touched."""

import hashlib
import json
import os
import secrets
import shutil
import tarfile
from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, replace
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, cast

from django.conf import settings
from django.db import connection
from nacl.public import PrivateKey

from vidan.foundation.vault.keyfile import put_keys, read_keys, write_mark
from vidan.foundation.vault.recovery import NotOpened, OpenedReader
from vidan.site.keeping.backup import ABOUT, DATABASE, FILES, FORMAT, KEYS, MANIFEST, PUBLIC, quiet, stored_files
from vidan.site.keeping.database import is_empty, put_back, unknown_migrations

UNDER_WAY = "restore.unfinished"
"""Lies in the installation's folder while a restore is putting things in place; what was cut off there is not run."""

Tell = Callable[[int], None]


class NotRestored(RuntimeError):
    """Nothing was changed; the message says why."""


@dataclass(frozen=True)
class Contents:
    """What a checked backup holds."""

    about: dict[str, object]
    parts: int
    size: int


def check_backup(place: Path, private: PrivateKey, *, tell: Tell = quiet) -> Contents:
    """Open every part of a backup and compare it with its digest, writing nothing; raises NotOpened."""
    return _walk(place, private, None, tell)


def restore(place: Path, private: PrivateKey, *, over: bool = False, tell: Tell = quiet) -> Contents:
    """Set the installation up from a backup; raises NotOpened or NotRestored, and then nothing of it was changed.

    Everything is opened into a folder beside and compared with its digests; only then it takes the place of what is there.
    """
    home: Path = settings.VAR_FOLDER
    unfinished = home / UNDER_WAY
    if not over and not unfinished.exists() and not (is_empty() and not list(stored_files())):
        raise NotRestored(
            "this installation is not empty; with --replace the backup takes the place of all that is in it"
        )
    beside = home / f"restore.{secrets.token_hex(4)}.part"
    beside.mkdir(parents=True, mode=0o700)
    try:
        contents = _walk(place, private, beside, tell)
        _fits(contents.about)
        unfinished.touch(mode=0o600)
        _take_keys(beside)
        _take_files(beside)
        _take_recovery_key(private)
        put_back(beside / DATABASE)
        unfinished.unlink()
    finally:
        shutil.rmtree(beside, ignore_errors=True)
    return contents


def _fits(about: dict[str, object]) -> None:
    if about.get("engine") != connection.vendor:
        raise NotRestored(f"the backup is of {about.get('engine')}, this installation stands on {connection.vendor}")
    migrations = about.get("migrations")
    if about.get("format") != FORMAT or not isinstance(migrations, list) or unknown_migrations(migrations):
        raise NotRestored("the backup was made by a newer version of Vì Dân; install that one first")


def _walk(place: Path, private: PrivateKey, into: Path | None, tell: Tell) -> Contents:
    digests: dict[str, str] = {}
    kept: dict[str, bytes] = {}
    with place.open("rb") as file:
        reader = OpenedReader(file, private)
        try:
            with tarfile.open(fileobj=cast("BinaryIO", reader), mode="r|", bufsize=1024 * 1024) as tar:
                while (part := tar.next()) is not None:
                    tar.members.clear()  # type: ignore[attr-defined] # else it remembers every file it has passed
                    source = tar.extractfile(part)
                    if source is None or not _is_ours(part.name):
                        raise NotOpened("it holds something that is no part of a backup")
                    if part.name in (ABOUT, MANIFEST):
                        kept[part.name] = source.read()
                        digests[part.name] = hashlib.sha256(kept[part.name]).hexdigest()
                    else:
                        digests[part.name] = _take(
                            source, into / part.name if into else None, lambda: tell(reader.size)
                        )
        except tarfile.TarError as broken:
            raise NotOpened("it is cut off or altered") from broken
        reader.read()  # to its very end, where the last frame says that it is the last
    about, manifest = json.loads(kept.get(ABOUT, b"{}")), json.loads(kept.get(MANIFEST, b"{}"))
    digests.pop(MANIFEST, None)
    if not {ABOUT, DATABASE, KEYS} <= digests.keys() or digests != manifest:
        raise NotOpened("its parts do not fit its list of digests")
    return Contents(about, len(digests), reader.size)


def _take(source: IO[bytes], target: Path | None, tell: Callable[[], None]) -> str:
    """Read a part, into a file if one is given, and return its digest."""
    digest = hashlib.sha256()
    with ExitStack() as open_files:
        out = None
        if target is not None:
            target.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
            handle = os.open(target, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            out = open_files.enter_context(os.fdopen(handle, "wb"))
        while chunk := source.read(1024 * 1024):
            digest.update(chunk)
            if out is not None:
                out.write(chunk)
            tell()
        if out is not None:
            out.flush()
            os.fsync(out.fileno())
    return digest.hexdigest()


def _take_keys(beside: Path) -> None:
    """Put the key file in place, and lose none that was used: whatever it sealed opens with nothing else.

    Keys of the same installation stay in the file beside those of the backup; another file is put aside.
    """
    keys = read_keys(beside / KEYS)
    here: Path = settings.KEY_FILE
    if here.exists() and not settings.KEYS.is_fresh:
        before = read_keys(here)
        together = before.server | keys.server
        agree = together == keys.server | before.server  # no number stands for two keys
        if before.mark == keys.mark and agree:
            keys = replace(keys, server=together)
        else:
            here.replace(here.with_name(f"{here.name}.replaced-{secrets.token_hex(4)}"))
    put_keys(here, keys)
    write_mark(settings.VAR_FOLDER, keys.mark)


def _take_files(beside: Path) -> None:
    folder: Path = settings.FILES_FOLDER
    new = beside / FILES.rstrip("/")
    new.mkdir(mode=0o700, exist_ok=True)
    if folder.exists():
        folder.replace(beside / "files.before")
    new.replace(folder)


def _take_recovery_key(private: PrivateKey) -> None:
    (settings.VAR_FOLDER / PUBLIC).write_text(bytes(private.public_key).hex() + "\n", encoding="ascii")


def _is_ours(name: str) -> bool:
    parts = PurePosixPath(name).parts
    return name in (ABOUT, DATABASE, KEYS, MANIFEST) or (
        name.startswith(FILES) and ".." not in parts and not name.startswith("/")
    )
