"""Guidance at the desk (/ban-lam-viec/huong-dan/): papers that a Front gives, and the marks of who got them."""

from collections.abc import Sequence

from django.contrib import messages
from django.db.models import Count, Q, QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.duty_kinds import GuidanceState
from vidan.oversight.duty_rules import TAKE_UP, length
from vidan.oversight.duty_selectors import doers, front_of, runs, visible_guidance
from vidan.oversight.forms.guidance import GuidanceForm
from vidan.oversight.models import Guidance, GuidanceMark, Plan
from vidan.oversight.models.duty_report import REPORT
from vidan.oversight.models.programme import RUN
from vidan.oversight.services.give_guidance import (
    AlreadySent,
    change_guidance,
    mark_guidance,
    send_guidance,
    write_guidance,
)
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.views.sending import sent, taken

PAGE = 50


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The papers that the actor may read, the newest first, a page at a time."""
    actor = acting(request)
    mine = Guidance.objects.visible_to(actor)
    rows = mine.select_related("front").annotate(
        for_=Count("marks", distinct=True),
        read=Count("marks", filter=Q(marks__read_on__isnull=False), distinct=True),
        accepted=Count("marks", filter=Q(marks__accepted_on__isnull=False), distinct=True),
        late=Count("marks", filter=Q(marks__accepted_on=None, accept_by__lt=clock.today()), distinct=True),
    )
    last = mine.filter(code=request.GET.get("sau", "")[:40].replace("\0", "")).first()
    if last is not None:
        rows = rows.filter(Q(dated__lt=last.dated) | Q(dated=last.dated, pk__lt=last.pk))
    found = list(rows.order_by("-dated", "-pk")[: PAGE + 1])
    own = _marks(actor).filter(guidance__in=[one.pk for one in found]).values_list("guidance_id", "accepted_on")
    told = {
        "rows": found[:PAGE],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "waits": {pk for pk, accepted in own if accepted is None},
        "runs": actor.may(RUN),
        "today": clock.today(),
    }
    return render(request, "oversight/guidances.html", told)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One paper; who gave it sees the marks of all, who got it his own."""
    actor = acting(request)
    guidance = visible_guidance(actor, code)
    ours = runs(actor, guidance.front_id)
    told = {
        "guidance": guidance,
        "runs": ours,
        "marks": list(guidance.marks.select_related("unit")) if ours else [],
        "mine": list(_marks(actor).filter(guidance=guidance).select_related("unit")) if guidance.sent_on else [],
        "today": clock.today(),
        "days": length(TAKE_UP, clock.today()),
    }
    return render(request, "oversight/guidance.html", told)


@require_http_methods(["GET", "POST"])
def new(request: HttpRequest) -> HttpResponse:
    """Write a paper."""
    actor = acting(request)
    front = front_of(actor)
    form = GuidanceForm(*_sent(request), units=_units(front), plans=_plans(actor))
    made: list[Guidance] = []

    def run() -> None:
        paper, file = form.paper(), form.cleaned_data["file"]
        made.append(write_guidance(front=front, paper=paper, actor=actor, file=file))

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã lưu; chưa gửi."))
        return redirect("oversight:guidance", made[0].code)
    return render(request, "oversight/guidance_write.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str) -> HttpResponse:
    """Change a paper that was not sent."""
    actor = acting(request)
    guidance = _own(actor, code)
    if guidance.state != GuidanceState.DRAFT:
        return redirect("oversight:guidance", code)
    form = GuidanceForm(*_sent(request), units=_units(guidance.front), plans=_plans(actor), guidance=guidance)

    def run() -> None:
        told = form.cleaned_data
        change_guidance(code=code, paper=form.paper(), actor=actor, file=told["file"], version=told["version"])

    if request.method == "POST" and form.is_valid():
        try:
            saved = taken(form, run)
        except AlreadySent:
            messages.error(request, _("Văn bản vừa được gửi nên không sửa được nữa."))
            return redirect("oversight:guidance", code)
        if saved:
            messages.success(request, _("Đã lưu; chưa gửi."))
            return redirect("oversight:guidance", code)
    told = {"form": form, "guidance": guidance}
    return render(request, "oversight/guidance_write.html", told, status=422 if form.errors else 200)


@require_POST
def send(request: HttpRequest, code: str) -> HttpResponse:
    """Send a paper to its units."""
    actor = acting(request)
    _own(actor, code)
    try:
        send_guidance(code=code, actor=actor)
    except (AlreadySent, Overtaken):
        messages.error(request, _("Văn bản vừa được người khác sửa hoặc gửi; xin xem lại."))
    else:
        messages.success(request, _("Đã gửi. Đơn vị nhận thấy ở bàn làm việc của mình."))
    return redirect("oversight:guidance", code)


@require_POST
def mark(request: HttpRequest, code: str) -> HttpResponse:
    """Mark a paper read, or taken up."""
    actor = acting(request)
    visible_guidance(actor, code)
    accepts = "accept" in request.POST
    try:
        mark_guidance(code=code, accepts=accepts, actor=actor)
    except GuidanceMark.DoesNotExist:
        raise Http404 from None
    messages.success(request, _("Đã nhận thực hiện.") if accepts else _("Đã ghi là đã đọc."))
    return redirect("oversight:guidance", code)


@require_safe
def file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The file of a paper."""
    guidance = visible_guidance(acting(request), code)
    return sent(guidance.file, code)


def _own(actor: Actor, code: str) -> Guidance:
    guidance = visible_guidance(actor, code)
    if not runs(actor, guidance.front_id):
        raise Http404
    return guidance


def _marks(actor: Actor) -> QuerySet[GuidanceMark]:
    return GuidanceMark.objects.filter(unit_id__in=in_place_of(actor.units_with(REPORT), clock.today()))


def _units(front: Unit) -> Sequence[Unit]:
    return [unit for unit in doers(front.pk) if unit.pk != front.pk]


def _plans(actor: Actor) -> list[Plan]:
    return list(Plan.objects.run_by(actor))


def _sent(request: HttpRequest) -> tuple[object, ...]:
    return (request.POST, request.FILES) if request.method == "POST" else ()
