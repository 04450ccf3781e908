"""Dán từ Excel: look first, each fault by its cell; then every right row becomes a case, and all receipts print at once."""

import hashlib
from typing import Any

from django.conf import settings
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_safe

from vidan.cases.exports import XLSX
from vidan.cases.forms.pasted import COLUMNS, MOST, Line, PasteForm, count_rows, read_lines
from vidan.cases.kinds import Kind, Source
from vidan.cases.models import CaseFile
from vidan.cases.services.enter import AlreadyEntered
from vidan.cases.services.enter_list import Row, enter_list
from vidan.cases.views.enter import front_of, word_from
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import Writing
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.receipts.code import code_from, grouped
from vidan.foundation.sheets.read import NotRead, Rows, as_pasted, pasted_rows, workbook_rows
from vidan.foundation.sheets.write import as_xlsx
from vidan.foundation.ui.qr import qr_svg
from vidan.foundation.units.models import Unit

FORM = "list"


@never_cache
@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The list with its faults, and after saving all receipts; a repeated post shows the same receipts."""
    actor = acting(request)
    code = request.POST.get("draft", "") or drafts.new_code()
    sent = drafts.find(FORM, code)
    if sent is not None and sent.sent:
        return _receipts(request, sent)
    front = front_of(actor)
    posted = request.method == "POST"
    form = PasteForm(request.POST if posted else None, request.FILES if posted else None, label_suffix="")
    told: dict[str, Any] = {"form": form, "draft": code, "columns": COLUMNS.values(), "most": MOST}
    saving = "save" in request.POST
    if posted and form.is_valid():
        lines, text = _lines(form, front)
        right = [line for line in lines if not line.is_wrong]
        if saving and right and (len(right) == len(lines) or form.cleaned_data["leave_out"]):
            writing = _save(right, front, actor, code)
            if writing is not None:
                messages.success(request, _entered(len(right), len(lines) - len(right)))
                return _receipts(request, writing)
            form.add_error(None, _("Có dòng vừa được người khác nhập. Bấm Xem trước để xem lại danh sách."))
        elif saving and lines:
            form.add_error(None, _("Chưa lưu gì cả: còn dòng sai. Sửa, hoặc đánh dấu bỏ những dòng sai."))
        told |= {"lines": lines, "right": len(right), "wrong": len(lines) - len(right), "form": _filled(form, text)}
    status = 422 if form.errors else 200
    return render(request, "cases/desk/paste.html", told | {"faults": form if form.errors else None}, status=status)


@require_safe
def template(request: HttpRequest) -> HttpResponseBase:
    """The empty table with its columns and one example."""
    example = (
        clock.today(),
        str(Source.LETTER.label),
        str(Kind.FEEDBACK.label),
        _("Chưa rõ"),
        _("Ví dụ: hẹn trả giấy ba lần, lần nào cũng lùi. Xóa dòng này trước khi nhập."),
        _("Được hẹn đúng ngày"),
        str(TellerMode.ANONYMOUS.label),
        "",
        "",
        1,
        "",
    )
    title = _("Danh sách ý kiến")
    return as_attachment(as_xlsx(title, [str(name) for name in COLUMNS.values()], [example]), "danh-sach.xlsx", XLSX)


def _lines(form: PasteForm, front: Unit) -> tuple[list[Line], str]:
    """The rows judged, and their text as it goes back on the page; what cannot be read is told by the form."""
    upload, text = form.cleaned_data["table"], form.cleaned_data["text"]
    rows: Rows = []
    try:
        if upload:
            rows = workbook_rows(upload.read())
            text = as_pasted(rows)
        else:
            rows = pasted_rows(text)
    except (NotRead, NotTaken) as no:
        form.add_error("table" if upload else "text", str(no))
        return [], text
    count = count_rows(rows)
    if not count:
        form.add_error("text", _("Chưa có dòng nào. Dán các ô chép từ Excel, hoặc chọn tệp."))
    elif count > MOST:
        told = _("Danh sách có %(count)d dòng; mỗi lần nhập tối đa %(most)d dòng.")
        form.add_error("text", told % {"count": count, "most": MOST})
    else:
        return read_lines(rows, front), text
    return [], "" if upload else text


def _filled(form: PasteForm, text: str) -> PasteForm:
    """The form with the rows as text, whether they were pasted or came in a file, so that they can be corrected there."""
    return PasteForm(initial={"text": text, "leave_out": form.cleaned_data.get("leave_out")}, label_suffix="")


def _save(right: list[Line], front: Unit, actor: Actor, code: str) -> Writing | None:
    """Enter the right rows; None when one of them was entered in the meantime."""
    writing = drafts.begin(FORM, code)
    rows = [Row(word_from(line.told, front), line.mark, _secret(writing, number)) for number, line in enumerate(right)]
    try:
        with transaction.atomic():
            cases = enter_list(rows=rows, front=front, actor=actor)
            writing.typed, writing.row.sent = {"codes": [case.code for case in cases]}, True
            drafts.save(writing)
    except AlreadyEntered:
        return None
    return writing


def _secret(writing: Writing, number: int) -> bytes:
    """The secret of one receipt of the list; it comes from the draft's, so a repeated post prints the same codes."""
    return hashlib.sha256(writing.secret + number.to_bytes(2, "big")).digest()[:16]


def _entered(count: int, left_out: int) -> str:
    told = ngettext("Đã nhập %(n)d ý kiến.", "Đã nhập %(n)d ý kiến.", count) % {"n": count}
    if left_out:
        told += " " + ngettext("Bỏ %(n)d dòng sai.", "Bỏ %(n)d dòng sai.", left_out) % {"n": left_out}
    return told


def _receipts(request: HttpRequest, writing: Writing) -> HttpResponse:
    codes: list[str] = writing.typed["codes"]
    cases = CaseFile.objects.select_related("front").in_bulk(codes, field_name="code")
    due = dict(Clock.objects.filter(subject__in=codes, role="transfer").values_list("subject", "due_on"))
    receipts = []
    for number, case_code in enumerate(codes):
        code = code_from(_secret(writing, number))
        receipts.append(
            {
                "case": cases[case_code],
                "groups": grouped(code).split(" "),
                "qr": qr_svg(f"{settings.ORIGIN}/tra-cuu/#{code}"),
                "transfer_by": due.get(case_code),
            }
        )
    told = {"receipts": receipts, "origin": settings.ORIGIN.split("//", 1)[-1]}
    return render(request, "cases/desk/receipts.html", told)
