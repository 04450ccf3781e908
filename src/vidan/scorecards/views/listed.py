"""The list of sheets (/ban-lam-viec/cham-diem/): by year and rubric, with how far each has come and its last day."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models import Count, F, Q, QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.formats import number_format
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.intake.fields import clean_text
from vidan.scorecards.counted import rubric_of
from vidan.scorecards.kinds import CardKind, Stage, State
from vidan.scorecards.models import Entry, RubricVersion, Scorecard
from vidan.scorecards.rows import Got
from vidan.scorecards.unit_page import term_of

PAGE = 50

SCORED = "da-quyet-dinh"
"""What the list of a figure asks for: the Front's own sheets that were decided, of some days."""

COUNTED = {State.SELF_SCORING: Stage.DECLARED, State.SENT_IN: Stage.DECLARED}
"""Whose entries tell how far a sheet has come; in every other state those of the Front."""


@dataclass(frozen=True)
class Listed:
    """One line: how many items of how many are entered, the last day that runs, and the result once there is one."""

    card: Scorecard
    done: int
    items: int
    term: Mapping[str, Any]
    result: Mapping[str, str]


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The sheets that the actor may know of, the newest year first, a page at a time."""
    actor = acting(request)
    mine = Scorecard.objects.visible_to(actor)
    years = list(mine.order_by("-year").values_list("year", flat=True).distinct())
    rubrics = list(RubricVersion.objects.filter(pk__in=mine.values("rubric_id")).defer("written"))
    year, rubric = _number(request, "nam"), _number(request, "bo")
    chosen = mine.filter(**({"year": year} if year else {}), **({"rubric_id": rubric} if rubric else {}))
    span = _span(request)
    chosen = chosen.scored_in(*span) if span else chosen
    last = mine.filter(code=clean_text(request.GET.get("sau", ""))).select_related("unit").first()
    cards = list(_page(chosen, last)[: PAGE + 1])
    told = {
        "rows": _lines(cards[:PAGE]),
        "after": cards[PAGE - 1].code if len(cards) > PAGE else "",
        "years": years,
        "rubrics": rubrics,
        "span": span,
        "year": year,
        "rubric": rubric,
        "results": _results(actor, chosen, year, rubric),
        "opens": actor.may("scorecards.draft"),
    }
    return render(request, "scorecards/cards.html", told)


def _number(request: HttpRequest, name: str) -> int | None:
    said = request.GET.get(name, "")
    return int(said) if said.isascii() and said.isdigit() and len(said) < 10 else None


def _span(request: HttpRequest) -> tuple[date, date] | None:
    """The days that a figure counts, when its list is asked for; what is no day asks for nothing."""
    if request.GET.get("ky") != SCORED:
        return None
    try:
        since, until = (date.fromisoformat(request.GET.get(name, "")) for name in ("tu", "den"))
    except ValueError:
        return None
    return since, until


def _page(cards: QuerySet[Scorecard], last: Scorecard | None) -> QuerySet[Scorecard]:
    """Sheets in the order of the list, those after the last one of the page before."""
    rows = cards.order_by("-year", "unit__sort_key", "-edition", "pk")
    if last is not None:
        same_year = Q(year=last.year)
        same_unit = same_year & Q(unit__sort_key=last.unit.sort_key)
        rows = rows.filter(
            Q(year__lt=last.year)
            | same_year & Q(unit__sort_key__gt=last.unit.sort_key)
            | same_unit & Q(edition__lt=last.edition)
            | same_unit & Q(edition=last.edition, pk__gt=last.pk)
        )
    beside = rows.select_related("unit", "front", "rubric").defer("frozen")
    return beside.annotate(total=F("frozen__result__total"))


def _lines(cards: list[Scorecard]) -> list[Listed]:
    sizes = {card.rubric_id: card.rubric for card in cards}
    items = {pk: sum(1 for _leaf in rubric_of(version).leaves()) for pk, version in sizes.items()}
    counted = Entry.objects.filter(card__in=cards).order_by().values_list("card_id", "stage").annotate(n=Count("pk"))
    entered = {(card, stage): n for card, stage, n in counted}
    return [
        _line(card, entered.get((card.pk, COUNTED.get(State(card.state), Stage.SCORED)), 0), items[card.rubric_id])
        for card in cards
    ]


def _line(card: Scorecard, done: int, items: int) -> Listed:
    runs = card.kind == CardKind.UNIT and card.state != State.PUBLISHED
    term = term_of(card) if runs else {}
    return Listed(card, done, items, term, _result(vars(card)["total"]))


def _result(total: Mapping[str, Any] | None) -> dict[str, str]:
    if not total:
        return {}
    got = Got(Decimal(total["points"]), Decimal(total["maximum"]))
    return {"words": got.words, "percent": number_format(Decimal(total["percent"] or 0)), "band": total["band"] or ""}


def _results(actor: Actor, cards: QuerySet[Scorecard], year: int | None, rubric: int | None) -> bool:
    """Whether there is a page of results of the year and rubric that are chosen."""
    if not year or not rubric or not actor.may("scorecards.read"):
        return False
    return cards.filter(kind=CardKind.UNIT, front_id__in=actor.units_with("scorecards.read")).exists()
