"""Plans at the desk (/ban-lam-viec/ke-hoach/): read in from a file, confirmed, put into force; the board of a plan."""

from collections.abc import Callable

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.oversight.duty_kinds import DutyStage, ReportState
from vidan.oversight.duty_selectors import doers, front_of, runs, visible_plan
from vidan.oversight.forms.duty import ConfirmForm
from vidan.oversight.forms.programme import ReadPlanForm
from vidan.oversight.models import DutyReport, Plan, Programme
from vidan.oversight.models.programme import APPROVE
from vidan.oversight.plan_board import board, counts_of
from vidan.oversight.services.ask_reports import NotReady, publish_plan
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.read_in import NothingToRead, paragraphs_of, read_in
from vidan.oversight.services.set_duties import confirm_duties
from vidan.oversight.views.sending import sent, taken

MISSING = gettext_lazy("Kế hoạch không ghi rõ tên hoặc năm; ông/bà ghi giúp vào hai ô này.")


@require_http_methods(["GET", "POST"])
def read(request: HttpRequest) -> HttpResponse:
    """Read a plan in from a file or pasted text."""
    actor = acting(request)
    front = front_of(actor)
    sent_ = (request.POST, request.FILES) if request.method == "POST" else ()
    programmes = list(Programme.objects.filter(front=front))
    form = ReadPlanForm(*sent_, programmes=programmes)
    made: list[Plan] = []

    def run() -> None:
        file = form.cleaned_data["file"]
        paragraphs = paragraphs_of(form.cleaned_data["text"], file)
        made.append(read_in(front=front, paper=form.paper(), paragraphs=paragraphs, actor=actor, file=file))

    if request.method == "POST" and form.is_valid() and _read(form, run):
        count = made[0].duties.count()
        told = ngettext("Đã đọc được %(n)d mục; xem lại từng mục.", "Đã đọc được %(n)d mục; xem lại từng mục.", count)
        messages.success(request, told % {"n": count})
        return redirect("oversight:plan_confirm" if count else "oversight:plan", made[0].code)
    return render(request, "oversight/plan_read.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def confirm(request: HttpRequest, code: str) -> HttpResponse:
    """Say which of what was read are duties."""
    actor = acting(request)
    plan = own(actor, code)
    proposals = list(plan.duties.filter(stage=DutyStage.PROPOSED))
    if not proposals:
        return redirect("oversight:plan", code)
    sent_ = request.POST if request.method == "POST" else None
    form = ConfirmForm(sent_, plan=plan, proposals=proposals, units=doers(plan.front_id))

    def run() -> None:
        confirm_duties(code=code, kept=form.kept(), actor=actor, version=form.cleaned_data["version"])

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã xác nhận. Giao từng nhiệm vụ cho đơn vị, rồi trình ban hành."))
        return redirect("oversight:plan", code)
    told = {"form": form, "plan": plan}
    return render(request, "oversight/plan_confirm.html", told, status=422 if form.errors else 200)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """The board of a plan: each clause, its state, what shows it, who is late."""
    actor = acting(request)
    plan = visible_plan(actor, code)
    ours = runs(actor, plan.front_id)
    duties = list(plan.duties.all() if ours else plan.duties.confirmed())
    rows = board(plan, [one for one in duties if one.stage == DutyStage.CONFIRMED], actor if ours else None)
    waiting = sum(one.stage == DutyStage.PROPOSED for one in duties)
    told = {
        "plan": plan,
        "rows": rows,
        "counts": counts_of(rows),
        "waiting": waiting,
        "runs": ours,
        "publishes": not plan.is_published
        and bool(rows)
        and not waiting
        and plan.front_id in actor.units_with(APPROVE),
        "to_read": DutyReport.objects.filter(duty__plan=plan, state=ReportState.SENT).count() if ours else 0,
        "today": clock.today(),
    }
    return render(request, "oversight/plan.html", told)


@require_POST
def publish(request: HttpRequest, code: str) -> HttpResponse:
    """Put a plan into force."""
    actor = acting(request)
    plan = own(actor, code)
    if plan.front_id not in actor.units_with(APPROVE):
        raise Http404
    try:
        publish_plan(code=code, actor=actor)
    except NotReady:
        messages.error(request, _("Kế hoạch chưa có nhiệm vụ, còn mục chờ xác nhận, hoặc đã ban hành rồi."))
    except Overtaken as overtaken:
        messages.error(request, str(overtaken.sentence))
    else:
        messages.success(request, _("Đã ban hành. Các đơn vị thấy nhiệm vụ và hạn báo cáo của mình."))
    return redirect("oversight:plan", code)


@require_safe
def file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The paper that the plan was read from."""
    plan = visible_plan(acting(request), code)
    return sent(plan.file, code)


def own(actor: Actor, code: str) -> Plan:
    """The plan, if the actor's Front runs it; raises Http404."""
    plan = visible_plan(actor, code)
    if not runs(actor, plan.front_id):
        raise Http404
    return plan


def _read(form: ReadPlanForm, run: Callable[[], object]) -> bool:
    try:
        return taken(form, run)
    except NothingToRead:
        for name in ("year", "title"):
            if not form.cleaned_data[name]:
                form.add_error(name, MISSING)
        return False
