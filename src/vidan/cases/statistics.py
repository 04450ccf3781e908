"""Handling statistics (thống kê xử lý): what was received, answered, on time and late, and whose answers were late.

The numbers are sums of dated facts (figures.py). What an actor may not know of is taken out of them, so that no number
tells of a case under the conflict guard; each number leads to the list of the cases behind it.
"""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django.db.models import Count, Min
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vidan.cases.figures import MEASURES, NO_CONDUCT, TRAITS, by_trait
from vidan.cases.kinds import Conduct, Kind, Source, TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.selectors import NO_PLACE, NOT_PRAISE, Filters, late_now
from vidan.cases.services.tally import reckoned
from vidan.domain.reporting.shares import share_of
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.figures.figure import Scope, grouped
from vidan.foundation.figures.models import Fact
from vidan.foundation.figures.named import name_of
from vidan.foundation.units.models import CounterPoint, Unit

RECEIVED, DUE, ANSWERED, ON_TIME = MEASURES
EVENTS = {RECEIVED: "da-nhan", DUE: "den-han", ANSWERED: "da-tra-loi", ON_TIME: "dung-han", "late": "tre"}
"""The list behind each number."""

EARLIEST = date(2000, 1, 1)
"""No case is older."""

REPEATED = 3
"""From so many words of complaint on a place counts as one where things repeat."""


@dataclass
class Counts:
    """The measures of one line of a table."""

    by: dict[str, int] = field(default_factory=dict)

    def add(self, measure: str, amount: int) -> None:
        """Count some more of a measure."""
        self.by[measure] = self.by.get(measure, 0) + amount

    @property
    def late(self) -> int:
        """What was due in the period and was not answered on time, answered since or not."""
        return self.by.get(DUE, 0) - self.by.get(ON_TIME, 0)

    @property
    def share(self) -> Decimal | None:
        """Per cent on time of what was due, with one decimal, half up; None when nothing was due."""
        return share_of(self.by.get(ON_TIME, 0), self.by.get(DUE, 0))

    @property
    def anything(self) -> bool:
        """Whether there is a number at all."""
        return any(self.by.values())

    def numbers(self) -> list[int]:
        """Received, due, answered, on time, late."""
        return [*(self.by.get(measure, 0) for measure in MEASURES), self.late]


@dataclass(frozen=True)
class Line:
    """One line: what it is of, its numbers, and the filters of the lists behind them."""

    label: str | Promise
    counts: Counts
    scope: Scope
    filters: dict[str, Any]

    @property
    def cells(self) -> list[tuple[int, str]]:
        """Each number with the query of the list behind it, empty where there is none."""
        return [
            (n, self.query(event) if n > 0 else "")
            for n, event in zip(self.counts.numbers(), EVENTS.values(), strict=True)
        ]

    def query(self, event: str) -> str:
        """The query of the list of the cases to which something happened in the period."""
        told: dict[str, Any] = {"event": event, "since": self.scope.since, "until": self.scope.until}
        return Filters(**(told | self.filters)).query()


@dataclass(frozen=True)
class Table:
    """One table, the most received first."""

    title: str
    lines: list[Line]


@dataclass(frozen=True)
class LateBody:
    """How one body kept its dates in the period, and what it owes now."""

    name: str
    slug: str
    role: str | Promise
    due: int
    on_time: int
    answered_late: int
    days_late: int
    owing: int
    longest: int

    @property
    def mean(self) -> Decimal | None:
        """Working days that a late answer was late in the mean."""
        if not self.answered_late:
            return None
        return (Decimal(self.days_late) / self.answered_late).quantize(Decimal("0.1"), rounding="ROUND_HALF_UP")


@dataclass(frozen=True)
class Place:
    """A place of which people complained again and again; `wide` is its bar against the longest, 0 to 100."""

    line: Line
    count: int
    wide: int
    often: str | Promise
    query: str


@dataclass(frozen=True)
class Statistics:
    """All tables of a period."""

    scope: Scope
    whole: Line
    tables: list[Table]
    bodies: list[LateBody]
    places: list[Place]


def period(since: date | None, until: date | None) -> tuple[date, date]:
    """The days that are counted, both included; up to yesterday, because what is due today is not late yet.

    Without days it is the year of yesterday.
    """
    yesterday = clock.today() - timedelta(days=1)
    last = max(min(until or yesterday, yesterday), EARLIEST)
    first = max(since or last.replace(month=1, day=1), EARLIEST)
    return min(first, last), last


def statistics_for(actor: Actor, since: date, until: date) -> Statistics:
    """The statistics of the Fronts in which the actor reads cases."""
    fronts = actor.units_with("cases.read")
    scope = Scope(since, until, fronts)
    less = held_back(actor)
    names = [by_trait(measure, trait) for measure in MEASURES for trait in TRAITS]
    sums = grouped(names, scope, "unit_id", "mark", less=less)
    months = grouped([by_trait(measure, "kind") for measure in MEASURES], scope, "month", less=less)
    owing = _owing(actor)
    bodies = grouped(_body_figures(), scope, "unit_id", less=less)
    shown = {unit for groups in sums.values() for unit, _mark in groups} | set(owing)
    shown |= {unit for groups in bodies.values() for unit in groups}
    units = {
        pk: (slug, name) for pk, slug, name in Unit.objects.filter(pk__in=shown).values_list("pk", "slug", "short_name")
    }
    by_unit = _Gathered(sums, scope, units)
    return Statistics(
        scope,
        by_unit.whole(),
        [
            Table(_("Theo nơi liên quan"), by_unit.of("kind", lambda unit, _mark: unit, by_unit.unit)),
            Table(_("Theo điều đã xảy ra"), by_unit.of("conduct", lambda _unit, mark: mark, _conduct)),
            Table(_("Theo quầy"), by_unit.of("counter", lambda _unit, mark: mark, _counters(sums))),
            Table(_("Theo thủ tục"), by_unit.of("procedure", lambda _unit, mark: mark, _procedure)),
            Table(_("Theo tháng"), _months(months, scope)),
            Table(_("Theo nguồn"), by_unit.of("source", lambda _unit, mark: mark, _source)),
            Table(_("Theo loại"), by_unit.of("kind", lambda _unit, mark: mark, _kind)),
        ],
        _late_bodies(bodies, owing, units),
        by_unit.places(),
    )


def held_back(actor: Actor) -> list[Fact]:
    """The facts of cases that the actor's Fronts carry and of which he may not know."""
    rows = CaseFile.objects.kept_from(actor)
    return [fact for case in rows.prefetch_related("transfers__clock") for fact in reckoned(case)]


Label = Callable[[Any], tuple[str | Promise, dict[str, Any]]]
"""The label of a line and its filters, by its unit or mark."""


@dataclass(frozen=True)
class _Gathered:
    """The sums by unit and mark, of which each table is an extract."""

    sums: dict[str, dict[tuple[int, str], int]]
    scope: Scope
    units: dict[int, tuple[str, str]]

    def whole(self) -> Line:
        counts = Counts()
        for measure in MEASURES:
            counts.add(measure, sum(self.sums[by_trait(measure, "kind")].values()))
        return Line(_("Tất cả"), counts, self.scope, {})

    def of(self, trait: str, key: Callable[[int, str], Any], label: Label) -> list[Line]:
        lines: dict[Any, Counts] = {}
        for measure in MEASURES:
            for (unit, mark), amount in self.sums[by_trait(measure, trait)].items():
                lines.setdefault(key(unit, mark), Counts()).add(measure, amount)
        told = [
            Line(name, counts, self.scope, filters) for at, counts in lines.items() for name, filters in [label(at)]
        ]
        return sorted(told, key=lambda line: (-line.counts.numbers()[0], str(line.label)))

    def unit(self, pk: int) -> tuple[str | Promise, dict[str, Any]]:
        slug, name = self.units.get(pk, (NO_PLACE, _("Chưa rõ nơi nào")))
        return name, {"unit": slug}

    def places(self) -> list[Place]:
        """The places of which people complained again and again; praise does not count."""
        counts: dict[int, int] = {}
        for (unit, mark), amount in self.sums[by_trait(RECEIVED, "kind")].items():
            if unit and mark != Kind.COMMENDATION:
                counts[unit] = counts.get(unit, 0) + amount
        told = sorted((-n, self.unit(unit)[0], unit) for unit, n in counts.items() if n >= REPEATED)
        most = -told[0][0] if told else 1
        return [self._place(unit, -n, most) for n, _name, unit in told]

    def _place(self, unit: int, count: int, most: int) -> Place:
        name, filters = self.unit(unit)
        by_conduct = {
            mark: amount
            for (at, mark), amount in self.sums[by_trait(RECEIVED, "conduct")].items()
            if at == unit and mark != NO_CONDUCT
        }
        often = max(sorted(by_conduct), key=lambda mark: by_conduct[mark], default="")
        line = Line(name, Counts({RECEIVED: count}), self.scope, filters | {"kind": NOT_PRAISE})
        return Place(
            line, count, round(100 * count / most), Conduct(often).label if often else "", line.query("da-nhan")
        )


def _conduct(mark: str) -> tuple[str | Promise, dict[str, Any]]:
    return (_("Không nêu điều nào") if mark == NO_CONDUCT else Conduct(mark).label), {"conduct": mark}


def _source(mark: str) -> tuple[str | Promise, dict[str, Any]]:
    return Source(mark).label, {"source": mark}


def _kind(mark: str) -> tuple[str | Promise, dict[str, Any]]:
    return Kind(mark).label, {"kind": mark}


def _procedure(mark: str) -> tuple[str | Promise, dict[str, Any]]:
    return name_of(mark) or mark, {"procedure": mark}


def _counters(sums: dict[str, dict[tuple[int, str], int]]) -> Label:
    marks = {mark for measure in MEASURES for _unit, mark in sums[by_trait(measure, "counter")]}
    points = CounterPoint.objects.filter(pk__in=marks).select_related("unit") if marks else ()
    told = {str(point.pk): (f"{point.label}, {point.unit.short_name}", {"counter": point.code}) for point in points}
    return lambda mark: told[mark]


def _months(sums: dict[str, dict[date, int]], scope: Scope) -> list[Line]:
    lines: dict[date, Counts] = {}
    for measure in MEASURES:
        for month, amount in sums[by_trait(measure, "kind")].items():
            lines.setdefault(month, Counts()).add(measure, amount)
    return [_month(month, lines[month], scope) for month in sorted(lines)]


def _month(month: date, counts: Counts, scope: Scope) -> Line:
    last = (month + timedelta(days=31)).replace(day=1) - timedelta(days=1)
    own = Scope(max(month, scope.since), min(last, scope.until), scope.fronts)
    return Line(f"{month:%m/%Y}", counts, own, {})


def _body_figures() -> list[str]:
    return [f"cases.{name}_{role}" for name in ("due_of", "on_time_of", "late_of", "days_late_of") for role in _roles()]


def _roles() -> Iterable[str]:
    return (TransferRole.SETTLE, TransferRole.MONITOR)


def _owing(actor: Actor) -> dict[int, dict[str, tuple[int, date]]]:
    """What each body owes now and should have answered before: how many, and the oldest date, by its role."""
    rows = late_now().filter(case__in=CaseFile.objects.visible_to(actor)).order_by()
    told: dict[int, dict[str, tuple[int, date]]] = {}
    for unit, role, n, first in rows.values_list("recipient_id", "role").annotate(Count("pk"), Min("clock__due_on")):
        told.setdefault(unit, {})[role] = (n, first)
    return told


def _late_bodies(
    sums: dict[str, dict[int, int]], owing: dict[int, dict[str, tuple[int, date]]], units: dict[int, tuple[str, str]]
) -> list[LateBody]:
    """The bodies that were late or are, those that owe the most first."""
    told = []
    for role in _roles():
        parts = [sums[f"cases.{name}_{role}"] for name in ("due_of", "on_time_of", "late_of", "days_late_of")]
        for unit in set().union(*parts) | {pk for pk, roles in owing.items() if role in roles}:
            now, first = owing.get(unit, {}).get(role, (0, clock.today()))
            slug, name = units[unit]
            due, on_time, late, days = (part.get(unit, 0) for part in parts)
            longest = working_days_late(first, clock.today())
            body = LateBody(name, slug, TransferRole(role).label, due, on_time, late, days, now, longest)
            if body.owing or body.answered_late:
                told.append(body)
    return sorted(told, key=lambda body: (-body.owing, -body.answered_late, body.name))
