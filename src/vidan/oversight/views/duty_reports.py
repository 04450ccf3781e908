"""Duty reports at the desk (/ban-lam-viec/bao-cao-nhiem-vu/): the list, one report, writing it, accepting it, sending it back."""

from django.contrib import messages
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.domain.moves import Decision, Refusal
from vidan.domain.workdays import Unit as Counted
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import length_words
from vidan.foundation.units.models import Unit
from vidan.oversight.duty_facts import decided, next_moves
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.duty_selectors import runs, visible_report
from vidan.oversight.forms.duty_report import ReportForm, ReportVersionForm, SendBackForm
from vidan.oversight.models import DutyReport
from vidan.oversight.models.programme import RUN
from vidan.oversight.report_filters import address_of, asked, chosen
from vidan.oversight.report_moves import LABELS
from vidan.oversight.report_words import standing_words
from vidan.oversight.services.report_step import accept_report, send_back_report, write_report
from vidan.oversight.unit_numbers import Number, numbers_of
from vidan.oversight.views.sending import sent, taken

PAGE = 50
ACTS = {
    "write": "oversight:report_write",
    "accept": "oversight:report_accept",
    "send_back": "oversight:report_send_back",
}
"""The moves that have a page or a button of their own; sending is a button of the page on which it is written."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The reports that the actor may read, filtered by the address, a page at a time."""
    actor = acting(request)
    mine = DutyReport.objects.visible_to(actor)
    told = asked(request)
    # What is owed is told from the oldest day on, a book of reports from the newest.
    owed = told.get("tinh-trang") in ("no", "tre")
    by, sign = ("gt", "") if owed else ("lt", "-")
    rows = chosen(mine, told)
    last = mine.filter(code=request.GET.get("sau", "")[:40].replace("\0", "")).first()
    if last is not None:
        further = {f"due_on__{by}": last.due_on}, {"due_on": last.due_on, f"pk__{by}": last.pk}
        rows = rows.filter(Q(**further[0]) | Q(**further[1]))
    found = list(rows.select_related("unit", "duty").order_by(f"{sign}due_on", f"{sign}pk")[: PAGE + 1])
    today = clock.today()
    units = Unit.objects.filter(pk__in=mine.order_by().values("unit_id")).order_by("level", "sort_key")
    shown = {
        "rows": [(one, *standing_words(one, today)) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "asked": told,
        "address": address_of(told),
        "units": list(units.values_list("slug", "short_name")),
        "states": [("no", _("chưa nộp, phải nộp lại")), ("tre", _("trễ")), *ReportState.choices[1:4]],
        "years": [(str(year), str(year)) for year in range(today.year, 2017, -1)],
        "runs": actor.may(RUN),
    }
    return render(request, "oversight/reports.html", shown)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One report: what it tells, beside the figures of the unit, and what may be done with it."""
    actor = acting(request)
    report = visible_report(actor, code)
    moves = next_moves(report, actor)
    ours = runs(actor, report.front_id)
    reads = not ours or report.state != ReportState.DRAFT
    words, tone = standing_words(report, clock.today())
    told = {
        "report": report,
        "words": words,
        "tone": tone,
        "moves": [
            (ACTS[one.move.name], LABELS[one.move.name], one.move.name == "accept")
            for one in moves
            if isinstance(one, Decision) and one.move.name in ACTS
        ],
        "reads": reads,
        "numbers": report.numbers or [vars_of(one) for one in _numbers(report)],
        "form": ReportVersionForm(report=report),
        "days": length_words(report.duty.days, Counted.WORKING_DAY) if report.duty.days else "",
    }
    return render(request, "oversight/report.html", told)


@require_http_methods(["GET", "POST"])
def write(request: HttpRequest, code: str) -> HttpResponse:
    """Write a report and keep it, or send it; the figures of the unit stand beside it and fill in the number."""
    actor = acting(request)
    report = visible_report(actor, code)
    if isinstance(decided(report, actor, "write"), Refusal):
        raise Http404
    numbers = _numbers(report)
    own = next((one for one in numbers if one.name == report.duty.figure), None)
    sent_ = (request.POST, request.FILES) if request.method == "POST" else ()
    form = ReportForm(*sent_, report=report, proposed=own.count if own else None, label=own.label if own else "")
    sends = "send" in request.POST

    def run() -> None:
        told = form.cleaned_data
        write_report(
            code=code,
            words=told["words"],
            counted=told["counted"],
            file=told["file"],
            sends=sends,
            actor=actor,
            version=told["version"],
        )

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã nộp báo cáo.") if sends else _("Đã lưu; chưa nộp."))
        return redirect("oversight:report", code)
    told = {"form": form, "report": report, "numbers": numbers}
    return render(request, "oversight/report_write.html", told, status=422 if form.errors else 200)


@require_POST
def accept(request: HttpRequest, code: str) -> HttpResponse:
    """Accept a report."""
    actor = acting(request)
    report = _asked_for(actor, code)
    form = ReportVersionForm(request.POST, report=report)
    if form.is_valid() and taken(
        form, lambda: accept_report(code=code, actor=actor, version=form.cleaned_data["version"])
    ):
        messages.success(request, _("Đã nhận báo cáo."))
    for error in form.non_field_errors():
        messages.error(request, str(error))
    return redirect("oversight:report", code)


@require_http_methods(["GET", "POST"])
def send_back(request: HttpRequest, code: str) -> HttpResponse:
    """Send a report back with a reason."""
    actor = acting(request)
    report = _asked_for(actor, code)
    if request.method == "GET" and isinstance(decided(report, actor, "send_back"), Refusal):
        return redirect("oversight:report", code)
    form = SendBackForm(request.POST if request.method == "POST" else None, report=report)

    def run() -> None:
        told = form.cleaned_data
        send_back_report(code=code, reason=told["reason"], actor=actor, version=told["version"])

    if request.method == "POST" and form.is_valid() and taken(form, run):
        messages.success(request, _("Đã trả báo cáo về đơn vị."))
        return redirect("oversight:report", code)
    told = {"form": form, "report": report}
    return render(request, "oversight/report_send_back.html", told, status=422 if form.errors else 200)


@require_safe
def file(request: HttpRequest, code: str) -> HttpResponseBase:
    """The file that a unit sent instead of words, or with them; the Front reads it once it was sent."""
    actor = acting(request)
    report = visible_report(actor, code)
    if report.state == ReportState.DRAFT and runs(actor, report.front_id):
        raise Http404
    return sent(report.file, code)


def vars_of(one: Number) -> dict[str, object]:
    """A figure as a sent report keeps it."""
    return {"label": one.label, "count": one.count}


def _asked_for(actor: Actor, code: str) -> DutyReport:
    report = visible_report(actor, code)
    if not runs(actor, report.front_id):
        raise Http404
    return report


def _numbers(report: DutyReport) -> list[Number]:
    return numbers_of(
        unit_id=report.unit_id,
        front_id=report.front_id,
        first=report.first,
        last=min(report.last, clock.today()),
        figure=report.duty.figure,
    )
