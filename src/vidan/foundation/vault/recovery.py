"""The recovery key (khóa khôi phục) and what is sealed to it: long streams that only its holder can open.

The server knows the public half alone, so a thief of the machine opens no backup with it. Layout of a sealed stream: MAGIC,
8 bytes that name the recovery key, 80 bytes with the stream's own key sealed to it, 24 bytes of secretstream head, frames
(4 bytes length, sealed bytes), and a SHA-256 of all before it, by which damage is seen without any key.
"""

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from nacl.bindings import (
    crypto_secretstream_xchacha20poly1305_ABYTES,
    crypto_secretstream_xchacha20poly1305_HEADERBYTES,
    crypto_secretstream_xchacha20poly1305_init_pull,
    crypto_secretstream_xchacha20poly1305_init_push,
    crypto_secretstream_xchacha20poly1305_keygen,
    crypto_secretstream_xchacha20poly1305_pull,
    crypto_secretstream_xchacha20poly1305_push,
    crypto_secretstream_xchacha20poly1305_state,
    crypto_secretstream_xchacha20poly1305_TAG_FINAL,
    crypto_secretstream_xchacha20poly1305_TAG_MESSAGE,
)
from nacl.exceptions import CryptoError
from nacl.public import PrivateKey, PublicKey, SealedBox

MAGIC = b"VIDAN-BACKUP-1\n"
NAME = 8
SEALED_KEY = 80
HEAD = len(MAGIC) + NAME + SEALED_KEY + crypto_secretstream_xchacha20poly1305_HEADERBYTES
FRAME = 1024 * 1024
MOST = FRAME + crypto_secretstream_xchacha20poly1305_ABYTES
DIGEST = 32
CHECK = 3
"""Bytes of a digest behind the printed key: 56 letters in fourteen groups, by which a mistyped one is found."""


class NotOpened(ValueError):
    """The file is no backup, is damaged or altered, or lies under another recovery key."""


class MistypedKey(ValueError):
    """What was typed is no recovery key."""


def printed(private: PrivateKey) -> str:
    """The private half as it is written down: fourteen groups of four letters and digits."""
    told = base64.b32encode(bytes(private) + _check(bytes(private))).decode("ascii")
    return " ".join(told[at : at + 4] for at in range(0, len(told), 4))


def read_printed(typed: str) -> PrivateKey:
    """The key from what a person typed, small letters, spaces and dashes as he likes; raises MistypedKey."""
    letters = "".join(one for one in typed.upper() if one.isalnum()).replace("0", "O").replace("1", "I")
    try:
        told = base64.b32decode(letters)
    except ValueError as wrong:
        raise MistypedKey from wrong
    private, check = told[: PrivateKey.SIZE], told[PrivateKey.SIZE :]
    if check != _check(private):
        raise MistypedKey
    return PrivateKey(private)


def name_of(public: PublicKey) -> str:
    """A short name of a recovery key, to tell under which one a backup lies."""
    return hashlib.blake2b(bytes(public), digest_size=NAME, person=b"vidan-recovery").hexdigest()


class SealingWriter:
    """A file to write to; what is written lies sealed to a recovery key. `close()` ends it, a stream without it never opens."""

    def __init__(self, out: BinaryIO, public: PublicKey) -> None:
        self._out, self._held, self._digest = out, bytearray(), hashlib.sha256()
        self.size = 0
        key = crypto_secretstream_xchacha20poly1305_keygen()
        self._state = crypto_secretstream_xchacha20poly1305_state()
        head = crypto_secretstream_xchacha20poly1305_init_push(self._state, key)
        self._bound = MAGIC + bytes.fromhex(name_of(public)) + SealedBox(public).encrypt(key) + head
        self._put(self._bound)

    def write(self, data: bytes) -> int:
        """Take bytes; a frame goes out as soon as more than one is held, since the last one is marked."""
        self._held += data
        while len(self._held) > FRAME:
            self._frame(bytes(self._held[:FRAME]), crypto_secretstream_xchacha20poly1305_TAG_MESSAGE)
            del self._held[:FRAME]
        return len(data)

    def close(self) -> str:
        """End the stream and return the SHA-256 that stands at its end, as hexadecimal."""
        self._frame(bytes(self._held), crypto_secretstream_xchacha20poly1305_TAG_FINAL)
        self._held.clear()
        self._out.write(self._digest.digest())
        self.size += DIGEST
        return self._digest.hexdigest()

    def _frame(self, data: bytes, tag: int) -> None:
        sealed = crypto_secretstream_xchacha20poly1305_push(self._state, data, self._bound, tag)
        self._put(len(sealed).to_bytes(4, "big") + sealed)

    def _put(self, data: bytes) -> None:
        self._digest.update(data)
        self._out.write(data)
        self.size += len(data)


class OpenedReader:
    """The bytes of a sealed stream; raises NotOpened at the first thing that does not fit, and at the end if one is missing."""

    def __init__(self, source: BinaryIO, private: PrivateKey) -> None:
        self._source, self._held, self._final = source, bytearray(), False
        self.size = 0
        self._bound = source.read(HEAD)
        name, sealed_key, head = _parts(self._bound)
        try:
            key = SealedBox(private).decrypt(sealed_key)
        except CryptoError as refused:
            raise NotOpened(f"it lies under another recovery key ({name})") from refused
        self._state = crypto_secretstream_xchacha20poly1305_state()
        crypto_secretstream_xchacha20poly1305_init_pull(self._state, head, key)

    def read(self, size: int = -1) -> bytes:
        """As of any file; all that is left when no size is given."""
        while not self._final and (size < 0 or len(self._held) < size):
            self._held += self._next()
        told = bytes(self._held if size < 0 else self._held[:size])
        del self._held[: len(told)]
        return told

    def _next(self) -> bytes:
        length = int.from_bytes(self._source.read(4), "big")
        if not crypto_secretstream_xchacha20poly1305_ABYTES <= length <= MOST:
            raise NotOpened("it is cut off or altered")
        sealed = self._source.read(length)
        self.size += length
        try:
            data, tag = crypto_secretstream_xchacha20poly1305_pull(self._state, sealed, self._bound)
        except (CryptoError, RuntimeError, ValueError) as refused:
            raise NotOpened("it is cut off or altered") from refused
        self._final = tag == crypto_secretstream_xchacha20poly1305_TAG_FINAL
        if self._final and len(self._source.read(DIGEST + 1)) != DIGEST:
            raise NotOpened("it is cut off or has something behind its end")
        return bytes(data)


def whole(path: Path) -> str:
    """The name of the recovery key of an undamaged file, seen without any key; raises NotOpened.

    Tells damage, not forgery: whoever alters a file on purpose can write a fitting digest, but no frame that opens.
    """
    digest, kept, head = hashlib.sha256(), b"", b""
    for chunk in _chunks(path):
        if len(head) < HEAD:
            head += chunk[: HEAD - len(head)]
        kept += chunk
        digest.update(kept[:-DIGEST])
        kept = kept[-DIGEST:]
    name, _sealed, _head = _parts(head)
    if kept != digest.digest():
        raise NotOpened("it is damaged or cut off")
    return name


def _parts(head: bytes) -> tuple[str, bytes, bytes]:
    if len(head) != HEAD or not head.startswith(MAGIC):
        raise NotOpened("it is no backup of Vì Dân")
    name, rest = head[len(MAGIC) :][:NAME], head[len(MAGIC) + NAME :]
    return name.hex(), rest[:SEALED_KEY], rest[SEALED_KEY:]


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(FRAME):
            yield chunk


def _check(private: bytes) -> bytes:
    return hashlib.blake2b(private, digest_size=CHECK, person=b"vidan-printed").digest()
