"""Recommendations: written before the draft is signed; then answered, verified, petitioned about, one by one."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.foundation.accounts.actors import acting
from vidan.oversight.forms.inspection_moves import RecommendationForm
from vidan.oversight.inspection_acts import ACTS, ONE_BY_SLUG
from vidan.oversight.inspection_facts import Known
from vidan.oversight.inspection_moves import LABELS
from vidan.oversight.inspection_selectors import run_by, visible
from vidan.oversight.inspection_words import due_words
from vidan.oversight.models import Recommendation
from vidan.oversight.services.conclude import add_recommendation, drop_recommendation
from vidan.oversight.services.inspection_step import Refused
from vidan.oversight.views.inspection_turn import done, turn
from vidan.oversight.views.inspections import steps_of_one


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """Write the recommendations of a conclusion."""
    actor = acting(request)
    one = run_by(actor, code)
    known = Known(one, actor)
    move = turn(request, known, "recommend")
    if isinstance(move, HttpResponse):
        return move
    form = RecommendationForm(request.POST if request.method == "POST" else None, inspection=one)
    sent = request.method == "POST" and form.is_valid()
    if sent and done(form, lambda: add_recommendation(code=code, actor=actor, **form.cleaned_data)):
        messages.success(request, _("Đã thêm kiến nghị."))
        return redirect("oversight:recommendations", code)
    context = {"one": one, "form": form, "rows": known.recommendations, "basis": move.basis}
    return render(request, "oversight/inspections/recommendations.html", context, status=422 if form.errors else 200)


@require_POST
def drop(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Take a recommendation out again."""
    actor = acting(request)
    run_by(actor, code)
    try:
        drop_recommendation(code=code, number=number, actor=actor)
    except (Refused, Recommendation.DoesNotExist):
        raise Http404 from None
    messages.success(request, _("Đã bỏ kiến nghị."))
    return redirect("oversight:recommendations", code)


@require_http_methods(["GET", "POST"])
def take(request: HttpRequest, code: str, number: int, slug: str) -> HttpResponse:
    """Show the page of a move of one recommendation, or take it."""
    actor = acting(request)
    one = visible(actor, code)
    known = Known(one, actor)
    move = ONE_BY_SLUG.get(slug, "")
    if not move:
        raise Http404
    act = ACTS[move]
    open_move = turn(request, known, move)
    if isinstance(open_move, HttpResponse):
        return open_move
    row = next((each for each in known.recommendations if each.number == number), None)
    if row is None:
        raise Http404
    if slug not in dict(steps_of_one(known, number)):
        messages.error(request, _("Việc này lúc này không làm được với kiến nghị đó."))
        return redirect("oversight:inspection", code)
    sent = request.method == "POST"
    form: Any = act.form(*((request.POST, request.FILES) if sent else ()), inspection=one)
    form.number = number
    if sent and form.is_valid() and done(form, lambda: act.run(form, actor)):
        messages.success(request, str(act.said))
        return redirect("oversight:inspection", code)
    told = {
        "one": one,
        "act": act,
        "label": LABELS[move],
        "basis": open_move.basis,
        "form": form,
        "row": row,
        "due": due_words(row),
    }
    return render(request, "oversight/inspections/move.html", told, status=422 if form.errors else 200)
