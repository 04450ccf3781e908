"""The pages of reading answers (/ban-lam-viec/chat-luong/): rounds, one round with its agreement and bodies, one answer."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vidan.cases.forms.quality import DrawForm, SettleForm, SheetForm
from vidan.cases.models.quality import READERS, Mark, QualityItem, QualityReading, QualityRound
from vidan.cases.services import judge
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.redaction.services.check import checked_copy
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import short_names
from vidan.foundation.vault.services import open_text

PAGE = 30


@require_http_methods(["GET", "POST"])
def rounds(request: HttpRequest) -> HttpResponse:
    """The rounds so far, and drawing a new one."""
    actor = acting(request)
    draws = actor.units_with("cases.quality_draw")
    form = DrawForm(request.POST if request.method == "POST" else None)
    if request.method == "POST":
        if not draws:
            raise Http404
        if form.is_valid():
            try:
                made = judge.draw_round(front=Unit.objects.get(pk=min(draws)), actor=actor, **form.cleaned_data)
            except judge.NothingToRead:
                form.add_error(None, _("Trong khoảng này chưa có trả lời nào để đọc."))
            else:
                return redirect("cases:quality_round", made.pk)
    rows = QualityRound.objects.visible_to(actor)[:PAGE]
    told = {"rows": rows, "form": form if draws else None}
    return render(request, "cases/quality/rounds.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET"])
def one_round(request: HttpRequest, pk: int) -> HttpResponse:
    """One round: which answers wait for whom, how far readers agree, and the bodies."""
    actor = acting(request)
    made = QualityRound.objects.visible_to(actor).filter(pk=pk).first() if pk < 2**63 else None
    if made is None:
        raise Http404
    items = list(_items(actor).filter(round=made))
    names = short_names()
    told = {
        "round": made,
        "rows": [
            (item, names.get(item.transfer.recipient_id, ""), *_state(item, list(item.readings.all()), actor))
            for item in items
        ],
        "agreement": judge.agreement_of(items),
        "questions": judge.questions(),
        "bodies": [(names.get(one.unit_id, ""), one) for one in judge.by_body(items)],
    }
    return render(request, "cases/quality/round.html", told)


@require_http_methods(["GET", "POST"])
def one_item(request: HttpRequest, pk: int, number: int) -> HttpResponse:
    """One answer: the sheet for a reader, settling for who may, or what counts in the end. The teller is nowhere."""
    actor = acting(request)
    found = _items(actor).filter(round_id=pk, number=number) if pk < 2**63 and number < 32_767 else None
    item = found.select_related("round", "reason").first() if found is not None else None
    if item is None:
        raise Http404
    readings = list(item.readings.all())
    form = _form(request, item, readings, actor)
    if request.method == "POST":
        if form is None:
            raise Http404
        if form.is_valid() and _taken(request, form, item, readings, actor):
            return redirect("cases:quality_round", pk)
    copy = checked_copy(item.transfer.case.code)
    both = len(readings) == READERS
    told: dict[str, Any] = {
        "item": item,
        "body": short_names().get(item.transfer.recipient_id, ""),
        "copy": copy,
        "answer": open_text(item.transfer.answer) if item.transfer.answer else "",
        "form": form,
        "settles": isinstance(form, SettleForm),
        "is_reader": actor.code in {reading.reader for reading in readings},
        "marks": _compared(item, readings) if both else [],
        "reason": open_text(item.reason) if item.reason else "",
    }
    return render(request, "cases/quality/item.html", told, status=422 if form is not None and form.errors else 200)


def _items(actor: Actor) -> Any:
    rows = QualityItem.objects.visible_to(actor).select_related("transfer__case", "transfer__answer")
    return rows.prefetch_related("readings")


def _state(item: QualityItem, readings: list[QualityReading], actor: Actor) -> tuple[str, str]:
    """Where an answer stands, in words, and how it is marked on the page."""
    if item.marks:
        return _("đã đọc xong"), "ok"
    if judge.differs(readings):
        return _("hai người thấy khác nhau, cần thống nhất"), "late"
    if judge.may_read(readings, actor):
        return _("chờ ông/bà đọc"), "soon"
    return _("chờ người thứ hai đọc"), ""


def _form(
    request: HttpRequest, item: QualityItem, readings: list[QualityReading], actor: Actor
) -> SheetForm | SettleForm | None:
    sent = request.POST if request.method == "POST" else None
    if item.marks:
        return None
    if open_questions := judge.differs(readings):
        return SettleForm(sent, only=open_questions)
    return SheetForm(sent) if judge.may_read(readings, actor) else None


def _taken(
    request: HttpRequest, form: SheetForm, item: QualityItem, readings: list[QualityReading], actor: Actor
) -> bool:
    told = form.cleaned_data
    try:
        if isinstance(form, SettleForm):
            marks = readings[0].marks | {code: mark for code, mark in told.items() if code != "reason"}
            together = actor.code in {reading.reader for reading in readings}
            judge.settle(item=item, marks=marks, together=together, reason=told["reason"], actor=actor)
            messages.success(request, _("Đã thống nhất."))
        else:
            judge.read_answer(item=item, marks=told, actor=actor)
            messages.success(request, _("Đã ghi phiếu đọc."))
    except judge.NotYours:
        form.add_error(None, _("Trả lời này vừa được người khác đọc hoặc thống nhất. Xin xem lại."))
        return False
    return True


def _compared(item: QualityItem, readings: list[QualityReading]) -> list[dict[str, Any]]:
    """The marks of both readers side by side, shown only after both have read."""

    def words(marks: dict[str, str], code: str) -> str:
        return str(Mark(marks[code]).label) if code in marks else ""

    return [
        {
            "words": one.words,
            "first": words(readings[0].marks, one.code),
            "second": words(readings[1].marks, one.code),
            "end": words(item.marks, one.code),
        }
        for one in judge.questions()
    ]
