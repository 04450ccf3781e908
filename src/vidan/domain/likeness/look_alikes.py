"""Look-alikes (hồ sơ có thể trùng): how much two words about one unit resemble each other. It only ever proposes.

Points are given for a near day, for the same conduct, and for shared words; ENOUGH of them make a look-alike. It does not
look at who spoke, nor at anything that is sealed: the caller passes words that an officer wrote for others to read.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from re import findall

from vidan.domain.vietnamese.fold import fold

BY_DAYS = ((1, 3), (7, 2), (30, 1))
"""Days apart, at most, and the points for it; the first line that fits counts."""

SAME_CONDUCT = 2

BY_WORDS = ((0.5, 4), (0.25, 2))
"""Share of the shorter text's pairs of syllables that both have, at least, and the points for it."""

FEWEST_PAIRS = 2
"""A single shared pair is chance."""

ENOUGH = 4
"""From so many points on two words count as look-alikes."""


@dataclass(frozen=True)
class Traits:
    """What is compared of one word: the day it tells of, the conduct, and the pairs of syllables of its texts."""

    day: date
    conduct: frozenset[str] = frozenset()
    pairs: frozenset[str] = frozenset()


@dataclass(frozen=True)
class Likeness:
    """How much two words resemble each other, and in what."""

    points: int
    days: int
    conduct: frozenset[str]
    pairs: int


def pairs(text: str) -> frozenset[str]:
    """The neighbouring syllables of a text, without marks.

    A Vietnamese word mostly has two syllables, so pairs meet where the matter is the same; single ones meet everywhere.
    """
    return frozenset(f"{first} {second}" for first, second in pairwise(findall(r"[0-9a-z]+", fold(text))))


def compare(one: Traits, other: Traits) -> Likeness:
    """The likeness of two words about the same unit; the same whichever comes first."""
    days = abs((one.day - other.day).days)
    conduct = one.conduct & other.conduct
    shared = len(one.pairs & other.pairs)
    points = next((points for most, points in BY_DAYS if days <= most), 0)
    points += SAME_CONDUCT if conduct else 0
    if shared >= FEWEST_PAIRS:
        share = shared / min(len(one.pairs), len(other.pairs))
        points += next((points for least, points in BY_WORDS if share >= least), 0)
    return Likeness(points, days, conduct, shared)


def most_alike(one: Traits, others: Mapping[str, Traits], *, most: int) -> list[tuple[str, Likeness]]:
    """The look-alikes among others, by their key: the most points first, then the nearest day, then the key."""
    compared: Iterable[tuple[str, Likeness]] = ((key, compare(one, other)) for key, other in others.items())
    alike = [(key, likeness) for key, likeness in compared if likeness.points >= ENOUGH]
    return sorted(alike, key=lambda found: (-found[1].points, found[1].days, found[0]))[:most]
