"""A figure (số liệu) has one home: it is declared by name and read by name, everywhere (design.md section 4)."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from importlib import import_module
from typing import Any

from django.apps import apps
from django.db.models import DateField, IntegerField, Q, QuerySet, Sum
from django.db.models import Value as Literal
from django.db.models.functions import Cast, TruncMonth
from django.utils.functional import Promise

from vidan.domain.reporting.shares import share_of
from vidan.foundation.figures.models import Fact, MonthSum
from vidan.foundation.figures.words import of_all

HUNDREDTHS = 100
"""The scale of figures that have two decimals."""

MANY_YEARS = 10


@dataclass(frozen=True)
class Figure:
    """A published number: facts `counts` (of mark `mark` when given), as a share of facts `out_of` when given.

    A share of another fact is one of the same mark, unless `out_of_mark` names another; a share of the same fact is one of
    all its marks. `link` names the route that lists the records behind it for everybody, `records` the route of the desk's
    list with what is asked of it (`cases:list?ky=da-nhan`), to which a period is added; what is not `public` is read at the
    desk alone. `of_offices` counts papers of offices, which stand in public one by one: it is told however small. `scale` is
    into how many parts of one its facts are counted: points are kept in hundredths.
    """

    name: str
    label: str | Promise
    counts: str
    mark: str = ""
    out_of: str = ""
    out_of_mark: str | None = None
    link: str = ""
    records: str = ""
    public: bool = True
    of_offices: bool = False
    scale: int = 1


@dataclass(frozen=True)
class Scope:
    """Which facts: from a day to a day, both included, of some Fronts or of all."""

    since: date
    until: date
    fronts: frozenset[int] | None = None


@dataclass(frozen=True)
class Value:
    """The number of a figure in a scope; `total` is what it is a share of."""

    figure: Figure
    count: int
    total: int | None = None

    @property
    def share(self) -> Decimal | None:
        """Its share of the total in per cent, or None where it is none (domain/reporting/shares.py)."""
        return share_of(self.count, self.total)

    @property
    def words(self) -> str:
        """How it reads, without its share."""
        return of_all(self.count, self.total, self.figure.scale)


class Unknown(LookupError):
    """No app declares a figure of that name."""


_figures: dict[str, Figure] = {}


def gather() -> None:
    """Read FIGURES of every app's figures.py once all apps are up."""
    _figures.clear()
    for config in apps.get_app_configs():
        if not config.name.startswith("vidan.") or config.name.startswith("vidan.foundation"):
            continue
        try:
            declared = import_module(f"{config.name}.figures").FIGURES
        except ModuleNotFoundError as missing:
            if missing.name != f"{config.name}.figures":
                raise
            continue
        for one in declared:
            if one.name in _figures:
                raise ValueError(f"figure {one.name} is declared twice")
            _figures[one.name] = one


def all_figures() -> tuple[Figure, ...]:
    """Every declared figure, in the order of declaration."""
    return tuple(_figures.values())


def read_figures(names: Iterable[str], scope: Scope) -> dict[str, Value]:
    """The values of some figures in a scope, by one grouped query; raises Unknown."""
    try:
        wanted = [_figures[name] for name in names]
    except KeyError as missing:
        raise Unknown(*missing.args) from None
    facts = {figure.counts for figure in wanted} | {figure.out_of for figure in wanted if figure.out_of}
    sums: dict[tuple[str, str], int] = {}
    for name, mark, total in _sums(scope, Q(name__in=facts), "name", "mark"):
        sums[name, mark] = sums.get((name, mark), 0) + total
    return {figure.name: value_of(figure, sums) for figure in wanted}


def declared(name: str) -> Figure:
    """The figure of that name; raises Unknown."""
    try:
        return _figures[name]
    except KeyError:
        raise Unknown(name) from None


def facts_behind(figures: Iterable[Figure]) -> set[str]:
    """The facts that some figures count, and those they are shares of."""
    return {fact for figure in figures for fact in (figure.counts, figure.out_of) if fact}


def read_spans(names: Iterable[str], spans: Mapping[str, Scope]) -> dict[str, dict[str, Value]]:
    """The values of some figures in several scopes, by the names of these, by one query; raises Unknown."""
    wanted = [declared(name) for name in names]
    which = Q(name__in=facts_behind(wanted))
    numbered = dict(enumerate(spans))
    rows: list[QuerySet[Any, Any]] = []
    for number, span in numbered.items():
        rows += _parts(spans[span], which, "name", "mark", span=number)
    sums: dict[str, dict[tuple[str, str], int]] = {span: {} for span in spans}
    for name, mark, number, amount in rows[0].union(*rows[1:], all=True) if rows else ():
        found = sums[numbered[number]]
        found[name, mark] = found.get((name, mark), 0) + int(amount)
    return {span: {figure.name: value_of(figure, sums[span]) for figure in wanted} for span in spans}


def grouped(names: Iterable[str], scope: Scope, *by: str, less: Iterable[Fact] = ()) -> dict[str, dict[Any, int]]:
    """The sums of some figures, each grouped by the same columns (unit_id, mark, month), by one query; raises Unknown.

    A group is named by its value, or by its values in their order when there are several columns; no unit is 0. `less` are
    facts that are left out again.
    """
    try:
        wanted = [_figures[name] for name in names]
    except KeyError as missing:
        raise Unknown(*missing.args) from None
    columns = tuple(dict.fromkeys(("name", "mark", *by)))
    # By name alone: with the marks as well, SQLite would walk each fact of the period instead of the few new ones.
    found = _sums(scope, Q(name__in={figure.counts for figure in wanted}), *columns)
    rows = [dict(zip((*columns, "total"), row, strict=True)) for row in found]
    rows += [_as_row(fact) for fact in less if scope.since <= fact.on <= scope.until]
    sums: dict[str, dict[Any, int]] = {figure.name: {} for figure in wanted}
    for row in rows:
        values = tuple(row[column] or 0 if column == "unit_id" else row[column] for column in by)
        key = values[0] if len(by) == 1 else values
        for figure in wanted:
            if row["name"] == figure.counts and figure.mark in ("", row["mark"]):
                sums[figure.name][key] = sums[figure.name].get(key, 0) + row["total"]
    return {name: {key: total for key, total in groups.items() if total} for name, groups in sums.items()}


def by_all(facts: Iterable[str], scope: Scope, *, by: str = "unit_id") -> list[tuple[str, int, str, date, int]]:
    """The sums of some facts by fact, unit (0 is none), mark and month, by one query; a group may come more than once.

    `by` is `front_id` where the Front that did the work is asked for, instead of the unit it is about.
    """
    rows = _sums(scope, Q(name__in=list(facts)), "name", by, "mark", "month")
    return [(name, unit_id or 0, mark, month, total) for name, unit_id, mark, month, total in rows]


def _as_row(fact: Fact) -> dict[str, Any]:
    return {
        "name": fact.name,
        "mark": fact.mark,
        "unit_id": fact.unit_id,
        "month": fact.on.replace(day=1),
        "total": -fact.amount,
    }


def _sums(scope: Scope, which: Q, *by: str) -> list[tuple[Any, ...]]:
    """Sums of facts in a scope, grouped: whole months from their sums, the days at both ends and new facts one by one.

    One query; a group may come twice, once from the months and once from the days.
    """
    whole, *rows = _parts(scope, which, *by)
    return [(*group, int(total)) for *group, total in whole.union(*rows, all=True)]


def _parts(scope: Scope, which: Q, *by: str, span: int | None = None) -> list[QuerySet[Any, Any]]:
    """What the sums of a scope are put together from; `span` marks its rows where several scopes are asked at once."""
    if scope.fronts is not None:
        which &= Q(front_id__in=scope.fronts)
    first = scope.since if scope.since.day == 1 else _next_month(scope.since)
    after = (scope.until + timedelta(days=1)).replace(day=1)  # the first month that is not wholly inside
    months = MonthSum.objects.filter(which, _months(first, after))
    # Each part is a range of its own, so that the index of each is walked no further than it must be.
    facts = [Q(on__gte=scope.since, on__lt=min(first, _day_after(scope.until)))]
    if after >= first:
        facts += [Q(on__gte=max(after, scope.since), on__lte=scope.until), Q(on__gte=first, on__lt=after, summed=False)]
    # PostgreSQL cuts a date to a moment; only the cast makes it the day that the months' own sums are kept under.
    dated = Fact.objects.annotate(month=Cast(TruncMonth("on"), DateField())) if "month" in by else Fact.objects
    marked = {} if span is None else {"span": Literal(span, output_field=IntegerField())}
    told: list[QuerySet[Any, Any]] = [months, *(dated.filter(which, days) for days in facts)]
    return [rows.values_list(*by).annotate(**marked, total=Sum("amount")).order_by() for rows in told]


def _months(first: date, after: date) -> Q:
    """Months one by one, so that the index leads to those of a Front past all others'; a range where they are very many."""
    if not first < after or after.year - first.year > MANY_YEARS:
        return Q(month__gte=first, month__lt=after)
    listed = [first]
    while (following := _next_month(listed[-1])) < after:
        listed.append(following)
    return Q(month__in=listed)


def _day_after(day: date) -> date:
    return day + timedelta(days=1)


def _next_month(day: date) -> date:
    return (day.replace(day=1) + timedelta(days=32)).replace(day=1)


def value_of(figure: Figure, sums: Mapping[tuple[str, str], int]) -> Value:
    """The number of a figure out of sums by fact and mark that cover what it counts and is a share of."""

    def total(name: str, only: str) -> int:
        return sum(n for (fact, mark), n in sums.items() if fact == name and only in ("", mark))

    of = "" if figure.out_of == figure.counts else figure.mark
    of = of if figure.out_of_mark is None else figure.out_of_mark
    return Value(figure, total(figure.counts, figure.mark), total(figure.out_of, of) if figure.out_of else None)
