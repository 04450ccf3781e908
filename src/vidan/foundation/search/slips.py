"""Slips of the hand (gõ nhầm): which known words a mistyped one may have been meant for; both without marks."""

from collections.abc import Iterable

from rapidfuzz import process
from rapidfuzz.distance import OSA

NEAREST = 12
"""So many known words are tried in the place of a mistyped one."""


def nearest(word: str, known: Iterable[str]) -> list[str]:
    """The known words nearest to another: one letter off, or two in a word of four letters and more; a swap is one."""
    most = 0 if len(word) < 3 else 1 if len(word) < 4 else 2
    others = [one for one in known if one != word]
    found = process.extract(word, others, scorer=OSA.distance, score_cutoff=most, limit=NEAREST)
    return [near for near, off, _n in found if off == found[0][1]]
