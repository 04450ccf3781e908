"""Which reports a duty asks for in a year (kỳ báo cáo), and by when: once by a day, or after each period."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from vidan.domain.workdays import Term, Unit, count

ONE = timedelta(days=1)


class Rhythm(StrEnum):
    """How often a duty is carried out and told of."""

    ONCE = "once"
    MONTH = "month"
    QUARTER = "quarter"
    HALF_YEAR = "half_year"
    YEAR = "year"


_MONTHS = {Rhythm.MONTH: (1, "t"), Rhythm.QUARTER: (3, "q"), Rhythm.HALF_YEAR: (6, "n")}


@dataclass(frozen=True)
class Period:
    """One period: its key in codes (t03, q1, n2, nam, lan), its first and last day."""

    key: str
    first: date
    last: date


def periods(rhythm: Rhythm, year: int, by: date | None = None) -> tuple[Period, ...]:
    """The periods of a year in their order; a duty that is done once has one, which ends `by` its day or with the year."""
    first, last = date(year, 1, 1), date(year, 12, 31)
    if rhythm is Rhythm.ONCE:
        return (Period("lan", min(first, by or last), by or last),)
    if rhythm is Rhythm.YEAR:
        return (Period("nam", first, last),)
    months, letter = _MONTHS[rhythm]
    found = []
    for number, month in enumerate(range(1, 13, months), start=1):
        begins = date(year, month, 1)
        ends = date(year + (month + months > 12), (month + months - 1) % 12 + 1, 1) - ONE
        key = f"{letter}{number:02}" if rhythm is Rhythm.MONTH else f"{letter}{number}"
        found.append(Period(key, begins, ends))
    return tuple(found)


def due_on(period: Period, rhythm: Rhythm, days: int, is_working: Callable[[date], bool]) -> date:
    """By when the report of a period is in: so many working days after its end; what is done once is told of by its day.

    No days means the last day of the period, or the working day after it.
    """
    if rhythm is Rhythm.ONCE or days < 1:
        day = period.last
        while not is_working(day):
            day += ONE
        return day
    return count(period.last, Term(days, Unit.WORKING_DAY), is_working).due
