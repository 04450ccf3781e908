"""What is missing or doubtful (thiếu, chưa chắc) in a report, listed before it is signed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Why(StrEnum):
    """What is wrong; the order is that of the list."""

    UNKNOWN = "unknown"
    EMPTY = "empty"
    CHANGED = "changed"
    OPEN_COMMENT = "open_comment"
    EARLY = "early"
    COUNTED_BEFORE = "counted_before"
    NO_DATA = "no_data"
    NO_QUARTER = "no_quarter"
    NO_PLACE = "no_place"
    TYPED = "typed"


@dataclass(frozen=True)
class Doubt:
    """One thing to look at: what, where (section, figure or place), and the words that go with it."""

    why: Why
    where: str
    told: tuple[str, ...] = ()


@dataclass(frozen=True)
class Counted:
    """A figure as it was counted: its count, what it is a share of, and its counts by quarter."""

    name: str
    count: int
    total: int | None
    quarters: Mapping[int, int]

    @property
    def is_empty(self) -> bool:
        """Nothing was recorded: neither of it nor of what it is a share of."""
        return not self.count and not self.total and not any(self.quarters.values())


def doubts_of_figures(figures: Sequence[Counted]) -> list[Doubt]:
    """Figures with no data at all, and quarters without any while others have some."""
    told = [Doubt(Why.NO_DATA, one.name) for one in figures if one.is_empty]
    for one in figures:
        empty = tuple(str(quarter) for quarter, n in one.quarters.items() if not n)
        if not one.is_empty and any(one.quarters.values()) and empty:
            told.append(Doubt(Why.NO_QUARTER, one.name, empty))
    return told


def doubts_of_places(places: Mapping[str, int]) -> list[Doubt]:
    """Places without a single record in the period, while others have some."""
    if not any(places.values()):
        return []
    return [Doubt(Why.NO_PLACE, name) for name, n in places.items() if not n]


def doubts_of_count(counted_on: date | None, today: date) -> list[Doubt]:
    """Numbers that were counted on an earlier day; None are those that are counted whenever they are looked at."""
    if counted_on is None or counted_on >= today:
        return []
    return [Doubt(Why.COUNTED_BEFORE, "", (f"{counted_on:%d/%m/%Y}",))]


def in_order(doubts: Sequence[Doubt]) -> tuple[Doubt, ...]:
    """As they are listed: the gravest kind first, otherwise as they were found."""
    order = list(Why)
    return tuple(sorted(doubts, key=lambda doubt: order.index(doubt.why)))
