"""One page a move of a draft: what it needs, what must be seen before, and taking it."""

from dataclasses import dataclass

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from vidan.consultations.act import Run, Runs
from vidan.consultations.acts import ACTS, BY_SLUG
from vidan.consultations.facts import Known, facts_of
from vidan.consultations.moves import LABELS, NEEDS, TABLE
from vidan.consultations.selectors import visible
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.domain.moves import Refusal, Why, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.ui.refusals import RefusalWords

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("refusal", "dự thảo"))
"""Why a move is not open, as a sentence."""


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Show a move's page, or take it."""
    actor = acting(request)
    known = Known(visible(actor, code), actor)
    move = BY_SLUG.get(slug, "")
    if not move:
        raise Http404
    act = ACTS[move]
    answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
    if isinstance(answer, Refusal):
        if answer.why is Why.NOT_ALLOWED:
            raise Http404
        messages.error(request, refusal_words(answer))
        return redirect("consultations:draft", code)
    sent = request.method == "POST"
    form = act.form(*((request.POST, request.FILES) if sent else ()), draft=known.draft)
    if sent and form.is_valid() and taken(act, form, actor):
        messages.success(request, str(act.said))
        return redirect("consultations:draft", code)
    told = {"draft": known.draft, "act": act, "label": LABELS[move], "basis": answer.move.basis, "form": form}
    return render(
        request, "consultations/move.html", told | dict(act.beside(known)), status=422 if form.errors else 200
    )


def not_open(request: HttpRequest, known: Known, move: str) -> HttpResponse | None:
    """For a move with a page of its own: None while it is open, else back to the draft with the reason; raises Http404."""
    answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
    if not isinstance(answer, Refusal):
        return None
    if answer.why is Why.NOT_ALLOWED:
        raise Http404
    messages.error(request, refusal_words(answer))
    return redirect("consultations:draft", known.draft.code)


def taken(act: Runs, form: forms.Form, actor: Actor) -> bool:
    """Whether the act was done; else the form says why not."""
    try:
        act.run(form, actor)
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except (Overtaken, NotNow, NotTaken) as told:
        form.add_error(None, str(told.sentence))
    return not form.errors


@dataclass(frozen=True)
class Running:
    """What runs, where a page has no row of a table."""

    run: Run
