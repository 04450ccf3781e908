"""A published result as CSV, XLSX and JSON: the same numbers as the page, out of what was frozen."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils.cache import patch_cache_control
from django.views.decorators.http import require_safe

from vidan.foundation.sheets.csv_text import as_csv
from vidan.foundation.sheets.write import Cell, as_xlsx
from vidan.surveys.models import SurveyRound
from vidan.surveys.results.shown import said

MINUTES = 5
"""How long others may keep a download; a published result never changes."""

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

HEAD = (
    "table",
    "line",
    "line_label",
    "of",
    "code",
    "label",
    "value",
    "replies",
    "population",
    "answers",
    "satisfied",
    "index_percent",
    "low_percent",
    "high_percent",
    "count",
    "share_percent",
)
Told = Mapping[str, Any]
Line = tuple[str, str, str]
"""Table, code and label of a line."""

WHOLE: Line = ("all", "", "")


@require_safe
def data(request: HttpRequest, code: str, form: str) -> HttpResponse:
    """The numbers of a published round; JSON is what was frozen, with its digest."""
    round_ = SurveyRound.objects.published().filter(code=code).first()
    if round_ is None or round_.frozen is None:
        raise Http404
    if form == "json":
        told = {"digest": round_.digest, "result": round_.frozen}
        return _kept(JsonResponse(told, json_dumps_params={"ensure_ascii": False}))
    rows = list(_rows(round_.frozen))
    if form == "xlsx":
        response = HttpResponse(as_xlsx(said(round_.frozen["title"]), HEAD, rows), content_type=XLSX)
    elif form == "csv":
        response = HttpResponse(as_csv(HEAD, rows), content_type="text/csv; charset=utf-8")
    else:
        raise Http404
    response["Content-Disposition"] = f'attachment; filename="khao-sat-{code}.{form}"'
    return _kept(response)


def _rows(frozen: Told) -> Iterator[Sequence[Cell]]:
    """One row an index, one row a count."""
    result = frozen["result"]
    labels = {item["code"]: said(item["label"]) for item in result["items"]}
    yield from _indices(WHOLE, result["overall"], result["replies"])
    for item in result["items"]:
        if not item["withheld"]:
            yield from _item(item, labels[item["code"]])
    for table in ("units", "procedures", "months"):
        for told in result[table]:
            line: Line = (table, told["code"], ", ".join(told["names"]))
            yield from _indices(line, told["overall"], told["replies"])
            for code, measure in told["items"].items():
                yield _index(line, "item", code, labels[code], measure)
                yield from _blocks(line, code, labels[code], told.get("scales", {}).get(code, {"blocks": ()})["blocks"])
    for name in ("replies", "refused", "unreachable"):
        yield _count(WHOLE, "asked", "", "", name, result["asked"][name], None)


def _item(item: Told, label: str) -> Iterator[Sequence[Cell]]:
    """How one question was answered, in all."""
    code = item["code"]
    if "measure" in item:
        yield _index(WHOLE, "item", code, label, item["measure"])
        yield from _blocks(WHOLE, code, label, item["blocks"])
    for one in item.get("choices", ()):
        words = ", ".join(said(text) for text in one["labels"])
        yield _count(WHOLE, "choice", code, words, "+".join(one["codes"]), one["count"], one["share"])
    for one in item.get("places", ()):
        for place, count in enumerate(one["counts"], 1):
            yield _count(WHOLE, "place", code, said(one["label"]), f"{one['code']}:{place}", count, None)
    for name in ("asked", "answered", "left_open"):
        yield _count(WHOLE, "item", code, label, name, item[name], None)


def _indices(line: Line, told: Told, replies: int) -> Iterator[Sequence[Cell]]:
    """The pooled index of all scales and of each factor, and the weighted one where there is one."""
    yield _count(line, "replies", "", "", "", replies, None)
    yield _index(line, "pooled", "", "", told["pooled"])
    if told.get("weighted"):
        yield _index(line, "weighted", "", "", told["weighted"])
    for factor, one in told["factors"].items():
        yield _index(line, "factor", factor, "", one["pooled"])


def _index(line: Line, of: str, code: str, label: str, told: Told) -> Sequence[Cell]:
    counts = [told.get(name) for name in ("replies", "population", "answers", "satisfied")]
    return [*line, of, code, label, "", *counts, told["index"], told["low"], told["high"], None, None]


def _blocks(line: Line, code: str, label: str, blocks: Sequence[Told]) -> Iterator[Sequence[Cell]]:
    for block in blocks:
        levels = "+".join(str(level) for level in block["levels"])
        yield _count(line, "level", code, label, levels, block["count"], block["share"])


def _count(
    line: Line, of: str, code: str, label: str, value: str, count: int | None, share: str | None
) -> Sequence[Cell]:
    return [*line, of, code, label, value, *(None,) * 7, count, share]


def _kept(response: HttpResponse) -> HttpResponse:
    patch_cache_control(response, public=True, max_age=MINUTES * 60)
    return response
