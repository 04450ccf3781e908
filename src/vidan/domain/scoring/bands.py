"""Bands (xếp loại): on points or on the share of the unit's own maximum, with gates that hold a unit below a band."""

from collections.abc import Collection
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from fractions import Fraction
from itertools import pairwise

from vidan.domain.scoring.sheet import Sheet


class Basis(StrEnum):
    """What a band is measured on."""

    SCORE = "score"
    PERCENT = "percent"


@dataclass(frozen=True)
class Band:
    """One band from a number on (included); `above` means that the number itself belongs to the band below."""

    name: str
    start: Decimal
    above: bool = False

    def holds(self, reached: Fraction) -> bool:
        """Whether the number reaches the band."""
        return reached > Fraction(self.start) if self.above else reached >= Fraction(self.start)


AT_ZERO = "criterion_at_zero"
"""The event that a sheet shows by itself; every other (no self-score sent, a leader reprimanded) is told to place()."""


@dataclass(frozen=True)
class Gate:
    """While the event holds, no band above `highest`."""

    event: str
    highest: str


@dataclass(frozen=True)
class Bands:
    """The bands from the best down, what they are measured on, and the gates.

    Raises ValueError when they do not fall, two have one name, or a gate names no band.
    """

    bands: tuple[Band, ...]
    basis: Basis = Basis.PERCENT
    gates: tuple[Gate, ...] = ()

    def __post_init__(self) -> None:
        starts = [band.start for band in self.bands]
        if not starts or any(one <= other for one, other in pairwise(starts)):
            raise ValueError(starts)
        names = [band.name for band in self.bands]
        if len(set(names)) < len(names):
            raise ValueError(names)
        unknown = {gate.highest for gate in self.gates} - set(names)
        if unknown:
            raise ValueError(sorted(unknown))


@dataclass(frozen=True)
class Placed:
    """The band that was reached, and the events that held the unit below a better one."""

    band: str
    held: tuple[str, ...] = ()


def place(bands: Bands, sheet: Sheet, events: Collection[str] = ()) -> Placed | None:
    """The band of a sheet; None without data on every item. Below the last start a unit is in the last band.

    Points are those of the rubric's own scale, where it reads a sheet without some part on that.
    """
    scaled = sheet.total.score if sheet.rescaled is None else sheet.rescaled
    reached = Fraction(scaled) if bands.basis == Basis.SCORE else sheet.percent
    if reached is None or not sheet.total.complete:
        return None
    happened = {*events, *([AT_ZERO] if sheet.at_zero else [])}
    names = [band.name for band in bands.bands]
    by_points = next((i for i, band in enumerate(bands.bands) if band.holds(reached)), len(names) - 1)
    limits = {gate.event: names.index(gate.highest) for gate in bands.gates if gate.event in happened}
    at = max([by_points, *limits.values()])
    held = tuple(event for event, limit in limits.items() if limit == at) if at > by_points else ()
    return Placed(names[at], held)
