"""One page a move of a sheet: what it needs, what must be seen before, and taking it."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import pgettext_lazy
from django.views.decorators.http import require_http_methods

from vidan.domain.moves import Refusal, Why, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.papers.structure import from_json
from vidan.foundation.ui.refusals import RefusalWords
from vidan.scorecards.act import Act
from vidan.scorecards.acts import ACTS, BY_SLUG
from vidan.scorecards.facts import Known, facts_of
from vidan.scorecards.forms.moves import CardForm
from vidan.scorecards.models import Scorecard
from vidan.scorecards.moves import LABELS, NEEDS, TABLE
from vidan.scorecards.services.consult import TooEarly
from vidan.scorecards.services.step import Overtaken, Refused
from vidan.scorecards.views.cards import sheet_of, visible

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("refusal", "phiếu chấm"), says_what_hinders=True)
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
        return redirect("scorecards:card", code)
    form = (
        act.form(request.POST, request.FILES, card=known.card)
        if request.method == "POST"
        else act.form(card=known.card)
    )
    if request.method == "POST" and form.is_valid():
        done = _taken(act, form, actor)
        if done is not None:
            messages.success(request, str(act.said))
            return redirect("scorecards:card", done.code if isinstance(done, Scorecard) else code)
    told = {"card": known.card, "act": act, "label": LABELS[move], "basis": answer.move.basis, "form": form}
    return render(request, "scorecards/move.html", told | _beside(act, known), status=422 if form.errors else 200)


def _taken(act: Act, form: CardForm, actor: Actor) -> object | None:
    try:
        return act.run(form, actor)
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except TooEarly as told:
        form.add_error("until", str(told.sentence))
    except (Overtaken, NotTaken) as told_why:
        form.add_error(None, str(told_why.sentence))
    return None


def _beside(act: Act, known: Known) -> dict[str, Any]:
    if act.shows == "letter" and known.card.paper is not None:
        return {"letter": from_json(known.card.paper.structure)}
    if act.shows == "questions":
        return {"questions": known.questions}
    if act.shows == "objection":
        return {"objection": known.objection}
    return sheet_of(known) if act.shows == "result" else {}
