"""The Merkle tree over entry digests: leaves and nodes are hashed apart (RFC 6962), so that none can pass for the other."""

import hashlib
from collections.abc import Sequence

EMPTY = "0" * 64
"""What the first link of the chain is tied to."""


def root_of(digests: Sequence[str]) -> str:
    """The root over hexadecimal digests in their order; raises ValueError for none."""
    if not digests:
        raise ValueError("a tree needs a leaf")
    level = [hashlib.sha256(b"\0" + bytes.fromhex(digest)).digest() for digest in digests]
    while len(level) > 1:
        pairs = [level[i : i + 2] for i in range(0, len(level), 2)]
        level = [hashlib.sha256(b"\1" + pair[0] + pair[1]).digest() if len(pair) == 2 else pair[0] for pair in pairs]
    return level[0].hex()


def link(before: str, number: int, root: str) -> str:
    """The chain value of a seal: SHA-256 over the value before it, its number and its root."""
    return hashlib.sha256(f"{before}\n{number}\n{root}".encode()).hexdigest()
