"""The published figures of a year: page, CSV and JSON say the same numbers, with the day they were counted."""

import csv
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, all_figures, by_month, by_unit, read_figures
from vidan.foundation.units.models import Unit

FIRST = 2018
RECEIVED, DUE, ON_TIME = "cases.received", "cases.answer_due", "cases.answered_on_time"
WIDTH, HEIGHT = 440, 170
"""Size of the drawing in its own units."""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The figures of one year, by month and by unit."""
    asked = request.GET.get("nam", "")
    today = clock.today()
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    scope = _scope(year)
    months = dict(by_month(RECEIVED, scope))
    told = {
        "year": year,
        "years": range(today.year, FIRST - 1, -1),
        "until": scope.until,
        "values": list(_values(scope)),
        "bars": _bars(year, {day.month: n for day, n in months.items()}, scope.until),
        "width": WIDTH,
        "height": HEIGHT,
        "units": _units(scope),
    }
    return render(request, "site/figures.html", told)


@require_safe
def as_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The figures of a year as CSV, one row a figure, UTF-8 with a mark so that spreadsheets read it rightly."""
    scope = _scope(year)
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="so-lieu-{year}.csv"'
    rows = csv.writer(response)
    rows.writerow(["figure", "label", "count", "total", "share_percent", "since", "until"])
    for value in _values(scope):
        rows.writerow(
            [value.figure.name, value.figure.label, value.count, value.total, value.share, scope.since, scope.until]
        )
    return response


@require_safe
def as_json(request: HttpRequest, year: int) -> JsonResponse:
    """The same as JSON."""
    scope = _scope(year)
    told = {
        "since": scope.since.isoformat(),
        "until": scope.until.isoformat(),
        "figures": [
            {
                "name": value.figure.name,
                "label": str(value.figure.label),
                "count": value.count,
                "total": value.total,
                "share_percent": float(value.share) if value.share is not None else None,
            }
            for value in _values(scope)
        ],
    }
    return JsonResponse(told, json_dumps_params={"ensure_ascii": False})


def _scope(year: int) -> Scope:
    today = clock.today()
    if not FIRST <= year <= today.year:
        raise Http404
    return Scope(date(year, 1, 1), min(today, date(year, 12, 31)))


def _values(scope: Scope) -> Any:
    values = read_figures([figure.name for figure in all_figures()], scope).values()
    return [value for value in values if value.count or not value.figure.quiet]


def _bars(year: int, months: dict[int, int], until: date) -> list[dict[str, Any]]:
    """One bar a month, zero-based, with its number on it."""
    most = max(months.values(), default=0) or 1
    step = WIDTH / 12
    room = HEIGHT - 44
    bars = []
    for month in range(1, 13):
        count = months.get(month, 0)
        tall = round(room * count / most, 1)
        known = date(year, month, 1) <= until
        bars.append(
            {
                "month": month,
                "count": count if known else None,
                "x": round(step * (month - 1) + step * 0.15, 1),
                "middle": round(step * (month - 0.5), 1),
                "y": round(HEIGHT - 22 - tall, 1),
                "wide": round(step * 0.7, 1),
                "tall": tall,
            }
        )
    return bars


def _units(scope: Scope) -> list[dict[str, Any]]:
    """By the unit that people spoke about: received; by the body that settles: due, on time."""
    received, due, on_time = by_unit(RECEIVED, scope), by_unit("cases.answer_due", scope), by_unit(ON_TIME, scope)
    names = Unit.objects.filter(pk__in={*received, *due}).values_list("pk", "short_name")
    rows = [
        {"name": name, "received": received.get(pk, 0), "due": due.get(pk, 0), "on_time": on_time.get(pk, 0)}
        for pk, name in names
    ]
    return sorted(rows, key=lambda row: (-row["received"], -row["due"], row["name"]))
