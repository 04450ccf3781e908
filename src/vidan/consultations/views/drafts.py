"""The desk's drafts: the list, and the page of one with what can be done next."""

from typing import Any

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.consultations.acts import ACTS
from vidan.consultations.compared import versions_of
from vidan.consultations.facts import Known, facts_of
from vidan.consultations.in_time import in_time_words
from vidan.consultations.kinds import OpinionState, State
from vidan.consultations.models import Draft
from vidan.consultations.moves import LABELS, NEEDS, TABLE
from vidan.consultations.officers import name_of
from vidan.consultations.selectors import said_in, visible
from vidan.consultations.services.moderate import PERMISSION as JUDGES
from vidan.consultations.services.register import RUN
from vidan.consultations.services.set_text import in_hand, is_worked_on
from vidan.consultations.standing_words import COMES_NEXT, standing_words
from vidan.domain.moves import Decision, outlook
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock

PAGE = 50

BACK = frozenset({"give_back", "reopen", "stop", "stop_sent", "close_unissued", "record_issue_unanswered"})
"""Moves to another state that are not the usual way on."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The drafts that the actor may know of, the newest first, filtered by the address, a page at a time."""
    actor = acting(request)
    mine = Draft.objects.visible_to(actor)
    state = request.GET.get("o-buoc", "")
    rows = mine.filter(state=state) if state in State.values else mine
    last = mine.filter(code=said_in(request, "sau")).first()
    if last is not None:
        rows = rows.filter(Q(received_on__lt=last.received_on) | Q(received_on=last.received_on, pk__lt=last.pk))
    found = list(rows.select_related("body")[: PAGE + 1])
    told = {
        "rows": [(one, *standing_words(one), *in_time_words(one)) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "states": State.choices,
        "state": state if state in State.values else "",
        "may_register": actor.may(RUN),
    }
    return render(request, "consultations/list.html", told)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One draft at the desk: where it stands, what comes next, what is known of it, its text."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    draft = known.draft
    words, tone = standing_words(draft)
    in_time, in_time_tone = in_time_words(draft)
    acts = next_steps(known)
    runs = draft.front_id in actor.units_with(RUN)
    judges = draft.front_id in actor.units_with(JUDGES)
    told = {
        "draft": draft,
        "words": words,
        "tone": tone,
        "comes_next": COMES_NEXT[State(draft.state)],
        "in_time": in_time,
        "in_time_tone": in_time_tone,
        "acts": acts,
        "papers": list(draft.papers.select_related("file")),
        "officer": name_of(draft.officer) or draft.officer,
        "runs": runs,
        "judges": judges,
        "waiting": draft.opinions.filter(state=OpinionState.WAITING).count() if judges else 0,
        "in_hand": in_hand(draft) if runs and is_worked_on(draft) else None,
        "pieces": list(draft.current.pieces.all()) if draft.current and draft.state == State.REGISTERED else [],
        "desk": True,
        "versions": versions_of(draft),
    }
    return render(request, "consultations/draft.html", told)


def next_steps(known: Known) -> dict[str, list[Any]]:
    """The moves with a page: open ones, and those that lack something, with what."""
    answers = outlook(TABLE, facts_of(known), clock.today())
    told: dict[str, list[Any]] = {"open": [], "closed": []}
    for answer in answers:
        if isinstance(answer, Decision):
            name = answer.move.name
            if name in ACTS:
                leads_on = answer.state != known.draft.state and name not in BACK
                told["open"].append((ACTS[name], LABELS[name], leads_on))
        elif answer.name in ACTS:
            told["closed"].append((LABELS[answer.name], [NEEDS[need] for need in answer.missing]))
    return told
