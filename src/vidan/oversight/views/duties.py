"""Duties at the desk (/ban-lam-viec/nhiem-vu/): one duty with its units and reports, assigned, added, done."""

from collections.abc import Sequence

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.oversight.duty_rules import REPORT_DAYS, length
from vidan.oversight.duty_selectors import doers, runs, visible_duty
from vidan.oversight.forms.duty import AssignForm, DoneForm
from vidan.oversight.models import Duty, DutyReport
from vidan.oversight.plan_board import board
from vidan.oversight.report_words import standing_words
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.set_duties import add_duty, assign_duty, end_duty, reopen_duty
from vidan.oversight.views.plans import own as own_plan
from vidan.oversight.views.sending import taken

SHOWN = 60
"""Reports on the page of a duty; the list of reports has the rest."""


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One duty: what the plan asks, who does it, what shows it done, the reports that the actor may read."""
    actor = acting(request)
    duty = visible_duty(actor, code)
    ours = runs(actor, duty.plan.front_id)
    (row,) = board(duty.plan, [duty], actor if ours else None)
    reports = DutyReport.objects.visible_to(actor).filter(duty=duty).select_related("unit")
    today = clock.today()
    found = list(reports.order_by("due_on", "unit__sort_key")[: SHOWN + 1])
    told = {
        "duty": duty,
        "row": row,
        "reports": [(one, *standing_words(one, today)) for one in found[:SHOWN]],
        "more": len(found) > SHOWN,
        "runs": ours,
    }
    return render(request, "oversight/duty.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest, code: str) -> HttpResponse:
    """Add a duty to a plan by hand."""
    actor = acting(request)
    plan = own_plan(actor, code)
    form = AssignForm(
        request.POST if request.method == "POST" else None,
        units=doers(plan.front_id),
        days=length(REPORT_DAYS, clock.today()),
    )
    made: list[Duty] = []

    def run() -> None:
        made.append(add_duty(code=code, assigned=form.assigned(), actor=actor))

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã thêm nhiệm vụ."))
        return redirect("oversight:duty", made[0].code)
    return render(
        request, "oversight/duty_assign.html", {"form": form, "plan": plan}, status=422 if form.errors else 200
    )


@require_http_methods(["GET", "POST"])
def assign(request: HttpRequest, code: str) -> HttpResponse:
    """Say who does a duty, how often, and what shows it done."""
    actor = acting(request)
    duty = _own(actor, code)
    form = AssignForm(request.POST if request.method == "POST" else None, units=_units(duty), duty=duty)

    def run() -> None:
        assign_duty(code=code, assigned=form.assigned(), actor=actor, version=form.cleaned_data["version"])

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã giao nhiệm vụ."))
        return redirect("oversight:duty", code)
    told = {"form": form, "plan": duty.plan, "duty": duty}
    return render(request, "oversight/duty_assign.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def done(request: HttpRequest, code: str) -> HttpResponse:
    """Say that a duty is done."""
    actor = acting(request)
    duty = _own(actor, code)
    form = DoneForm(request.POST if request.method == "POST" else None, duty=duty)

    def run() -> None:
        told = form.cleaned_data
        end_duty(code=code, note=told["note"], actor=actor, version=told["version"])

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã ghi là xong."))
        return redirect("oversight:duty", code)
    return render(request, "oversight/duty_done.html", {"form": form, "duty": duty}, status=422 if form.errors else 200)


@require_POST
def reopen(request: HttpRequest, code: str) -> HttpResponse:
    """Say that a duty is not done after all."""
    actor = acting(request)
    _own(actor, code)
    try:
        reopen_duty(code=code, actor=actor)
    except Overtaken as overtaken:
        messages.error(request, str(overtaken.sentence))
    else:
        messages.success(request, _("Đã ghi lại là chưa xong."))
    return redirect("oversight:duty", code)


def _own(actor: Actor, code: str) -> Duty:
    duty = visible_duty(actor, code)
    if not runs(actor, duty.plan.front_id):
        raise Http404
    return duty


def _units(duty: Duty) -> Sequence[Unit]:
    """Those of today, and those that were named before and have ended since."""
    today = list(doers(duty.plan.front_id))
    known = {unit.pk for unit in today}
    return [*today, *(one.unit for one in duty.units.select_related("unit") if one.unit_id not in known)]
