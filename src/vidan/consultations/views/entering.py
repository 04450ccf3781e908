"""Ghi ý kiến nhận được at the desk: one by one, or a list pasted from Excel with every fault at its cell."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.facts import Known
from vidan.consultations.forms.entering import EnterForm, PasteForm
from vidan.consultations.giving import places_of
from vidan.consultations.kinds import OpinionSource, Stance
from vidan.consultations.models import Draft, Hearing
from vidan.consultations.moves import LABELS
from vidan.consultations.pasted_opinions import COLUMNS, MOST, Line, read_lines, without_heading
from vidan.consultations.selectors import visible
from vidan.consultations.services.enter_opinions import Entered, enter_opinions
from vidan.consultations.services.step import Overtaken, Refused
from vidan.consultations.views.moves import not_open, refusal_words
from vidan.consultations.views.signing import said_in
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.sheets.read import NotRead, as_pasted, numbered_pasted_rows, numbered_workbook_rows
from vidan.foundation.sheets.write import as_xlsx

MOVE = "enter_opinions"


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One opinion; `?buoi=` names the hearing at which it was said."""
    actor = acting(request)
    draft = visible(actor, code)
    if answer := not_open(request, Known(draft, actor), MOVE):
        return answer
    hearing = _hearing(request, draft)
    sent = (request.POST, request.FILES) if request.method == "POST" else ()
    initial = {"source": OpinionSource.MEETING.value if hearing else ""}
    form = EnterForm(*sent, draft=draft, places=places_of(draft), initial=initial)
    if sent and form.is_valid():
        given = form.cleaned_data
        one = Entered(said_in(given), OpinionSource(given["source"]), given["who"], hearing)
        try:
            made = enter_opinions(
                code=code, entered=[one], upload=given["upload"], actor=actor, version=given["version"]
            )
        except Refused as refused:
            form.add_error(None, refusal_words(refused.refusal))
        except (Overtaken, NotTaken) as no:
            form.add_error(None, str(no.sentence))
        else:
            messages.success(request, _("Đã ghi ý kiến %(code)s.") % {"code": made[0].code})
            response = redirect("consultations:enter", code)
            response["Location"] += f"?buoi={hearing.pk}" if hearing else ""
            return response
    page = {"draft": draft, "form": form, "label": LABELS[MOVE], "hearing": hearing}
    return render(request, "consultations/opinions/enter.html", page, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def paste(request: HttpRequest, code: str) -> HttpResponse:
    """The list with its faults; nothing is stored while one row is wrong, unless the wrong ones are left out."""
    actor = acting(request)
    draft = visible(actor, code)
    if answer := not_open(request, Known(draft, actor), MOVE):
        return answer
    hearing = _hearing(request, draft)
    told: dict[str, Any] = {"draft": draft, "columns": COLUMNS.values(), "most": MOST, "hearing": hearing}
    source = OpinionSource.MEETING if hearing else OpinionSource.SHEET
    initial = {"version": draft.version, "source": source.value}
    if request.method != "POST":
        form = PasteForm(initial=initial, label_suffix="")
        return render(request, "consultations/opinions/paste.html", told | {"form": form})
    form = PasteForm(request.POST, request.FILES, label_suffix="")
    if form.is_valid():
        lines, text = _lines(form, draft)
        right = [line.entered for line in lines if line.entered]
        if "save" in request.POST and lines and not form.errors:
            if right and (len(right) == len(lines) or form.cleaned_data["leave_out"]):
                rows = [Entered(one.said, one.source, one.who, hearing) for one in right]
                try:
                    enter_opinions(code=code, entered=rows, actor=actor, version=form.cleaned_data["version"])
                except Refused as refused:
                    form.add_error(None, refusal_words(refused.refusal))
                except Overtaken as no:
                    form.add_error(None, str(no.sentence))
                else:
                    n = len(right)
                    messages.success(request, ngettext("Đã ghi %(n)d ý kiến.", "Đã ghi %(n)d ý kiến.", n) % {"n": n})
                    return redirect("consultations:draft", code)
            else:
                form.add_error(None, _("Chưa lưu gì cả: còn dòng sai. Sửa, hoặc đánh dấu bỏ những dòng sai."))
        told |= {"lines": lines, "right": len(right), "wrong": len(lines) - len(right)}
        told["form"] = PasteForm(initial=form.cleaned_data | {"text": text, "version": draft.version}, label_suffix="")
    faults = form if form.errors else None
    status = 422 if faults else 200
    return render(
        request, "consultations/opinions/paste.html", {"form": form} | told | {"faults": faults}, status=status
    )


@require_safe
def template(request: HttpRequest, code: str) -> HttpResponseBase:
    """The empty table with its columns and one example."""
    visible(acting(request), code)
    example = (
        "Điều 1 khoản 2",
        _("Ví dụ: nên rút ngắn thời gian. Xóa dòng này trước khi nhập."),
        "",
        str(Stance.CHANGE.label),
    )
    data = as_xlsx(_("Ý kiến về dự thảo"), [str(name) for name in COLUMNS.values()], [example])
    return as_attachment(data, "y-kien.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _hearing(request: HttpRequest, draft: Draft) -> Hearing | None:
    pk = request.GET.get("buoi", "")
    known = pk.isascii() and pk.isdigit() and len(pk) < 19
    return draft.hearings.filter(pk=pk).first() if known else None


def _lines(form: PasteForm, draft: Draft) -> tuple[list[Line], str]:
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
        return read_lines(rows, places=places_of(draft), source=OpinionSource(form.cleaned_data["source"])), text
    return [], "" if upload else text
