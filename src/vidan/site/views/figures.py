"""The published figures of a year (số liệu): page, CSV and JSON say the same numbers, with the day they were counted."""

import csv
from collections.abc import Iterable
from typing import Any, TypeVar

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from vidan.domain.publishing.small import Shown
from vidan.foundation.calendar import clock
from vidan.foundation.figures.breakdown import Published
from vidan.site.open_data import LICENCE, Performance, Year, year_so_far

FIRST = 2018
MINUTES = 5
"""How long others may keep a download; it names the day of its numbers."""

WIDTH, HEIGHT = 440, 170
"""Size of the drawing of quarters in its own units."""

ROW, LABEL = 30, 190
"""Height of one body's bar, and the room for its name."""

MOST_BARS = 12

Response = TypeVar("Response", bound=HttpResponse)


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The figures of one year: by place, kind, quarter, way and conduct, and what the bodies did in time."""
    asked = request.GET.get("nam", "")
    today = clock.today()
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else today.year
    known = _year(year)
    quarters = known.table("area_quarter")
    bars = _bars([(line.words, n) for line, n in zip(quarters.columns, quarters.column_totals, strict=True)])
    told = {
        "year": year,
        "years": range(today.year, FIRST - 1, -1),
        "until": known.scope.until,
        "known": known,
        "bars": bars,
        "width": WIDTH,
        "height": HEIGHT,
        "shares": _shares(known.bodies),
        "shares_height": ROW * min(MOST_BARS, len([body for body in known.bodies if body.due])),
        "least": settings.SMALL_NUMBER,
    }
    return render(request, "site/figures.html", told)


@require_safe
def as_csv(request: HttpRequest, year: int) -> HttpResponse:
    """The figures of a year as CSV, one row a figure, UTF-8 with a mark so that spreadsheets read it rightly."""
    known = _year(year)
    head = ["figure", "label", "count", "total", "share_percent", "since", "until"]
    days = [known.scope.since, known.scope.until]
    rows = [
        [one.value.figure.name, one.value.figure.label, one.count, None if one.hidden else one.value.total, one.share]
        for one in known.headlines
    ]
    return _csv(f"so-lieu-{year}.csv", head, ([*row, *days] for row in rows))


@require_safe
def tables_csv(request: HttpRequest, year: int) -> HttpResponse:
    """All tables of a year as CSV, one row a cell; what is hidden has no count and says so."""
    known = _year(year)
    head = ["table", "row", "row_label", "column", "column_label", "count", "shown", "since", "until"]
    days = [known.scope.since, known.scope.until]
    cells = [
        [table.name, line.code, line.words, column.code, column.words, cell.count, cell.shown.value, *days]
        for table in known.tables
        for line, cells, _total in table.rows
        for column, cell in zip(table.columns, cells, strict=True)
    ]
    cells += [
        [name, one.code, one.name, column, column, getattr(one, column), Shown.NUMBER.value, *days]
        for name, rows in (("body", known.bodies), ("quarter", known.quarters))
        for one in rows
        for column in ("due", "on_time", "urged")
    ]
    return _csv(f"so-lieu-{year}-bang.csv", head, cells)


@require_safe
def as_json(request: HttpRequest, year: int) -> JsonResponse:
    """The same as JSON."""
    known = _year(year)
    told = {
        "since": known.scope.since.isoformat(),
        "until": known.scope.until.isoformat(),
        "licence": LICENCE,
        "smallest_number_shown": settings.SMALL_NUMBER,
        "figures": [
            {
                "name": one.value.figure.name,
                "label": str(one.value.figure.label),
                "count": one.count,
                "total": None if one.hidden else one.value.total,
                "share_percent": float(one.share) if one.share is not None else None,
            }
            for one in known.headlines
        ],
        "tables": [_table(table) for table in known.tables],
        "bodies": [_performance(one) for one in known.bodies],
        "quarters": [_performance(one) for one in known.quarters],
    }
    return _kept(JsonResponse(told, json_dumps_params={"ensure_ascii": False}))


def _year(year: int) -> Year:
    today = clock.today()
    if not FIRST <= year <= today.year:
        raise Http404
    return year_so_far(year, today)


def _table(table: Published) -> dict[str, Any]:
    return {
        "name": table.name,
        "title": str(table.title),
        "columns": [{"code": line.code, "label": line.words} for line in table.columns],
        "rows": [
            {
                "code": line.code,
                "label": line.words,
                "cells": [{"count": cell.count, "shown": cell.shown.value} for cell in cells],
                "total": total,
            }
            for line, cells, total in table.rows
        ],
        "column_totals": table.column_totals,
        "total": table.total,
    }


def _performance(one: Performance) -> dict[str, Any]:
    share = float(one.share) if one.share is not None else None
    return {"code": one.code, "label": one.name, "due": one.due, "on_time": one.on_time, "urged": one.urged} | {
        "on_time_percent": share
    }


def _csv(name: str, head: list[str], rows: Iterable[Iterable[object]]) -> HttpResponse:
    response = HttpResponse("\ufeff", content_type="text/csv; charset=utf-8")
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    writer = csv.writer(response)
    writer.writerow(head)
    writer.writerows(rows)
    return _kept(response)


def _kept(response: Response) -> Response:
    """Others may keep a download for some minutes: it is the same for everybody and holds nobody's words."""
    patch_cache_control(response, public=True, max_age=MINUTES * 60)
    return response


def _bars(counts: list[tuple[str, int]]) -> list[dict[str, Any]]:
    """One bar a quarter, zero-based, with its number on it."""
    most = max((count for _words, count in counts), default=0) or 1
    step = WIDTH / (len(counts) or 1)
    room = HEIGHT - 44
    bars = []
    for place, (words, count) in enumerate(counts):
        tall = round(room * count / most, 1)
        bars.append(
            {
                "words": words,
                "count": count,
                "x": round(step * (place + 0.15), 1),
                "middle": round(step * (place + 0.5), 1),
                "y": round(HEIGHT - 22 - tall, 1),
                "wide": round(step * 0.7, 1),
                "tall": tall,
            }
        )
    return bars


def _shares(bodies: Iterable[Performance]) -> list[dict[str, Any]]:
    """One bar a body: the share in time of what was due, from nought to a hundred per cent."""
    room = WIDTH - LABEL - 60
    known = [body for body in bodies if body.due][:MOST_BARS]
    return [
        {
            "name": body.name,
            "share": body.share,
            "y": ROW * place + 7,
            "line": ROW * place + 20,
            "x": LABEL,
            "room": room,
            "wide": round(room * body.on_time / body.due, 1),
            "after": LABEL + room + 8,
        }
        for place, body in enumerate(known)
    ]
