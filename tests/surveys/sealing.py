"""The device's half of the seal, written apart from the server's: what a browser does, for tests that stand for many devices."""

from cryptography.hazmat.primitives.asymmetric import ec
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF
from cryptography.hazmat.primitives.serialization import Encoding, PublicFormat


def seal_reply(public: bytes, code: str, token: str, nonce: bytes, told: bytes) -> bytes:
    """Seal a reply to a round: the point of a key pair made for it, the nonce, the sealed bytes."""
    once = ec.generate_private_key(ec.SECP256R1())
    theirs = ec.EllipticCurvePublicKey.from_encoded_point(ec.SECP256R1(), public)
    shared = once.exchange(ec.ECDH(), theirs)
    key = HKDF(SHA256(), 32, salt=None, info=b"vidan reply " + code.encode()).derive(shared)
    point = once.public_key().public_bytes(Encoding.X962, PublicFormat.UncompressedPoint)
    return point + nonce + AESGCM(key).encrypt(nonce, told, token.encode())
