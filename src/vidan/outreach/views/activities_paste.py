"""Dán từ Excel: a unit's activities as a list, with every fault at its cell."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.sheets.read import NotRead, as_pasted, numbered_pasted_rows, numbered_workbook_rows
from vidan.foundation.sheets.write import as_xlsx
from vidan.outreach.forms.activity import PasteForm, unit_of
from vidan.outreach.pasted_activities import COLUMNS, MOST, Line, example_row, read_lines, without_heading
from vidan.outreach.services.log_activity import log_activities
from vidan.outreach.views.activities_log import units_of


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest) -> HttpResponse:
    """The list with its faults; nothing is stored while one row is wrong, unless the wrong ones are left out."""
    actor = acting(request)
    units = units_of(actor)
    told: dict[str, Any] = {"columns": COLUMNS.values(), "most": MOST}
    if request.method != "POST":
        return render(request, "outreach/activity_paste.html", told | {"form": PasteForm(units=units)})
    form = PasteForm(request.POST, request.FILES, units=units)
    if form.is_valid():
        lines, text = _lines(form)
        right = [line.about for line in lines if line.about]
        if "save" in request.POST and lines and not form.errors:
            if right and (len(right) == len(lines) or form.cleaned_data["leave_out"]):
                log_activities(unit=unit_of(form), abouts=right, actor=actor)
                n = len(right)
                messages.success(request, ngettext("Đã ghi %(n)d hoạt động.", "Đã ghi %(n)d hoạt động.", n) % {"n": n})
                return redirect("outreach:activities")
            form.add_error(None, _("Chưa lưu gì cả: còn dòng sai. Sửa, hoặc đánh dấu bỏ những dòng sai."))
        told |= {"lines": lines, "right": len(right), "wrong": len(lines) - len(right)}
        told["form"] = PasteForm(initial=form.cleaned_data | {"text": text}, units=units)
    faults = form if form.errors else None
    told = {"form": form} | told | {"faults": faults}
    return render(request, "outreach/activity_paste.html", told, status=422 if faults else 200)


@require_safe
def template(request: HttpRequest) -> HttpResponseBase:
    """The empty table with its columns and one example."""
    headings = [str(name) for name in COLUMNS.values()]
    data = as_xlsx(_("Hoạt động tuyên truyền"), headings, [example_row(clock.today())])
    return as_attachment(data, "tuyen-truyen-mau.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _lines(form: PasteForm) -> tuple[list[Line], str]:
    """The rows judged, and their text as it goes back on the page; what cannot be read is told by the form."""
    upload, text = form.cleaned_data["table"], form.cleaned_data["text"]
    where = "table" if upload else "text"
    try:
        rows = numbered_workbook_rows(upload.read()) if upload else numbered_pasted_rows(text)
    except (NotRead, NotTaken) as no:
        form.add_error(where, str(no))
        return [], text
    if upload:
        text = as_pasted([row for _number, row in rows])
    count = len(without_heading(rows))
    if not count:
        form.add_error(where, _("Chưa có dòng nào. Dán các ô chép từ Excel, hoặc chọn tệp."))
    elif count > MOST:
        told = _("Danh sách có %(count)d dòng; mỗi lần nhập tối đa %(most)d dòng.")
        form.add_error(where, told % {"count": count, "most": MOST})
    else:
        return read_lines(rows), text
    return [], "" if upload else text
