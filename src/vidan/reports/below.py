"""What the Fronts below have reported of a period, side by side and summed up (tổng hợp), next to the platform's own sum."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.formats import number_format

from vidan.domain.reporting.periods import Period
from vidan.domain.reporting.roll_up import Line, Number, side_by_side
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, Unknown, declared, read_figures
from vidan.foundation.ui.numbers import whole
from vidan.foundation.units.models import Unit, UnitKind
from vidan.reports.covered import covered_by
from vidan.reports.models import Report


@dataclass(frozen=True)
class Below:
    """The reports of a period: who reported, who did not, and each section's figures by unit with their sums."""

    reports: list[Report]
    missing: list[Unit]
    sections: list[Mapping[str, Any]]
    platform: Mapping[str, Number]

    def lines(self, section: str) -> list[tuple[str, Line]]:
        """The figures of a section: the label, a number for each report, and the sum."""
        labels = {
            one["name"]: one["label"] for part in self.sections if part["code"] == section for one in part["figures"]
        }
        numbers = [told_in(report) for report in self.reports]
        return [(_label(line.name, labels), line) for line in side_by_side(list(labels), numbers)]


def below(actor: Actor, period: Period) -> Below:
    """What was sent to the actor's Front of a period, in the newest edition; those who stood below it then are expected."""
    fronts = actor.units_with("reports.read_below")
    rows = Report.objects.received_by(actor).filter(kind=period.kind.value, year=period.year, part=period.part)
    newest: dict[int, Report] = {}
    for report in rows.select_related("front").order_by("front__sort_key", "edition"):
        newest[report.front_id] = report
    reports = list(newest.values())
    there = Unit.objects.valid_on(period.until).filter(parent_id__in=fronts, kind=UnitKind.FRONT_COMMITTEE)
    missing = [unit for unit in there if unit.pk not in newest]
    sections: dict[str, Mapping[str, Any]] = {}
    for report in reports:
        for part in (report.frozen or {})["sections"]:
            if part["figures"]:
                sections.setdefault(part["code"], part)
    return Below(reports, missing, list(sections.values()), _platform(fronts, period, list(sections.values())))


def told_in(report: Report) -> dict[str, Number]:
    """The figures of a report, as they were frozen."""
    parts = (report.frozen or {"sections": ()})["sections"]
    return {
        one["name"]: Number(one["count"], one["total"], one.get("scale", 1))
        for part in parts
        for one in part["figures"]
    }


def number_words(number: Number | None) -> str:
    """`120`, `12/14 (85.7%)`, or a dash for who told none."""
    if number is None:
        return "–"
    count, share = whole(number.count, number.scale), number.share
    if number.total is None:
        return count
    of_all = f"{count}/{whole(number.total, number.scale)}"
    return of_all if share is None else f"{of_all} ({number_format(share, 1)}%)"


def _platform(fronts: frozenset[int], period: Period, sections: list[Mapping[str, Any]]) -> dict[str, Number]:
    """What the platform counts over all Fronts of the territory, whoever reported, up to today."""
    until = min(period.until, clock.today())
    names = {one["name"] for part in sections for one in part["figures"] if _is_declared(one["name"])}
    covered: set[int] = set()
    for front in fronts:
        covered |= covered_by(front, until, below=True).fronts
    values = read_figures(names, Scope(period.since, until, frozenset(covered))) if names else {}
    return {name: Number(value.count, value.total, value.figure.scale) for name, value in values.items()}


def _is_declared(name: str) -> bool:
    try:
        declared(name)
    except Unknown:
        return False
    return True


def _label(name: str, frozen: Mapping[str, str]) -> str:
    return str(declared(name).label) if _is_declared(name) else frozen[name]
