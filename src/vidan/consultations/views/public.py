"""Drafts for everybody (/gop-y-du-thao/): the list, one draft with its text, one piece of it, its files."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from vidan.consultations.compared import versions_of
from vidan.consultations.draft_files import sent_file, sent_paper
from vidan.consultations.hearing_selectors import forms_held
from vidan.consultations.in_time import in_time_words
from vidan.consultations.kinds import ENDS, State
from vidan.consultations.marks import CONTAINERS, INSIDE
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.selectors import public, said_in
from vidan.consultations.standing_words import COMES_NEXT, standing_words, takes_opinions

PAGE = 20
MOST_AT_ONCE = 100
"""Drafts under way on one page; a Front has a handful."""

ORDER = (State.OPEN, State.GATHERING, State.SUBMITTED, State.SENT, State.ANSWERED, State.ISSUED)


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """Drafts that take opinions first, then those under way, then those that are over, a page at a time."""
    rows = Draft.objects.public().select_related("body", "front")
    ended = rows.filter(state__in=ENDS).order_by("-pk")
    last = said_in(request, "sau")
    told: dict[str, object] = {}
    if last:
        before = ended.filter(code=last).first()
        ended = ended.filter(pk__lt=before.pk) if before else ended
    else:
        under_way = list(rows.exclude(state__in=ENDS)[:MOST_AT_ONCE])
        told["open"] = _told(sorted(filter(takes_opinions, under_way), key=lambda one: one.closes_on or date.max))
        others = [one for one in under_way if not takes_opinions(one)]
        told["under_way"] = _told(sorted(others, key=lambda one: ORDER.index(State(one.state))))
    found = list(ended[: PAGE + 1])
    told |= {
        "further": bool(last),
        "ended": _told(found[:PAGE]),
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
    }
    return render(request, "consultations/public/index.html", told)


@require_safe
def shown(request: HttpRequest, code: str) -> HttpResponse:
    """One draft: what is asked and until when, who answers, its papers, and the whole text."""
    draft = public(code)
    words, tone = standing_words(draft)
    in_time, in_time_tone = in_time_words(draft)
    pieces = list(draft.current.pieces.all()) if draft.current else []
    told = {
        "draft": draft,
        "words": words,
        "tone": tone,
        "comes_next": COMES_NEXT[State(draft.state)],
        "in_time": in_time,
        "in_time_tone": in_time_tone,
        "papers": list(draft.papers.select_related("file")),
        "file": draft.current and draft.current.file_id,
        "held": forms_held(draft),
        "pieces": pieces,
        "versions": versions_of(draft),
        "contents": [one for one in pieces if one.level not in INSIDE and one.number],
        "speaks": takes_opinions(draft),
        "address": reverse("consultations:shown", args=[draft.code]),
    }
    return render(request, "consultations/public/draft.html", told)


@require_safe
def piece(request: HttpRequest, code: str, key: str) -> HttpResponse:
    """One piece among those of its article, with the way to the one before and the one after, and its opinions."""
    draft = public(code)
    found = Piece.objects.filter(version_id=draft.current_id, key=key[:12]).first()
    if found is None:
        raise Http404
    told = {
        "draft": draft,
        "piece": found,
        "pieces": _article_of(found),
        "before": _beside(found, -1),
        "after": _beside(found, 1),
        "speaks": takes_opinions(draft),
        "address": reverse("consultations:shown", args=[draft.code]),
    }
    return render(request, "consultations/public/piece.html", told)


@require_safe
def paper(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """A paper that came with the draft."""
    found = public(code).papers.select_related("file", "draft").filter(file__name=name).first()
    return sent_paper(found)


@require_safe
def text_file(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """The file in which a text of the draft came."""
    rows = DraftVersion.objects.filter(draft=public(code), fixed_at__isnull=False).select_related("file")
    found = rows.filter(number=number).first() if number < 2**15 else None
    return sent_file(found.file if found else None, f"{code}-ban-{number}")


def _told(rows: Iterable[Draft]) -> list[tuple[Draft, str, str]]:
    return [(one, *standing_words(one)) for one in rows]


def _article_of(found: Piece) -> list[Piece]:
    """The article in which a piece stands, from its head to its last point; a container stands alone."""
    rows = Piece.objects.filter(version_id=found.version_id)
    if found.level in CONTAINERS:
        return [found]
    heads = rows.exclude(level__in=INSIDE)
    first = heads.filter(position__lte=found.position).order_by("-position").first() or found
    end = heads.filter(position__gt=found.position).order_by("position").first()
    inside = Q(position__gte=first.position) & (Q(position__lt=end.position) if end else Q())
    return [one for one in rows.filter(inside) if one.level not in CONTAINERS]


def _beside(found: Piece, way: int) -> Piece | None:
    """The piece before or after another."""
    rows = Piece.objects.filter(version_id=found.version_id, position=found.position + way)
    return rows.first()
