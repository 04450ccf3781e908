"""The key file: every secret of the server, outside the database and in backups only under the recovery key.

Every process reads it again when it has changed, so a rotation needs no restart. A process never makes a new key file where
one has been: `keys.mark` in the folder of the installation says which key file belongs to it.
"""

import hashlib
import json
import os
import secrets
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

MARK = "keys.mark"


class KeysGone(RuntimeError):
    """The key file is missing, cannot be read, or belongs to another installation; nothing may be sealed meanwhile."""


@dataclass(frozen=True, repr=False)
class Keys:
    """The server's secrets as they stand in the key file: `server` maps key number to 32 bytes, the highest seals new text."""

    session_secret: str
    receipt: bytes
    draft: bytes
    server: dict[int, bytes]

    @property
    def mark(self) -> str:
        """What tells this installation's key file from another's, and tells nothing of the keys."""
        return hashlib.blake2b(self.receipt, person=b"vidan-key-file", digest_size=16).hexdigest()


class KeyRing:
    """The key file as it is now. Opening goes on with what was read last; sealing needs the file itself.

    Whatever is sealed under a key that lies in no file is lost when the process ends: hence the difference.
    """

    def __init__(self, path: Path) -> None:
        self._path = path
        self.is_fresh = False
        """Whether this process has made the file, so that nothing lies under its keys yet."""
        self._stamp: tuple[int, int, int] | None = None
        self._keys = read_keys(path)

    @property
    def session_secret(self) -> str:
        return self._keys.session_secret

    @property
    def receipt(self) -> bytes:
        return self._keys.receipt

    @property
    def draft(self) -> bytes:
        return self._keys.draft

    @property
    def server(self) -> dict[int, bytes]:
        """All server keys by number, to open with."""
        with suppress(KeysGone):
            self.look()
        return self._keys.server

    def newest(self) -> tuple[int, bytes]:
        """Number and bytes of the key to seal with; raises KeysGone."""
        self.look()
        number = max(self._keys.server)
        return number, self._keys.server[number]

    def look(self) -> None:
        """Read the file again when it has changed; raises KeysGone."""
        try:
            stamp = _stamp(self._path)
        except OSError as gone:
            raise KeysGone("the key file cannot be read") from gone
        if stamp != self._stamp:  # taken before the reading, so that a change in between is seen next time
            now = read_keys(self._path)
            if now.mark != self._keys.mark:
                raise KeysGone("the key file belongs to another installation")
            self._keys, self._stamp = now, stamp


def open_keys(path: Path, *, home: Path) -> KeyRing:
    """The keys of the installation in `home`; makes the file, mode 0600, only where there has never been one.

    Raises KeysGone. Two processes that start together agree: the file is written beside and linked into place, the loser
    reads the winner's.
    """
    mark = home / MARK
    fresh = not path.exists()
    if fresh:
        if mark.exists() and not path.exists():  # looked at again: another process may have made both meanwhile
            raise KeysGone(
                f"The key file {path} is gone. Put it back (docs/operations/backup.md): without it nothing can be read."
            )
        make_keys(path)
    ring = KeyRing(path)
    ring.is_fresh = fresh
    own = read_keys(path).mark
    if not mark.exists():
        write_mark(home, own)
    elif mark.read_text(encoding="ascii").strip() != own:
        raise KeysGone(f"The key file {path} belongs to another installation than {home}.")
    return ring


def read_keys(path: Path) -> Keys:
    """The key file's content; raises KeysGone."""
    try:
        kept: dict[str, Any] = json.loads(path.read_text(encoding="ascii"))
        return Keys(
            session_secret=kept["session_secret"],
            receipt=bytes.fromhex(kept["receipt"]),
            draft=bytes.fromhex(kept["draft"]),
            server={int(number): bytes.fromhex(key) for number, key in kept["server"].items()},
        )
    except (OSError, ValueError, KeyError, AttributeError, TypeError) as unreadable:
        raise KeysGone(f"The key file {path} cannot be read ({type(unreadable).__name__}).") from unreadable


def make_keys(path: Path) -> None:
    """Make a key file with fresh keys, unless another process is first."""
    fresh = Keys(
        secrets.token_urlsafe(50), secrets.token_bytes(32), secrets.token_bytes(32), {1: secrets.token_bytes(32)}
    )
    beside = _written_beside(path, as_text(fresh))
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()


def add_key(path: Path) -> int:
    """Add one more server key, in one step, and return its number."""
    keys = read_keys(path)
    number = max(keys.server) + 1
    put_keys(path, replace(keys, server=keys.server | {number: secrets.token_bytes(32)}))
    return number


def keep_newest(path: Path) -> list[int]:
    """Drop every server key but the newest, in one step; returns the numbers that went."""
    keys = read_keys(path)
    newest = max(keys.server)
    put_keys(path, replace(keys, server={newest: keys.server[newest]}))
    return sorted(keys.server.keys() - {newest})


def as_text(keys: Keys) -> str:
    """The keys as they stand in the file."""
    return json.dumps(
        {
            "session_secret": keys.session_secret,
            "receipt": keys.receipt.hex(),
            "draft": keys.draft.hex(),
            "server": {str(number): key.hex() for number, key in keys.server.items()},
        }
    )


def write_mark(home: Path, mark: str) -> None:
    """Write down which key file belongs to the installation."""
    beside = _written_beside(home / MARK, mark + "\n")
    beside.replace(home / MARK)


def put_keys(path: Path, keys: Keys) -> None:
    """Let the key file hold these keys, in one step that survives a power cut."""
    beside = _written_beside(path, as_text(keys))
    if path.exists() and (owner := path.stat()).st_uid != os.geteuid():
        os.chown(beside, owner.st_uid, owner.st_gid)  # the operator may be root, the service is not
    beside.replace(path)
    handle = os.open(path.parent, os.O_RDONLY)
    try:
        os.fsync(handle)  # the name itself survives a power cut
    finally:
        os.close(handle)


def _written_beside(path: Path, text: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}.{secrets.token_hex(4)}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    return beside


def _stamp(path: Path) -> tuple[int, int, int]:
    told = path.stat()
    return told.st_ino, told.st_mtime_ns, told.st_size
