"""Comparing units and years (/ban-lam-viec/bao-cao-nhiem-vu/so-sanh/): who reports in time, and what the reports come to."""

from collections import Counter
from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.oversight.compared_units import Cell, compared


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """In time by unit and year; and for one figure what the accepted reports came to."""
    told = compared(acting(request))
    labels = dict(told.figures)
    figure = request.GET.get("so", "")
    figure = figure if figure in labels else next(iter(labels), "")
    by_unit = [(name, [told.sums.get((figure, unit, year)) for year in told.years]) for unit, name in told.units]
    counted = [(name, row) for name, row in by_unit if any(one is not None for one in row)]
    rows = [(name, [told.cells.get((unit, year)) for year in told.years]) for unit, name in told.units]
    shown = {
        "years": told.years,
        "figures": told.figures,
        "figure": figure,
        "label": labels.get(figure, ""),
        "rows": [(name, cells) for name, cells in rows if any(cells)],
        "whole": _whole(told.cells, told.years),
        "sums": counted,
        "total": [sum(row[place] or 0 for _name, row in counted) for place in range(len(told.years))],
    }
    return render(request, "oversight/compared.html", shown)


def _whole(cells: Mapping[tuple[int, int], Cell], years: Sequence[int]) -> list[Cell]:
    """All units together, by year."""
    sums: Counter[tuple[int, str]] = Counter()
    for (_unit, year), cell in cells.items():
        for name in ("due", "in_time", "late"):
            sums[year, name] += getattr(cell, name)
    return [Cell(sums[year, "due"], sums[year, "in_time"], sums[year, "late"]) for year in years]
