"""What the Fronts below have reported of a period, side by side and summed up (tổng hợp), next to the platform's own sum.

However many units there are, no more of their reports are in memory than stand in one batch.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from vidan.domain.reporting.periods import Period
from vidan.domain.reporting.roll_up import Number, summed
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, Unknown, declared, read_figures
from vidan.foundation.figures.words import value_words
from vidan.foundation.units.models import Unit, UnitKind
from vidan.reports.covered import covered_by
from vidan.reports.models import Report

BATCH = 20
"""Reports that are read at once."""


@dataclass
class Sums:
    """What some reports come to: how many they are, their sections with the labels of their figures, each figure's sum."""

    reports: int = 0
    sections: dict[str, dict[str, Any]] = field(default_factory=dict)
    numbers: dict[str, Number] = field(default_factory=dict)

    def add(self, report: Report) -> None:
        """Count one more report; a section is called as in the first report that has it."""
        self.reports += 1
        for part in _parts(report):
            if part["figures"]:
                labels = {one["name"]: one["label"] for one in part["figures"]}
                self.sections.setdefault(part["code"], {"title": part["title"], "labels": labels})
        for name, number in told_in(report).items():
            together = summed([self.numbers.get(name), number])
            assert together is not None  # there is this number at least
            self.numbers[name] = together

    def columns(self, section: str) -> list[tuple[str, str]]:
        """The figures of a section with their labels, as they are declared today or were frozen."""
        labels: Mapping[str, str] = self.sections.get(section, {"labels": {}})["labels"]
        return [(name, _label(name, label)) for name, label in labels.items()]


def newest_of(actor: Actor, period: Period) -> list[int]:
    """The keys of what was sent to the actor's Front of a period, each in its newest edition, in the order of the units."""
    rows = Report.objects.received_by(actor).filter(kind=period.kind.value, year=period.year, part=period.part)
    order = rows.order_by("front__sort_key", "front_id", "edition").values_list("front_id", "pk")
    return list(dict(order).values())


def in_batches(keys: Sequence[int], size: int = BATCH) -> Iterator[list[Report]]:
    """The reports of these keys in their order, so many at a time; a batch is emptied before the next one is read."""
    for start in range(0, len(keys), size):
        some = keys[start : start + size]
        found = Report.objects.select_related("front").defer("outline").in_bulk(some)
        batch = [found.pop(key) for key in some]
        yield batch
        batch.clear()


def sums_of(reports: Iterable[Report]) -> Sums:
    """What some reports come to."""
    told = Sums()
    for report in reports:
        told.add(report)
    return told


def missing(actor: Actor, period: Period) -> list[Unit]:
    """Who stood below the actor's Front at the end of the period and has sent nothing of it."""
    rows = Report.objects.received_by(actor).filter(kind=period.kind.value, year=period.year, part=period.part)
    fronts = actor.units_with("reports.read_below")
    there = Unit.objects.valid_on(period.until).filter(parent_id__in=fronts, kind=UnitKind.FRONT_COMMITTEE)
    return list(there.exclude(pk__in=rows.values("front_id")))


def told_in(report: Report) -> dict[str, Number]:
    """The figures of a report, as they were frozen."""
    return {
        one["name"]: Number(one["count"], one["total"], one.get("scale", 1))
        for part in _parts(report)
        for one in part["figures"]
    }


def number_words(number: Number | None) -> str:
    """A number with its share, or a dash for who told none."""
    if number is None:
        return "–"
    return value_words(number.count, number.total, number.scale)


def platform(actor: Actor, period: Period, names: Iterable[str]) -> dict[str, Number]:
    """What the platform counts over all Fronts of the territory, whoever reported, up to today."""
    until = min(period.until, clock.today())
    known = {name for name in names if _is_declared(name)}
    covered: set[int] = set()
    for front in actor.units_with("reports.read_below"):
        covered |= covered_by(front, until, below=True).fronts
    values = read_figures(known, Scope(period.since, until, frozenset(covered))) if known else {}
    return {name: Number(value.count, value.total, value.figure.scale) for name, value in values.items()}


def _parts(report: Report) -> Sequence[Mapping[str, Any]]:
    parts: Sequence[Mapping[str, Any]] = (report.frozen or {"sections": ()})["sections"]
    return parts


def _is_declared(name: str) -> bool:
    try:
        declared(name)
    except Unknown:
        return False
    return True


def _label(name: str, frozen: str) -> str:
    return str(declared(name).label) if _is_declared(name) else frozen
