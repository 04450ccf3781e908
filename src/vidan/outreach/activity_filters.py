"""Which activities a list shows, as its address says: unit, topic, kind, quarter, year, state, a span of days, words."""

from collections.abc import Mapping
from datetime import date
from urllib.parse import urlencode

from django.http import HttpRequest

from vidan.domain.planning.quarters import QUARTERS
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.intake.fields import FIRST_DAY, LAST_DAY
from vidan.outreach.activity_kinds import ActivityKind, ActivityState
from vidan.outreach.models.activity import ActivityQuerySet
from vidan.outreach.topics import all_topics

NAMES = ("don-vi", "chu-de", "hinh-thuc", "nam", "quy", "tinh-trang", "tu", "den", "tu-khoa")

LONGEST = 100
"""Letters of what is looked for."""


def asked(request: HttpRequest) -> dict[str, str]:
    """What the address asks for; what means nothing is left out."""
    said = {name: request.GET.get(name, "")[:LONGEST].strip() for name in NAMES}
    known = {
        "chu-de": said["chu-de"] in all_topics(),
        "hinh-thuc": said["hinh-thuc"] in ActivityKind.values,
        "tinh-trang": said["tinh-trang"] in ActivityState.values,
        "nam": year_of(said["nam"]) is not None,
        "quy": said["quy"] in map(str, QUARTERS),
        "tu": _day(said["tu"]) is not None,
        "den": _day(said["den"]) is not None,
        "tu-khoa": bool(fold(said["tu-khoa"])),
    }
    return {name: value for name, value in said.items() if value and known.get(name, True)}


def chosen(rows: ActivityQuerySet, told: Mapping[str, str]) -> ActivityQuerySet:
    """The rows that the address asks for; void ones only when they are asked for."""
    fields = {"chu-de": "topic", "hinh-thuc": "kind", "don-vi": "unit__slug", "tinh-trang": "state"}
    rows = rows.filter(**{field: told[name] for name, field in fields.items() if name in told})
    if told.get("tinh-trang") != ActivityState.VOID:
        rows = rows.exclude(state=ActivityState.VOID)
    if year := year_of(told.get("nam", "")):
        rows = rows.filter(on__gte=date(year, 1, 1), on__lte=date(year, 12, 31))
    if "quy" in told:
        first = int(told["quy"]) * 3 - 2
        rows = rows.filter(on__month__gte=first, on__month__lte=first + 2)
    for name, compared in (("tu", "on__gte"), ("den", "on__lte")):
        if day := _day(told.get(name, "")):
            rows = rows.filter(**{compared: day})
    for word in fold(told.get("tu-khoa", "")).split():
        rows = rows.filter(folded__contains=word)
    return rows


def address_of(told: Mapping[str, str]) -> str:
    """The same question as an address."""
    return urlencode(told)


def year_of(said: str) -> int | None:
    """A year of those with which this work has to do."""
    known = said.isascii() and said.isdigit() and len(said) == 4 and FIRST_DAY.year <= int(said) <= LAST_DAY.year
    return int(said) if known else None


def quarters() -> list[tuple[str, str]]:
    """The quarters as choices of an address."""
    return [(str(one), str(one)) for one in QUARTERS]


def _day(said: str) -> date | None:
    try:
        day = date.fromisoformat(said)
    except ValueError:
        return None
    return day if FIRST_DAY <= day <= LAST_DAY else None
