"""The key file: every secret of the server, outside the database and outside every backup of it."""

import json
import os
import secrets
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, repr=False)
class Keys:
    """The server's secrets as read from the key file: `server` maps key number to 32 bytes, the highest seals new text."""

    session_secret: str
    receipt: bytes
    draft: bytes
    server: dict[int, bytes]


def load_or_make(path: Path) -> Keys:
    """Read the key file, making it with fresh keys and mode 0600 when there is none.

    Two processes that start together agree: the file is written beside and linked into place, the loser reads the winner's.
    """
    if not path.exists():
        _make(path)
    kept = json.loads(path.read_text(encoding="ascii"))
    return Keys(
        session_secret=kept["session_secret"],
        receipt=bytes.fromhex(kept["receipt"]),
        draft=bytes.fromhex(kept["draft"]),
        server={int(number): bytes.fromhex(key) for number, key in kept["server"].items()},
    )


def _make(path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    fresh = {
        "session_secret": secrets.token_urlsafe(50),
        "receipt": secrets.token_hex(32),
        "draft": secrets.token_hex(32),
        "server": {"1": secrets.token_hex(32)},
    }
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="ascii") as file:
        json.dump(fresh, file)
        file.flush()
        os.fsync(file.fileno())
    try:
        os.link(beside, path)
    except FileExistsError:
        pass
    finally:
        beside.unlink()
