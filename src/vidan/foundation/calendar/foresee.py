"""A year that nobody has settled yet: the days off that the Labour Code and the lunar calendar give (BLLĐ 2019 Đ.111, 112).

Days that are swapped by a notice of the year (hoán đổi, làm bù) cannot be foreseen; they are put in by hand when it comes.
"""

from dataclasses import dataclass
from datetime import date

from vidan.foundation.calendar.models import DayKind

IN_PLACE_OF = ("(nghỉ bù)", "(thay cho")
"""How the package names a day off that stands in for another."""

CULTURE_DAY = (11, 24)
"""Ngày Văn hóa Việt Nam, 24 November: counted as a day off only where VIDAN_CULTURE_DAY says so."""


@dataclass(frozen=True)
class Foreseen:
    """One day off as it is foreseen."""

    day: date
    kind: DayKind
    name: str


def foreseen(year: int) -> list[Foreseen]:
    """The days off of a year in their order, without 24 November, which is a switch of its own."""
    from holidays import country_holidays

    known = country_holidays("VN", years=year, language="vi")
    return [
        Foreseen(day, DayKind.COMPENSATORY if any(mark in name for mark in IN_PLACE_OF) else DayKind.HOLIDAY, name)
        for day, name in sorted(known.items())
        if (day.month, day.day) != CULTURE_DAY
    ]
