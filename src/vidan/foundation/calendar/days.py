"""Which days are worked: Monday to Friday, but for the table of days off and of Saturdays made up for."""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cache
from itertools import accumulate
from pathlib import Path

from django.conf import settings
from django.db import transaction
from django.utils.translation import gettext as _

from vidan.foundation.calendar.foresee import CULTURE_DAY, foreseen
from vidan.foundation.calendar.models import CalendarYear, DayKind, DayRow
from vidan.foundation.units.kept import Kept


class MissingYear(LookupError):
    """Nobody has settled the calendar of a year, so no term can be counted into it."""

    def __init__(self, year: int) -> None:
        super().__init__(
            _("Chưa có lịch ngày nghỉ, ngày làm bù của năm %(year)d nên chưa tính được hạn.") % {"year": year}
        )
        self.year = year


@dataclass
class Days:
    """The table of a calendar: settled years, days off, and working Saturdays."""

    years: set[int] = field(default_factory=set)
    off: set[date] = field(default_factory=set)
    worked: set[date] = field(default_factory=set)
    _sums: dict[int, list[int]] = field(default_factory=dict, repr=False, compare=False)

    def is_working(self, day: date) -> bool:
        """Whether a day is worked; raises MissingYear."""
        if day.year not in self.years:
            raise MissingYear(day.year)
        if day in self.worked:
            return True
        if settings.CULTURE_DAY and (day.month, day.day) == CULTURE_DAY and day.year >= 2026:
            return False
        return day.weekday() < 5 and day not in self.off

    def between(self, first: date, last: date) -> int:
        """What working_days_between() counts, without walking through the days again; raises MissingYear."""
        if last < first:
            return -self.between(last, first)
        years = sum(self._up_to(date(year, 12, 31)) for year in range(first.year, last.year))
        return years + self._up_to(last) - self._up_to(first)

    def _up_to(self, day: date) -> int:
        """How many days of its year are worked up to and with a day."""
        sums = self._sums.get(day.year)
        if sums is None:
            start = date(day.year, 1, 1)
            year = (start + timedelta(days=n) for n in range((date(day.year, 12, 31) - start).days + 1))
            sums = self._sums[day.year] = list(accumulate(map(self.is_working, year)))
        return sums[day.timetuple().tm_yday - 1]


def is_working(day: date) -> bool:
    """Whether a day is worked, by the table in the database; raises MissingYear."""
    return _from_database().is_working(day)


def working_days_to(first: date, last: date) -> int:
    """How many working days lie after `first` up to and with `last`; negative when `last` is the earlier one."""
    return _from_database().between(first, last)


def working_days_late(due: date, on: date) -> int:
    """How many working days something came after its date; at least one when it came after it, for it was late."""
    return max(1, working_days_to(due, on)) if on > due else 0


def set_day(*, day: date, kind: DayKind | None, name: str, source: str) -> None:
    """Change one day by hand; kind None makes it an ordinary day again. Clocks are recounted by the caller."""
    with transaction.atomic():
        if kind is None:
            DayRow.objects.filter(day=day).delete()
        else:
            DayRow.objects.update_or_create(
                day=day, defaults={"kind": kind, "name": name, "source": source, "edited": True}
            )
    _from_database.forget()


def settle_year(*, year: int, source: str) -> int:
    """Settle a year with the days off that are foreseen and the paper that confirms them; returns how many days.

    A year that is settled already stays as it is, and 0 is returned.
    """
    with transaction.atomic():
        _row, made = CalendarYear.objects.get_or_create(year=year, defaults={"source": source})
        days = foreseen(year) if made else []
        DayRow.objects.bulk_create(
            DayRow(day=one.day, kind=one.kind, name=one.name, source=source, edited=True) for one in days
        )
    _from_database.forget()
    return len(days)


@transaction.atomic
def load_days(folder: Path) -> int:
    """Load years.csv and days.csv; rows edited by hand stay as they are. Returns the number of days."""
    for row in _rows(folder / "years.csv"):
        CalendarYear.objects.update_or_create(year=int(row["year"]), defaults={"source": row["source"]})
    edited = set(DayRow.objects.filter(edited=True).values_list("day", flat=True))
    for row in _rows(folder / "days.csv"):
        day = date.fromisoformat(row["date"])
        if day not in edited:
            DayRow.objects.update_or_create(
                day=day, defaults={"kind": row["kind"], "name": row["name"], "source": row["source"]}
            )
    _from_database.forget()
    return DayRow.objects.count()


def shipped(folder: Path) -> Callable[[date], bool]:
    """The calendar of the files alone, for a count without a database."""
    return _from_files(folder).is_working


@cache
def _from_files(folder: Path) -> Days:
    days = Days(years={int(row["year"]) for row in _rows(folder / "years.csv")})
    for row in _rows(folder / "days.csv"):
        _put(days, date.fromisoformat(row["date"]), row["kind"])
    return days


@Kept
def _from_database() -> Days:
    days = Days(years=set(CalendarYear.objects.values_list("year", flat=True)))
    for day, kind in DayRow.objects.values_list("day", "kind"):
        _put(days, day, kind)
    return days


def _put(days: Days, day: date, kind: str) -> None:
    (days.worked if kind == DayKind.SWAPPED_WORKDAY else days.off).add(day)


def _rows(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))
