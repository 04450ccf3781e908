"""The published index as CSV, JSON and XLSX: a year's units, and a sheet as it was frozen, to be counted again."""

from collections.abc import Iterable, Sequence

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.foundation.sheets.csv_text import as_csv
from vidan.foundation.sheets.write import Cell, as_xlsx
from vidan.scorecards.compared import placed
from vidan.scorecards.frozen import lines_of
from vidan.scorecards.models import Scorecard
from vidan.scorecards.views.public import published

MINUTES = 5
"""How long others may keep a download; a published sheet never changes."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

YEAR_HEAD = (
    "year",
    "unit",
    "unit_name",
    "front_name",
    "rubric",
    "points",
    "maximum",
    "percent",
    "band",
    "rank",
    "change",
    "code",
)
SHEET_HEAD = ("code", "title", "points", "maximum", "declared", "platform", "counted", "reason", "note")


@require_safe
def year(request: HttpRequest, year: int, form: str) -> HttpResponse:
    """The units of a year."""
    rows = [
        [
            year,
            one.card.unit.slug,
            one.card.unit.name,
            one.card.front.name,
            one.card.rubric.title,
            str(one.points),
            str(one.maximum),
            None if one.percent is None else str(one.percent),
            one.band or None,
            one.rank.rank if one.rank else None,
            None if one.change is None else str(one.change),
            one.card.code,
        ]
        for one in placed(year)
    ]
    if not rows:
        raise Http404
    if form == "json":
        told = {"year": year, "units": [dict(zip(YEAR_HEAD, row, strict=True)) for row in rows]}
        return _kept(JsonResponse(told, json_dumps_params={"ensure_ascii": False}))
    return _table(f"chi-so-{year}", _("Chỉ số năm %(year)s") % {"year": year}, YEAR_HEAD, rows, form)


@require_safe
def sheet(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """One sheet: JSON is what was frozen, with its digest, for `vidan score replay`."""
    card = published(code)
    if form == "json":
        told = {"digest": card.digest, "sheet": card.frozen}
        return _kept(JsonResponse(told, json_dumps_params={"ensure_ascii": False}))
    return _table(f"phieu-{code}", card.unit.name, SHEET_HEAD, _lines(card), form)


def _lines(card: Scorecard) -> list[list[Cell]]:
    return [
        [
            line.node.code,
            line.node.title,
            "" if line.points is None else str(line.points),
            str(line.maximum),
            line.declared_words,
            line.platform_words,
            line.said_words,
            line.reason,
            line.said.note if line.said else "",
        ]
        for line in lines_of(card)
    ]


def _table(name: str, title: str, head: Sequence[str], rows: Iterable[Sequence[Cell]], form: str) -> HttpResponse:
    if form == "xlsx":
        response = HttpResponse(as_xlsx(title, head, rows), content_type=XLSX)
    elif form == "csv":
        response = HttpResponse(as_csv(head, rows), content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="{name}.{form}"'
    return _kept(response)


def _kept(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=MINUTES * 60)
    return response
