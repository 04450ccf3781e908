"""Quarters of a year, and how what was done fills what was planned for them."""

from collections.abc import Sequence
from datetime import date, timedelta

QUARTERS = (1, 2, 3, 4)


def quarter(day: date) -> int:
    """The quarter of a day, 1 to 4."""
    return (day.month - 1) // 3 + 1


def last_day(year: int, of: int) -> date:
    """The last day of a quarter."""
    return date(year + of // 4, of % 4 * 3 + 1, 1) - timedelta(days=1)


def fill(planned: Sequence[int], done: int) -> tuple[int, ...]:
    """How many of each quarter's planned ones are done: the first that are done fill the first that were planned.

    Who is late, or early, has still done what was planned; what goes beyond the plan fills nothing.
    """
    filled = []
    for count in planned:
        filled.append(min(count, done))
        done -= filled[-1]
    return tuple(filled)
