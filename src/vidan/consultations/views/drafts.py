"""The desk's drafts: the list, and the page of one with what can be done next."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.consultations.acts import ACTS
from vidan.consultations.facts import Known, facts_of
from vidan.consultations.models import Draft
from vidan.consultations.moves import LABELS, TABLE
from vidan.consultations.selectors import visible
from vidan.domain.moves import Decision, outlook
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The drafts that the actor may know of, the newest first."""
    rows = Draft.objects.visible_to(acting(request)).select_related("body")
    return render(request, "consultations/list.html", {"rows": rows})


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One draft at the desk: where it stands, what comes next, its text."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    steps = [
        (ACTS[answer.move.name], LABELS[answer.move.name])
        for answer in outlook(TABLE, facts_of(known), clock.today())
        if isinstance(answer, Decision) and answer.move.name in ACTS
    ]
    current = known.draft.current
    told = {"draft": known.draft, "steps": steps, "pieces": list(current.pieces.all()) if current else []}
    return render(request, "consultations/draft.html", told)
