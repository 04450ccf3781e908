"""The published index (/chi-so/): the years, the units of a year, one sheet, and one point with what stands behind it."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.scorecards.compared import is_replaced, placed, told_ties
from vidan.scorecards.counted import rubric_of
from vidan.scorecards.frozen import claimed_more, lines_of, lost_most
from vidan.scorecards.gates import event_words
from vidan.scorecards.live import live_of
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.record_index import WHOLE

ROW, LABEL, WIDTH = 30, 200, 440
"""Height of one unit's bar, the room for its name, and the width of the drawing in its own units."""

MOST_BARS = 40


@require_safe
def years(request: HttpRequest) -> HttpResponse:
    """The newest year with something published, and the way to the others."""
    known = _years()
    return _year_page(request, known[0] if known else None, known)


@require_safe
def year(request: HttpRequest, year: int) -> HttpResponse:
    """The units of one year."""
    known = _years()
    if year not in known:
        raise Http404
    return _year_page(request, year, known)


@require_safe
def sheet(request: HttpRequest, code: str) -> HttpResponse:
    """One published sheet."""
    card = published(code)
    lines = lines_of(card)
    frozen = card.frozen or {}
    told = {
        "card": card,
        "frozen": frozen,
        "lines": lines,
        "total": frozen["result"]["total"],
        "held": event_words(frozen["result"]["total"]["held"]),
        "lost": lost_most(lines),
        "claimed": claimed_more(lines),
        "official": card.official.filter(item=WHOLE).first(),
        "remarks": [one for one in frozen["remarks"] if not one["item"]],
        "replaced_by": card.corrected_by if is_replaced(card) else None,
    }
    return render(request, "scorecards/public/sheet.html", told)


@require_safe
def point(request: HttpRequest, code: str, item: str) -> HttpResponse:
    """One point: how it was counted, what every side says, and the records behind it."""
    card = published(code)
    line = next((one for one in lines_of(card) if one.node.code == item and one.is_item), None)
    if line is None:
        raise Http404
    live = live_of(card, rubric_of(card.rubric)).get(item)
    reads = card.front_id in acting(request).units_with("scorecards.read")
    told = {"card": card, "line": line, "live": live, "records": live.records if live and reads else ""}
    return render(request, "scorecards/public/point.html", told)


def published(code: str) -> Scorecard:
    """A published sheet by its code; raises Http404."""
    beside = ("unit", "front", "rubric", "appraiser", "corrects")
    card = Scorecard.objects.published().select_related(*beside).filter(code=code).first()
    if card is None:
        raise Http404
    return card


def _years() -> list[int]:
    return list(Scorecard.objects.published().order_by("-year").values_list("year", flat=True).distinct())


def _year_page(request: HttpRequest, year: int | None, known: list[int]) -> HttpResponse:
    rows = placed(year) if year else []
    bars: list[dict[str, Any]] = []
    room = WIDTH - LABEL - 70
    for number, one in enumerate([one for one in rows if one.percent is not None][:MOST_BARS]):
        assert one.percent is not None
        bars.append(
            {
                "name": one.card.unit.short_name,
                "percent": one.percent,
                "y": ROW * number + 7,
                "line": ROW * number + 20,
                "x": LABEL,
                "room": room,
                "wide": round(room * min(100.0, max(0.0, float(one.percent))) / 100, 1),
                "after": LABEL + room + 8,
            }
        )
    told = {
        "year": year,
        "years": known,
        "rows": rows,
        "ties": told_ties(rows, year) if year else [],
        "bars": bars,
        "width": WIDTH,
        "height": ROW * len(bars),
    }
    return render(request, "scorecards/public/year.html", told)
