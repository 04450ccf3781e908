"""Sealing of long bytes at rest (niêm phong tệp): frames of 1 MiB under the server's key, none of them movable or missing."""

import os
import secrets
from collections.abc import Iterable, Iterator
from pathlib import Path

from django.conf import settings
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_ABYTES,
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
)
from nacl.exceptions import CryptoError

from vidan.foundation.vault.seal import Broken

FRAME = 1024 * 1024
SEALED_FRAME = FRAME + crypto_aead_xchacha20poly1305_ietf_ABYTES
MAGIC = b"VDF1"
# Layout: magic, 2 bytes key number, 16 random bytes; then the frames. A nonce is those 16 bytes and the frame's number.
HEAD = len(MAGIC) + 2 + 16


def write_sealed(path: Path, chunks: Iterable[bytes], aad: bytes) -> None:
    """Write chunks sealed to a file that appears whole or not at all; `aad` says what they belong to."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    beside = path.with_name(f"{path.name}.{secrets.token_hex(4)}.part")
    try:
        handle = os.open(beside, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
        with os.fdopen(handle, "wb") as file:
            for piece in _sealed(chunks, aad):
                file.write(piece)
            file.flush()
            os.fsync(file.fileno())
        beside.replace(path)
    except BaseException:
        beside.unlink(missing_ok=True)
        raise
    _sync_folder(path.parent)


def read_sealed(path: Path, aad: bytes) -> Iterator[bytes]:
    """The bytes by frame; raises Broken when they were altered, cut, moved or their key is gone, OSError when missing."""
    with path.open("rb") as file:
        head = file.read(HEAD)
        key = settings.KEYS.server.get(int.from_bytes(head[4:6], "big"))
        if len(head) != HEAD or not head.startswith(MAGIC) or key is None:
            raise Broken("no such key or no sealed file")
        number, sealed = 0, file.read(SEALED_FRAME)
        while True:
            following = file.read(SEALED_FRAME)
            nonce, bound = _nonce(head, number), _bound(head, aad, number, is_last=not following)
            try:
                yield crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, bound, nonce, key)
            except (CryptoError, TypeError, ValueError) as refused:
                raise Broken("altered or foreign") from refused
            if not following:
                return
            number, sealed = number + 1, following


def file_key_number(path: Path) -> int:
    """The number of the server key that a sealed file lies under; raises Broken, OSError."""
    with path.open("rb") as file:
        head = file.read(HEAD)
    if len(head) != HEAD or not head.startswith(MAGIC):
        raise Broken("no sealed file")
    return int.from_bytes(head[4:6], "big")


def _sealed(chunks: Iterable[bytes], aad: bytes) -> Iterator[bytes]:
    key_number, key = settings.KEYS.newest()
    head = MAGIC + key_number.to_bytes(2, "big") + secrets.token_bytes(16)
    yield head
    waiting: bytes | None = None
    number = 0
    for frame in _frames(chunks):
        if waiting is not None:
            bound = _bound(head, aad, number, is_last=False)
            yield crypto_aead_xchacha20poly1305_ietf_encrypt(waiting, bound, _nonce(head, number), key)
            number += 1
        waiting = frame
    bound = _bound(head, aad, number, is_last=True)
    yield crypto_aead_xchacha20poly1305_ietf_encrypt(waiting or b"", bound, _nonce(head, number), key)


def _frames(chunks: Iterable[bytes]) -> Iterator[bytes]:
    held = bytearray()
    for chunk in chunks:
        held += chunk
        while len(held) >= FRAME:
            yield bytes(held[:FRAME])
            del held[:FRAME]
    if held:
        yield bytes(held)


def _nonce(head: bytes, number: int) -> bytes:
    return head[-16:] + number.to_bytes(8, "big")


def _bound(head: bytes, aad: bytes, number: int, *, is_last: bool) -> bytes:
    return head + number.to_bytes(8, "big") + (b"\1" if is_last else b"\0") + aad


def _sync_folder(folder: Path) -> None:
    """Let the name itself survive a power cut."""
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
