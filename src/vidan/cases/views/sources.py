"""The hotline's log and the openings of boxes."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.cases.forms.sources import CallEndForm, CallForm, OpeningForm, RefuseForm
from vidan.cases.models import BoxOpening, Call
from vidan.cases.models.sources import CallEnd, LetterRefused
from vidan.cases.services.enter import AlreadyEntered
from vidan.cases.services.log_call import Caller, end_call, log_call
from vidan.cases.services.open_box import open_box, refuse_letter
from vidan.cases.views.downloads import DOWNLOAD
from vidan.cases.views.enter import front_of
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.papers.send import send_paper
from vidan.foundation.units.models import ContactKind, ContactPoint
from vidan.foundation.units.selectors import on_day

PAGE = 30


@require_http_methods(["GET", "POST"])
def calls(request: HttpRequest) -> HttpResponse:
    """The newest calls, and the form that writes one down."""
    actor = acting(request)
    form = CallForm(request.POST if request.method == "POST" else None, label_suffix="")
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        caller = Caller(told["name"], told["phone"])
        call = log_call(
            front=front_of(actor), gist=told["gist"], wish=told["wish"], caller=caller, actor=actor, ended=told["ended"]
        )
        messages.success(request, _("Đã ghi cuộc gọi."))
        return redirect("cases:calls") if call.ended else redirect(f"{reverse('cases:enter')}?goi={call.pk}")
    rows = Call.objects.visible_to(actor).select_related("case").order_by("-pk")
    before = request.GET.get("sau", "")
    if before.isascii() and before.isdigit() and len(before) < 19:
        rows = rows.filter(pk__lt=int(before))
    page = list(rows[: PAGE + 1])
    shown = {
        "form": form,
        "calls": page[:PAGE],
        "after": page[PAGE - 1].pk if len(page) > PAGE else None,
        "ends": CallEnd.choices,
    }
    return render(request, "cases/desk/calls.html", shown, status=422 if form.errors else 200)


@require_POST
def call_end(request: HttpRequest, pk: int) -> HttpResponse:
    """Close a call that needs no case."""
    actor = acting(request)
    call = get_object_or_404(Call.objects.visible_to(actor), pk=pk)
    form = CallEndForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chọn lý do kết thúc cuộc gọi."))
        return redirect("cases:calls")
    try:
        end_call(call=call, ended=CallEnd(form.cleaned_data["ended"]), actor=actor)
    except AlreadyEntered:
        messages.error(request, _("Cuộc gọi này đã được nhập hoặc kết thúc rồi."))
    else:
        messages.success(request, _("Đã kết thúc cuộc gọi."))
    return redirect("cases:calls")


@require_http_methods(["GET", "POST"])
def boxes(request: HttpRequest) -> HttpResponse:
    """The newest openings, and the form that records one."""
    actor = acting(request)
    form = OpeningForm(request.POST if request.method == "POST" else None, boxes=_boxes(actor))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        opening = open_box(
            box=form.boxes[told["box"]],
            opened_at=told["opened_at"],
            witnesses=told["witnesses"],
            letters=told["letters"],
            remark=told["remark"],
            actor=actor,
        )
        messages.success(request, _("Đã lập biên bản mở hộp thư."))
        return redirect("cases:box", opening.pk)
    rows = BoxOpening.objects.visible_to(actor).select_related("box", "minutes").order_by("-pk")[:PAGE]
    shown = {"form": form, "openings": rows, "has_box": bool(form.boxes)}
    return render(request, "cases/desk/boxes.html", shown, status=422 if form.errors else 200)


@require_safe
def box(request: HttpRequest, pk: int) -> HttpResponse:
    """One opening: each letter is a case, a refusal with its ground, or still to be entered."""
    opening = _opening(request, pk)
    known = {row.number: row for row in opening.contents.select_related("case")}
    told = {
        "opening": opening,
        "letters": [(number, known.get(number)) for number in range(1, opening.letters + 1)],
        "grounds": LetterRefused.choices,
    }
    return render(request, "cases/desk/box.html", told)


@require_POST
def box_refuse(request: HttpRequest, pk: int) -> HttpResponse:
    """Say why a letter is not handled."""
    actor = acting(request)
    opening = _opening(request, pk)
    form = RefuseForm(request.POST)
    if not form.is_valid() or form.cleaned_data["number"] > opening.letters:
        messages.error(request, _("Chọn lý do không xử lý."))
        return redirect("cases:box", pk)
    told = form.cleaned_data
    try:
        refuse_letter(opening=opening, number=told["number"], ground=LetterRefused(told["ground"]), actor=actor)
    except AlreadyEntered:
        messages.error(request, _("Lá thư này đã được nhập rồi."))
    return redirect("cases:box", pk)


@require_safe
def box_minutes(request: HttpRequest, pk: int, form: str) -> HttpResponseBase:
    """The minutes as DOCX or PDF."""
    actor = acting(request)
    opening = _opening(request, pk)
    return send_paper(
        opening.minutes, form, subject=f"hop-thu-{opening.pk}", actor=actor, unit_id=opening.front_id, event=DOWNLOAD
    )


def _opening(request: HttpRequest, pk: int) -> BoxOpening:
    actor = acting(request)
    found = BoxOpening.objects.visible_to(actor).filter(pk=pk).select_related("box", "front", "minutes").first()
    if found is None:
        raise Http404
    return found


def _boxes(actor: Actor) -> list[ContactPoint]:
    rows = ContactPoint.objects.filter(on_day(clock.today()), kind=ContactKind.BOX)
    return list(rows.filter(unit_id__in=actor.units_with("cases.receive")).select_related("unit__area", "unit__parent"))
