"""Procedures as a spreadsheet: brought in with every fault told by its cell, and taken out in full."""

from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.limits import MAX_BYTES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.read import NotRead, Numbered, as_pasted, numbered_pasted_rows, numbered_workbook_rows
from vidan.foundation.sheets.write import as_xlsx
from vidan.outreach import named
from vidan.outreach.forms.procedure import SheetForm, places_of
from vidan.outreach.models.procedure import PUBLISH
from vidan.outreach.procedure_selectors import asked_in
from vidan.outreach.procedure_sheet import cell_name, headings, read_rows, rows_of
from vidan.outreach.services.bring_procedures import RowRefused, bring
from vidan.outreach.views.procedures_desk import FILTERS, chosen, writes_for

MOST_TOLD = 40
"""Faults that stand on the page; the rest is counted."""


@require_http_methods(["GET", "POST"])
def bring_in(request: HttpRequest) -> HttpResponse:
    """A list of procedures from a spreadsheet; nothing is kept before all of it can be read."""
    actor = acting(request)
    front = writes_for(actor)
    form = SheetForm(*((request.POST, request.FILES) if request.method == "POST" else ()))
    wrong: list[tuple[str, str]] = []
    if request.method == "POST" and form.is_valid():
        rows = _rows(form)
        read = read_rows(rows, places_of(front))
        wrong = read.wrong
        if read.rows and not wrong and not form.errors:
            at_once = form.cleaned_data["publish"] and actor.may(PUBLISH)
            try:
                brought = bring(front=front, rows=read.rows, at_once=at_once, actor=actor)
            except RowRefused as no:
                wrong = [(cell_name(0, read.numbers[no.place]), no.sentence)]
            else:
                named.forget()
                n = brought.written
                said = ngettext("Đã đưa %(n)d thủ tục vào danh mục.", "Đã đưa %(n)d thủ tục vào danh mục.", n) % {
                    "n": n
                }
                if same := brought.same:
                    passed = ngettext("%(n)d dòng không có gì mới.", "%(n)d dòng không có gì mới.", same)
                    said = f"{said} {passed % {'n': same}}"
                messages.success(request, said)
                return redirect("outreach:procedures_desk")
        if rows:  # a workbook with faults is mended on the page, as the cells that it holds
            form.data = {name: form.data[name] for name in form.data} | {"text": as_pasted([row for _n, row in rows])}
    told = {
        "form": form,
        "columns": headings(),
        "wrong": wrong[:MOST_TOLD],
        "more": max(0, len(wrong) - MOST_TOLD),
    }
    return render(request, "outreach/procedures/bring.html", told, status=422 if form.errors or wrong else 200)


@require_safe
def as_sheet(request: HttpRequest) -> HttpResponseBase:
    """What the filters of the list leave, in full, as a spreadsheet that can be changed and brought back."""
    actor = acting(request)
    told = asked_in(request, FILTERS)
    rows = rows_of(chosen(actor, told).select_related("only_at").order_by("folded", "pk"))
    with transaction.atomic():
        record("procedure.export", subject="", actor=actor.code, facts={"rows": len(rows)})
    return as_attachment(as_xlsx(_("Thủ tục"), headings(), rows), "thu-tuc.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _rows(form: SheetForm) -> Numbered:
    """The rows that came as a file or were pasted; what cannot be read is said at the form."""
    upload, text = form.cleaned_data["table"], form.cleaned_data["text"]
    try:
        data = upload.read(MAX_BYTES[FileKind.XLSX] + 1) if upload else b""
        rows = numbered_workbook_rows(data) if upload else numbered_pasted_rows(text)
    except (NotRead, NotTaken) as no:
        form.add_error("table" if upload else "text", str(no.sentence))
        return []
    if not rows:
        form.add_error("table", _("Chưa có dòng nào. Chọn tệp, hoặc dán các ô chép từ Excel."))
    return rows
