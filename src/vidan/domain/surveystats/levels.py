"""Answers on the five levels and what they come to: index, mean, distribution; exact, as fractions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

HIGHEST = 5
SATISFIED = (4, 5)
"""The levels that count as satisfied: hài lòng, rất hài lòng."""


@dataclass(frozen=True)
class Counts:
    """How many answers each of the five levels got, the lowest first; raises ValueError for anything else."""

    levels: tuple[int, ...]

    def __post_init__(self) -> None:
        if len(self.levels) != HIGHEST or any(count < 0 for count in self.levels):
            raise ValueError(self.levels)

    def __add__(self, other: "Counts") -> "Counts":
        return Counts(tuple(a + b for a, b in zip(self.levels, other.levels, strict=True)))

    @property
    def n(self) -> int:
        """Answers in all."""
        return sum(self.levels)

    @property
    def satisfied(self) -> int:
        """Answers at the two highest levels."""
        return sum(self.levels[level - 1] for level in SATISFIED)

    @property
    def index(self) -> Fraction | None:
        """The share of satisfied answers (chỉ số hài lòng); None without an answer: no data is not zero."""
        return Fraction(self.satisfied, self.n) if self.n else None

    @property
    def mean(self) -> Fraction | None:
        """The mean level, 1 to 5; None without an answer."""
        return Fraction(sum(level * count for level, count in enumerate(self.levels, 1)), self.n) if self.n else None

    @property
    def distribution(self) -> tuple[Fraction, ...]:
        """The share of each level; empty without an answer."""
        return tuple(Fraction(count, self.n) for count in self.levels) if self.n else ()


NONE = Counts((0,) * HIGHEST)


def pooled(items: Iterable[Counts]) -> Counts:
    """All answers to several items together: an item that more people answered weighs more."""
    return sum(items, NONE)


def mean_of_items(items: Sequence[Counts]) -> Fraction | None:
    """The mean of the items' own indices: each item that has an answer weighs alike; None when none has."""
    known = [one.index for one in items if one.index is not None]
    return sum(known, Fraction(0)) / len(known) if known else None
