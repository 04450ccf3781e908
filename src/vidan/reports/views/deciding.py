"""One page a move of a report: what it needs, what is missing or doubtful, and taking it."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods

from vidan.domain.moves import Refusal, Why, decide
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.reports.acts import ACTS, BY_SLUG
from vidan.reports.doubted import sentences
from vidan.reports.drafted import facts_of
from vidan.reports.moves import LABELS, TABLE
from vidan.reports.services.step import Overtaken, Refused
from vidan.reports.views.visible import refusal_words, visible


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, slug: str) -> HttpResponse:
    """Show a move's page, or take it."""
    known = visible(acting(request), code)
    move = BY_SLUG.get(slug, "")
    if not move:
        raise Http404
    act = ACTS[move]
    answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
    if isinstance(answer, Refusal):
        if answer.why is Why.NOT_ALLOWED:
            raise Http404
        messages.error(request, refusal_words(answer))
        return redirect("reports:report", code)
    doubts = sentences(known.doubts, known.brief) if act.shows_doubts else []
    form = act.form(request.POST if request.method == "POST" else None, report=known.report, doubts=len(doubts))
    if request.method == "POST" and form.is_valid():
        try:
            done = act.run(code=code, actor=known.actor, **form.told())
        except Refused as refused:
            form.add_error(None, refusal_words(refused.refusal))
        except Overtaken as told:
            form.add_error(None, str(told.sentence))
        else:
            messages.success(request, str(act.said))
            return redirect("reports:report", done.code)
    shown = {
        "report": known.report,
        "act": act,
        "label": LABELS[move],
        "form": form,
        "doubts": doubts,
        "basis": answer.move.basis,
    }
    return render(request, "reports/move.html", shown, status=422 if form.errors else 200)
