"""The moment of posting as old portals wrote it: "13 Tháng Ba 2018 10:05:00 SA", or in figures."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, time
from types import MappingProxyType

from vidan.domain.vietnamese.fold import fold

MONTHS: Mapping[str, int] = MappingProxyType(
    {
        "một": 1,
        "giêng": 1,
        "hai": 2,
        "ba": 3,
        "tư": 4,
        "bốn": 4,
        "năm": 5,
        "sáu": 6,
        "bảy": 7,
        "bẩy": 7,
        "tám": 8,
        "chín": 9,
        "mười": 10,
        "mười một": 11,
        "mười hai": 12,
        "chạp": 12,
    }
)
"""The months by their names; "Tháng Mười Hai" is the last one."""

_FOLDED = {fold(name): month for name, month in MONTHS.items()}
_CLOCK = r"(?:\W{1,3}(?P<hour>\d{1,2})[:h](?P<minute>\d{2})(?::(?P<second>\d{2}))?(?:\s*(?P<half>SA|CH|AM|PM)\b)?)?"
_NAMED = re.compile(
    rf"\b(?P<day>\d{{1,2}})\s+th[aáà]ng\s+(?P<month>\d{{1,2}}|[^\W\d]+(?:\s+[^\W\d]+)?)\s*,?\s+(?P<year>\d{{4}}){_CLOCK}",
    re.IGNORECASE,
)
_FIGURES = re.compile(rf"\b(?P<day>\d{{1,2}})/(?P<month>\d{{1,2}})/(?P<year>\d{{4}}){_CLOCK}", re.IGNORECASE)
LONGEST_CATEGORY = 80
"""Letters before the moment; behind more of them it ends a sentence."""

AFTERNOON, NOON = frozenset({"ch", "pm"}), 12


class NoSuchMoment(ValueError):
    """What is written as a moment is none: a thirty-first of February, a twenty-fifth hour, a month without such a name."""


@dataclass(frozen=True)
class Told:
    """A moment as a line tells it, local time, and the words before it (the category)."""

    at: datetime
    before: str


def told_in(line: str) -> Told | None:
    """The moment that a line ends with; None where there is none. Raises NoSuchMoment.

    Figures count only with an hour: a day alone stands in many sentences.
    """
    found = _at_the_end(_NAMED, line) or _at_the_end(_FIGURES, line)
    if found is None or (found.re is _FIGURES and found["hour"] is None):
        return None
    before = line[: found.start()].strip(" -|,\t")
    return Told(_moment(found), before) if len(before) <= LONGEST_CATEGORY else None


def _at_the_end(pattern: re.Pattern[str], line: str) -> re.Match[str] | None:
    matches = [one for one in pattern.finditer(line) if not line[one.end() :].strip(" .|-()")]
    return matches[-1] if matches else None


def _moment(found: re.Match[str]) -> datetime:
    month = found["month"]
    number = int(month) if month.isdigit() else _FOLDED.get(fold(month), 0)
    hour, half = int(found["hour"] or 0), (found["half"] or "").lower()
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half in AFTERNOON else 0)
    try:
        day = date(int(found["year"]), number, int(found["day"]))
        return datetime.combine(day, time(hour, int(found["minute"] or 0), int(found["second"] or 0)))
    except ValueError as wrong:
        raise NoSuchMoment(found[0]) from wrong
