"""The arithmetic of terms (Bộ luật Dân sự 2015 Đ.147, 148). Which days are worked is passed in."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

WorkingDay = Callable[[date], bool]
"""Whether a day is worked; raises for a year nobody has settled, which counting lets through."""

ONE = timedelta(days=1)


class Unit(StrEnum):
    """What a term is counted in: ngày, or ngày làm việc. The laws mix both."""

    DAY = "day"
    WORKING_DAY = "working_day"


@dataclass(frozen=True)
class Term:
    """So many days or working days after an event, or (`before`) at least so many before it."""

    length: int
    unit: Unit
    before: bool = False

    def __post_init__(self) -> None:
        if self.length < 1:
            raise ValueError("a term has at least one day")


@dataclass(frozen=True)
class Counted:
    """When a term ends, the days that were counted in their order, and the day off it was moved from, if it was."""

    due: date
    counted: tuple[date, ...]
    moved_from: date | None = None


def count(start: date, term: Term, is_working: WorkingDay) -> Counted:
    """Count a term from the day of an event.

    1. The day of the event is not counted (Đ.147.2).
    2. In working days only days that are worked count; in days every day does.
    3. A term in days that ends on a day off ends on the next day that is worked (Đ.148.5). A term before an event ends
       on the working day before instead, so that nobody gets less time than the rule gives.
    """
    step = -ONE if term.before else ONE
    counted: list[date] = []
    day = start
    while len(counted) < term.length:
        day += step
        if term.unit is Unit.DAY or is_working(day):
            counted.append(day)
    due = day
    while not is_working(due):
        due += step
    return Counted(due, tuple(counted), day if due != day else None)


def resumed(left: int, on: date, unit: Unit, is_working: WorkingDay) -> Counted:
    """Count what was left of a paused term from the day it goes on; the clock goes on, it does not begin anew.

    With nothing left the term ends on the first working day from `on`.
    """
    if left > 0:
        return count(on, Term(left, unit), is_working)
    due = on
    while not is_working(due):
        due += ONE
    return Counted(due, (), None)


def working_days_between(first: date, last: date, is_working: WorkingDay) -> int:
    """How many working days lie after `first` up to and with `last`; negative when `last` is the earlier one."""
    if last < first:
        return -working_days_between(last, first, is_working)
    return sum(is_working(first + timedelta(days=n)) for n in range(1, (last - first).days + 1))
