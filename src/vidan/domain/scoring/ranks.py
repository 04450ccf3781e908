"""Ranks (xếp hạng): by total, the highest first; equal totals share a rank until the competent authority decides."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction

from vidan.domain.scoring.points import points


@dataclass(frozen=True)
class Rank:
    """A unit's rank, 1 for the first, and whether it still shares it."""

    rank: int
    shared: bool = False


def rank(totals: Mapping[str, Decimal | Fraction | None], decided: Sequence[Sequence[str]] = ()) -> dict[str, Rank]:
    """The rank of every unit with data, by its name; units without data have none.

    Two equal totals share a rank, and the next is further down by their number. `decided` holds, for each tie that was
    decided, its units in the order that was decided; it counts only while exactly these are equal.
    """
    known = {unit: Fraction(total) for unit, total in totals.items() if total is not None}
    tied: dict[Fraction, list[str]] = {}
    for unit, total in known.items():
        tied.setdefault(total, []).append(unit)
    orders = {frozenset(order): order for order in decided}
    ranks, before = {}, 0
    for total in sorted(tied, reverse=True):
        units = tied[total]
        order = orders.get(frozenset(units))
        for i, unit in enumerate(order or units):
            ranks[unit] = Rank(before + i + 1) if order else Rank(before + 1, shared=len(units) > 1)
        before += len(units)
    return ranks


def mean(totals: Mapping[str, Decimal | None], places: int = 2) -> Decimal | None:
    """The arithmetic mean of the units with data, rounded once, half up; None when none has data."""
    known = [total for total in totals.values() if total is not None]
    return points(sum(map(Fraction, known), Fraction(0)) / len(known), places) if known else None
