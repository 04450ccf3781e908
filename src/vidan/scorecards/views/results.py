"""The results of one rubric and year at the desk: the ranking, equal results and their decisions, publishing many at once."""

from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.jobs.progress import report, running
from vidan.scorecards.compared import ranked, ties
from vidan.scorecards.forms.appraisal import PublishManyForm, TieForm
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.models import RubricVersion, Scorecard, TieDecision
from vidan.scorecards.services.decide_tie import NoTie, decide_tie
from vidan.scorecards.services.publish_many import work_name
from vidan.scorecards.tasks import publish_results

READY = (State.DECIDED, State.SUBMITTED, State.REVIEWING, State.APPRAISING)
"""What may be published together: what is decided, and what the head decides with it."""


@require_safe
def results(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """The ranking, and what the head may do with it."""
    actor = acting(request)
    return render(request, "scorecards/results.html", _told(actor, _rubric(actor, pk, "scorecards.read"), year))


@require_POST
def publish(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Have the chosen results decided and published by the worker."""
    actor = acting(request)
    rubric = _rubric(actor, pk, "scorecards.decide")
    name = work_name(pk, year)
    form = PublishManyForm(request.POST, cards=_choices(_waiting(rubric, year)))
    if running(name):
        messages.error(request, _("Việc công bố đang chạy; xin chờ xong rồi làm tiếp."))
        return redirect("scorecards:results", pk, year)
    if not form.is_valid():
        return render(
            request, "scorecards/results.html", _told(actor, rubric, year) | {"publish_form": form}, status=422
        )
    codes = form.cleaned_data["cards"]
    with transaction.atomic():
        report(name, done=0, total=len(codes))
        publish_results.enqueue(actor.user_id or 0, pk, year, codes, form.cleaned_data["days"])
    return redirect("scorecards:results", pk, year)


@require_POST
def tie(request: HttpRequest, pk: int, year: int) -> HttpResponse:
    """Put equal results in order, with the reason."""
    actor = acting(request)
    rubric = _rubric(actor, pk, "scorecards.decide")
    equal = next((one for one in ties(ranked(rubric, year)) if one[0].card.code == request.POST.get("tie")), None)
    if equal is None:
        messages.error(request, str(NoTie.sentence))
        return redirect("scorecards:results", pk, year)
    form = TieForm(request.POST, tie=equal)
    if form.is_valid():
        told = form.cleaned_data
        try:
            decide_tie(rubric=rubric, year=year, order=told["order"], reason=told["reason"], actor=actor)
        except NoTie as changed:
            form.add_error(None, str(changed.sentence))
        else:
            messages.success(request, _("Đã ghi quyết định thứ hạng cùng lý do."))
            return redirect("scorecards:results", pk, year)
    return render(request, "scorecards/results.html", _told(actor, rubric, year, form), status=422)


def _rubric(actor: Actor, pk: int, permission: str) -> RubricVersion:
    rows = RubricVersion.objects.filter(front_id__in=actor.units_with(permission), published_at__isnull=False)
    found = rows.defer("written").select_related("front").filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found


def _told(actor: Actor, rubric: RubricVersion, year: int, wrong: TieForm | None = None) -> dict[str, Any]:
    rows = ranked(rubric, year)
    waiting = _waiting(rubric, year)
    decides = rubric.front_id in actor.units_with("scorecards.decide")
    reasons = {frozenset(one.order): one for one in TieDecision.objects.filter(rubric=rubric, year=year)}
    tied = []
    for equal in ties(rows):
        codes = [one.card.code for one in equal]
        form = wrong if wrong and wrong.codes == codes else TieForm(tie=equal)
        tied.append((equal, reasons.get(frozenset(codes)), form if decides else None))
    return {
        "rubric": rubric,
        "year": year,
        "rows": rows,
        "ties": tied,
        "working": running(work_name(rubric.pk, year)),
        "waiting": waiting,
        "publish_form": _publish_form(waiting) if decides and waiting else None,
    }


def _waiting(rubric: RubricVersion, year: int) -> list[Scorecard]:
    cards = Scorecard.objects.filter(kind=CardKind.UNIT, rubric=rubric, year=year, state__in=READY)
    return list(cards.select_related("unit").defer("frozen").order_by("unit__sort_key"))


def _publish_form(waiting: list[Scorecard]) -> PublishManyForm:
    chosen = [card.code for card in waiting if card.state in (State.DECIDED, State.SUBMITTED)]
    return PublishManyForm(cards=_choices(waiting), initial={"cards": chosen})


def _choices(waiting: list[Scorecard]) -> list[tuple[str, str]]:
    return [(card.code, f"{card.unit.short_name} ({State(card.state).label})") for card in waiting]
