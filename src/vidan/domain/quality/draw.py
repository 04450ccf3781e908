"""Drawing a sample that anybody can draw again (chọn mẫu): the same keys and the same seed give the same sample."""

import hashlib
from collections.abc import Iterable


def draw(keys: Iterable[str], *, size: int, seed: str) -> tuple[str, ...]:
    """Up to `size` of the keys, each as likely as the others, in the order drawn.

    Keys are ordered by the SHA-256 of `seed`, a line feed and the key; the first are taken. So the order in which keys come,
    and keys given twice, change nothing, and a key added later never swaps two others.
    """
    if size < 0:
        raise ValueError(size)
    ordered = sorted(set(keys), key=lambda key: (hashlib.sha256(f"{seed}\n{key}".encode()).hexdigest(), key))
    return tuple(ordered[:size])
