"""Sealing (niêm phong) of short bytes under the server's key: XChaCha20-Poly1305, bound to what it belongs to."""

import secrets

from django.conf import settings
from nacl.bindings import (
    crypto_aead_xchacha20poly1305_ietf_decrypt,
    crypto_aead_xchacha20poly1305_ietf_encrypt,
    crypto_aead_xchacha20poly1305_ietf_NPUBBYTES,
)
from nacl.exceptions import CryptoError

NONCE = crypto_aead_xchacha20poly1305_ietf_NPUBBYTES


class Broken(ValueError):
    """What was to be opened was altered, belongs elsewhere, or its key is not in the key file."""


def seal(data: bytes, aad: bytes) -> bytes:
    """Seal bytes under the newest server key; `aad` says what they belong to and must be given again to open them.

    Raises keyfile.KeysGone when the key file cannot be read: what is sealed then might never be opened again.
    Layout: 2 bytes key number, 24 bytes nonce, then the sealed bytes with their tag.
    """
    number, key = settings.KEYS.newest()
    nonce = secrets.token_bytes(NONCE)
    head = number.to_bytes(2, "big")
    sealed: bytes = crypto_aead_xchacha20poly1305_ietf_encrypt(data, head + aad, nonce, key)
    return head + nonce + sealed


def open_sealed(data: bytes, aad: bytes) -> bytes:
    """Open what seal() made; raises Broken."""
    data = bytes(data)  # PostgreSQL hands out a view of memory
    head, nonce, sealed = data[:2], data[2 : 2 + NONCE], data[2 + NONCE :]
    key = settings.KEYS.server.get(int.from_bytes(head, "big"))
    if key is None:
        raise Broken("no such key")
    try:
        opened: bytes = crypto_aead_xchacha20poly1305_ietf_decrypt(sealed, head + aad, nonce, key)
    except (CryptoError, TypeError, ValueError) as refused:
        raise Broken("altered or foreign") from refused
    return opened


def key_number(data: bytes) -> int:
    """The number of the server key that something was sealed under."""
    return int.from_bytes(bytes(data)[:2], "big")
