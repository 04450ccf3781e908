"""A figure (số liệu) has one home: it is declared by name and read by name, everywhere (design.md section 4)."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from importlib import import_module

from django.apps import apps
from django.db.models import Q, Sum
from django.utils.functional import Promise

from vidan.foundation.figures.models import Fact


@dataclass(frozen=True)
class Figure:
    """A published number: facts `counts` (of mark `mark` when given), as a share of facts `out_of` when given.

    `sentence` says the number in words with the slot `{value}`; `link` names the route that lists the records behind it.
    """

    name: str
    label: str | Promise
    counts: str
    mark: str = ""
    out_of: str = ""
    link: str = ""


@dataclass(frozen=True)
class Scope:
    """Which facts: from a day to a day, both included, of some Fronts or of all."""

    since: date
    until: date
    fronts: frozenset[int] | None = None


@dataclass(frozen=True)
class Value:
    """The number of a figure in a scope. `total` is what it is a share of; `share` is None without one, or when it is 0."""

    figure: Figure
    count: int
    total: int | None = None

    @property
    def share(self) -> Decimal | None:
        """Per cent with one decimal, half up; no data is not zero."""
        if not self.total:
            return None
        return (Decimal(100) * self.count / self.total).quantize(Decimal("0.1"), rounding="ROUND_HALF_UP")


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
    rows = Fact.objects.filter(_within(scope), name__in=facts).values_list("name", "mark").annotate(sum=Sum("amount"))
    sums: dict[tuple[str, str], int] = {(name, mark): int(total) for name, mark, total in rows.order_by()}
    return {figure.name: _value(figure, sums) for figure in wanted}


def by_month(name: str, scope: Scope) -> list[tuple[date, int]]:
    """The sums of a figure's fact by month, for a chart and its table."""
    figure = _figures[name]
    rows = Fact.objects.filter(_within(scope), name=figure.counts)
    if figure.mark:
        rows = rows.filter(mark=figure.mark)
    grouped = rows.values_list("on__year", "on__month").annotate(sum=Sum("amount")).order_by("on__year", "on__month")
    return [(date(year, month, 1), int(total)) for year, month, total in grouped]


def by_unit(name: str, scope: Scope) -> dict[int, int]:
    """The sums of a figure's fact by unit."""
    figure = _figures[name]
    rows = Fact.objects.filter(_within(scope), name=figure.counts, unit_id__isnull=False)
    if figure.mark:
        rows = rows.filter(mark=figure.mark)
    return dict(rows.values_list("unit_id").annotate(sum=Sum("amount")).order_by())


def _within(scope: Scope) -> Q:
    inside = Q(on__gte=scope.since, on__lte=scope.until)
    return inside & Q(front_id__in=scope.fronts) if scope.fronts is not None else inside


def _value(figure: Figure, sums: dict[tuple[str, str], int]) -> Value:
    def total(name: str) -> int:
        return sum(n for (fact, mark), n in sums.items() if fact == name and figure.mark in ("", mark))

    return Value(figure, total(figure.counts), total(figure.out_of) if figure.out_of else None)
