"""Slips of the hand (gõ nhầm): whether two folded words differ by no more than a person mistypes."""

LEAST_LETTERS = 4
"""Shorter words differ by a single letter too often to be taken for one another."""


def is_slip(typed: str, meant: str) -> bool:
    """Whether a typed word is the meant one but for one letter too many, missing, wrong, or two that changed places."""
    if typed == meant:
        return True
    if min(len(typed), len(meant)) < LEAST_LETTERS or abs(len(typed) - len(meant)) > 1:
        return False
    same = next((n for n, (a, b) in enumerate(zip(typed, meant, strict=False)) if a != b), min(len(typed), len(meant)))
    left, right = typed[same:], meant[same:]
    return (
        left[1:] == right
        or left == right[1:]
        or left[1:] == right[1:]
        or (left[2:] == right[2:] and left[:2] == right[1::-1])
    )


def match(asked: list[str], words: frozenset[str]) -> int:
    """How many of the asked words stand among the words, slips forgiven."""
    return sum(1 for one in asked if one in words or any(is_slip(one, word) for word in words))
