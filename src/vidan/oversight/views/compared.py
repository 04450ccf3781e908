"""Comparing units and years (/ban-lam-viec/bao-cao-nhiem-vu/so-sanh/): who reports in time, and what the reports come to."""

from collections import Counter
from dataclasses import dataclass

from django.db.models import Count, F, Q, Sum
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.selectors import in_place_of, short_names
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.models import DutyReport
from vidan.oversight.models.programme import RUN
from vidan.oversight.report_filters import late_on_today
from vidan.oversight.unit_numbers import figures_by_name

YEARS = 4
"""So many years stand beside each other."""


@dataclass(frozen=True)
class Cell:
    """One unit in one year: reports that were due or came, those in time, those still late; None where none was due."""

    due: int
    in_time: int
    late: int

    @property
    def share(self) -> int | None:
        """Per cent in time, half up."""
        return (200 * self.in_time + self.due) // (2 * self.due) if self.due else None


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """In time by unit and year; and for one figure what the accepted reports came to."""
    actor = acting(request)
    today = clock.today()
    years = list(range(today.year - YEARS + 1, today.year + 1))
    fronts = in_place_of(actor.units_with(RUN), today)
    rows = (
        DutyReport.objects.filter(front_id__in=fronts, year__in=years).exclude(state=ReportState.CANCELLED).order_by()
    )
    counts = rows.values_list("unit_id", "year").annotate(
        due=Count("pk", filter=Q(due_on__lt=today) | Q(first_sent_on__isnull=False)),
        in_time=Count("pk", filter=Q(first_sent_on__lte=F("due_on"))),
        late=Count("pk", filter=late_on_today()),
    )
    cells = {(unit, year): Cell(due, in_time, late) for unit, year, due, in_time, late in counts if due}
    names = short_names()
    declared = figures_by_name()
    told = rows.filter(state=ReportState.ACCEPTED, counted__isnull=False).exclude(duty__figure="")
    sums = {
        (figure, unit, year): total
        for figure, unit, year, total in told.values_list("duty__figure", "unit_id", "year").annotate(Sum("counted"))
    }
    figures = sorted({figure for figure, _unit, _year in sums if figure in declared})
    figure = request.GET.get("so", "")
    figure = figure if figure in figures else (figures[0] if figures else "")
    in_order = list(
        rows.order_by("unit__level", "unit__kind", "unit__sort_key").values_list("unit_id", flat=True).distinct()
    )
    units = list(dict.fromkeys(in_order))
    shown_years = [year for year in years if any((unit, year) in cells for unit in units)]
    by_unit = [(names.get(unit, ""), [sums.get((figure, unit, year)) for year in shown_years]) for unit in units]
    counted = [(name, row) for name, row in by_unit if any(one is not None for one in row)]
    shown = {
        "years": shown_years,
        "figures": [(name, declared[name].label) for name in figures],
        "figure": figure,
        "label": declared[figure].label if figure else "",
        "rows": [
            (names.get(unit, ""), [cells.get((unit, year)) for year in shown_years])
            for unit in units
            if any((unit, year) in cells for year in years)
        ],
        "whole": _whole(cells, shown_years),
        "sums": counted,
        "total": [sum(row[place] or 0 for _name, row in counted) for place in range(len(shown_years))],
    }
    return render(request, "oversight/compared.html", shown)


def _whole(cells: dict[tuple[int, int], Cell], years: list[int]) -> list[Cell]:
    """All units together, by year."""
    sums: Counter[tuple[int, str]] = Counter()
    for (_unit, year), cell in cells.items():
        for name in ("due", "in_time", "late"):
            sums[year, name] += getattr(cell, name)
    return [Cell(sums[year, "due"], sums[year, "in_time"], sums[year, "late"]) for year in years]
