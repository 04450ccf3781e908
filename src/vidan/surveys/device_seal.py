"""What a device without a network seals (ECDH on P-256, HKDF-SHA256, AES-256-GCM), and how the worker opens it.

The device makes a key pair for each reply, so that it cannot open what it has sealed either. Layout of a sealed reply: 65 bytes
public point of that pair, 12 bytes nonce, then the sealed bytes with their tag. `static/surveys` holds the device's half.
"""

from base64 import urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat

from vidan.foundation.vault.seal import open_sealed, seal

POINT, NONCE = 65, 12
SCALAR = 32


class Unreadable(ValueError):
    """What was sent was not sealed to this round, or was altered."""


def new_pair(code: str) -> tuple[bytes, str]:
    """A key pair for a round: the private half sealed under the server's key, the public half for the devices, in base64url."""
    private = ec.generate_private_key(ec.SECP256R1())
    scalar = private.private_numbers().private_value.to_bytes(SCALAR, "big")
    return seal(scalar, key_sealed_as(code)), urlsafe_b64encode(_point(private.public_key())).decode()


def open_reply(private: bytes, code: str, token: str, body: bytes) -> bytes:
    """Open one reply of a round, which was sealed with its token; raises Unreadable, and vault.seal.Broken for the key."""
    scalar = int.from_bytes(open_sealed(private, key_sealed_as(code)), "big")
    own = ec.derive_private_key(scalar, ec.SECP256R1())
    point, nonce, sealed = body[:POINT], body[POINT : POINT + NONCE], body[POINT + NONCE :]
    try:
        theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), point)
        key = _key(own.exchange(ec.ECDH(), theirs), code)
        return AESGCM(key).decrypt(nonce, sealed, token.encode())
    except (InvalidTag, ValueError) as wrong:
        raise Unreadable(code) from wrong


def _key(shared: bytes, code: str) -> bytes:
    return HKDF(SHA256(), 32, salt=None, info=f"vidan reply {code}".encode()).derive(shared)


def _point(public: ec.EllipticCurvePublicKey) -> bytes:
    return public.public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)


def key_sealed_as(code: str) -> bytes:
    """What the private half of a round's pair is bound to."""
    return f"device key\0{code}".encode()
