"""Making a backup (bản sao lưu): one file, sealed to the recovery key, from which a bare machine can be set up again.

Inside the seal lies a tar: `about.json`, `database`, `files/...`, `keys.json`, and last `manifest.json` with the SHA-256 of each.
"""

import hashlib
import json
import os
import secrets
import tarfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field, replace
from io import BytesIO
from pathlib import Path
from typing import IO, BinaryIO, cast

from django.conf import settings
from django.db import connection
from django.utils import timezone
from nacl.public import PublicKey

from vidan.foundation.vault.keyfile import as_text, read_keys
from vidan.foundation.vault.recovery import SealingWriter
from vidan.site.keeping.database import applied_migrations, copy_to

PUBLIC = "recovery.pub"
ABOUT, DATABASE, FILES, KEYS, MANIFEST = "about.json", "database", "files/", "keys.json", "manifest.json"
FORMAT = 1

Tell = Callable[[int, int], None]
"""Hears how many bytes are done of how many."""


def quiet(*_bytes: int) -> None:
    """Nobody listens."""


class NoRecoveryKey(RuntimeError):
    """There is no recovery key yet to seal a backup to."""


@dataclass
class Made:
    """A finished backup: its size, the SHA-256 of the file, and how many stored files it holds."""

    size: int = 0
    digest: str = ""
    files: int = 0


@dataclass
class _Packing:
    tar: tarfile.TarFile
    tell: Tell
    total: int
    done: int = 0
    manifest: dict[str, str] = field(default_factory=dict)

    def add(self, name: str, source: IO[bytes], size: int) -> None:
        """Put a part in, reading exactly so many bytes, and note its digest."""
        info = tarfile.TarInfo(name)
        info.size, info.mode = size, 0o600
        digesting = _Digesting(source, self)
        self.tar.addfile(info, cast("IO[bytes]", digesting))
        self.tar.members.clear()  # type: ignore[attr-defined] # else it remembers every file it has passed
        self.manifest[name] = digesting.digest.hexdigest()


class _Digesting:
    def __init__(self, source: IO[bytes], packing: _Packing) -> None:
        self._source, self._packing, self.digest = source, packing, hashlib.sha256()

    def read(self, size: int) -> bytes:
        data = self._source.read(size)
        self.digest.update(data)
        self._packing.done += len(data)
        self._packing.tell(self._packing.done, self._packing.total)
        return data


def recovery_public() -> PublicKey:
    """The public half of the recovery key; raises NoRecoveryKey."""
    try:
        return PublicKey(bytes.fromhex((settings.VAR_FOLDER / PUBLIC).read_text(encoding="ascii").strip()))
    except (OSError, ValueError) as missing:
        raise NoRecoveryKey from missing


def back_up(place: Path, *, tell: Tell = quiet) -> Made:
    """Write a backup of one moment to a new file, while the site runs; the file is there whole or not at all.

    Raises NoRecoveryKey, FileExistsError, database.NoCopy, OSError. The order holds it together: database first, so that
    every file of a row is still to come; the keys of before and after, so that a key that turns meanwhile is in it both ways.
    """
    public = recovery_public()
    if place.exists():
        raise FileExistsError(place)
    keys = read_keys(settings.KEY_FILE)
    mark = secrets.token_hex(4)
    beside, copy = place.with_name(f"{place.name}.{mark}.part"), settings.VAR_FOLDER / f"database.{mark}.part"
    made = Made()
    try:
        copy.touch(mode=0o600)
        copy_to(copy)
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as out:
            writer = SealingWriter(out, public)
            with tarfile.open(fileobj=cast("BinaryIO", writer), mode="w|", bufsize=1024 * 1024) as tar:
                stored = list(stored_files())
                packing = _Packing(tar, tell, copy.stat().st_size + sum(size for _path, size in stored))
                _add_bytes(packing, ABOUT, json.dumps(about()).encode())
                with copy.open("rb") as source:
                    packing.add(DATABASE, source, copy.stat().st_size)
                made.files = _add_files(packing, [path for path, _size in stored])
                after = read_keys(settings.KEY_FILE)
                _add_bytes(packing, KEYS, as_text(replace(after, server=keys.server | after.server)).encode())
                _add_bytes(packing, MANIFEST, json.dumps(packing.manifest).encode())
            made.digest, made.size = writer.close(), writer.size
            out.flush()
            os.fsync(out.fileno())
        if place.exists():  # another backup of that name came meanwhile
            raise FileExistsError(place)
        beside.replace(place)
    finally:
        copy.unlink(missing_ok=True)
        beside.unlink(missing_ok=True)
    return made


def stored_files() -> Iterator[tuple[Path, int]]:
    """Every file that lies sealed beside the database, and its size; not those that are being written."""
    folder: Path = settings.FILES_FOLDER
    for path in sorted(folder.rglob("*")):
        try:
            if path.suffix != ".part" and path.is_file():
                yield path, path.stat().st_size
        except FileNotFoundError:  # destroyed while we looked
            continue


def about() -> dict[str, object]:
    """What a restore must know before it begins."""
    return {
        "format": FORMAT,
        "engine": connection.vendor,
        "front": settings.FRONT,
        "made_at": timezone.now().isoformat(timespec="seconds"),
        "migrations": applied_migrations(),
    }


def _add_bytes(packing: _Packing, name: str, data: bytes) -> None:
    packing.add(name, BytesIO(data), len(data))


def _add_files(packing: _Packing, paths: list[Path]) -> int:
    added = 0
    for path in paths:
        try:
            with path.open("rb") as source:  # whoever replaces it now leaves us the one we opened
                packing.add(
                    FILES + str(path.relative_to(settings.FILES_FOLDER)), source, os.fstat(source.fileno()).st_size
                )
        except FileNotFoundError:
            continue
        added += 1
    return added
