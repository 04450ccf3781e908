"""The clocks of a supervision (Nghị quyết liên tịch 403/2017): calendar days, counted back from a day or on from one.

How many days there are is no part of this: the numbers are rules with dates (data/rules/supervision.toml).
"""

from dataclasses import dataclass
from datetime import date, timedelta


@dataclass(frozen=True)
class Ahead:
    """How many days something came before the working day, and how many are asked for; negative when it came after."""

    days: int
    required: int

    @property
    def is_short(self) -> bool:
        """Whether fewer days were left than are asked for."""
        return self.days < self.required


def ahead(came_on: date, working_day: date, required: int) -> Ahead:
    """How a notice (GS-02) or a report (GS-03) lies to the working day: `ít nhất 15 ngày trước` is met by 15, not by 14."""
    return Ahead((working_day - came_on).days, required)


def last_day_before(working_day: date, required: int) -> date:
    """The last day on which something still comes in time before the working day."""
    return working_day - timedelta(days=required)


def last_day_after(ended_on: date, length: int) -> date:
    """The last day of a term that begins on the day after an event (GS-04)."""
    return ended_on + timedelta(days=length)


def is_quarter_four_before(approved_on: date, year: int) -> bool:
    """Whether what is planned for a year was approved in quarter IV of the year before (GS-01)."""
    return date(year - 1, 10, 1) <= approved_on <= date(year - 1, 12, 31)


def is_approved_late(approved_on: date, year: int) -> bool:
    """Whether it was approved after quarter IV of the year before; a day before that quarter is early, not late."""
    return approved_on > date(year - 1, 12, 31)
