"""The annex at the desk: to take away and fill in, and to bring back; every fault by its cell, mended on the page."""

import json
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.annex import ASKED, COLUMNS, WIDTHS, Line, cells_of, headings, note, read_lines, rows_of
from vidan.consultations.facts import Known
from vidan.consultations.forms.answers import AnnexForm
from vidan.consultations.services.step import NotNow, Refused
from vidan.consultations.services.write_points import MOST
from vidan.consultations.views.answers import WAYS, answered, way_of
from vidan.consultations.views.moves import refusal_words
from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.limits import MAX_BYTES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.tell import tell
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.read import NotRead, numbered_pasted_rows, numbered_workbook_rows
from vidan.foundation.sheets.word_table import as_docx_table, numbered_word_rows
from vidan.foundation.sheets.write import as_xlsx

AT_ONCE = 30
"""So many wrong rows are mended at once; a form has two hundred fields at most (settings/security.py)."""

Rows = list[tuple[int, list[str]]]


@require_safe
def file(request: HttpRequest, code: str, form: str) -> HttpResponseBase:
    """The annex as a table to fill in, with what is answered already."""
    draft = answered(acting(request), code)
    title = f"Tiếp thu, giải trình ý kiến phản biện: {draft.title}"  # what goes to an office is Vietnamese
    rows = rows_of(draft.points.select_related("disposition"))
    if form == "xlsx":
        data = as_xlsx(title, headings(), rows, note=note())
    elif form == "docx":
        data = as_docx_table(title, headings(), rows, widths=WIDTHS, note=note())
    else:
        raise Http404
    return as_attachment(data, f"{code}-tra-loi.{form}", CONTENT_TYPES[FileKind(form)])


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, code: str) -> HttpResponse:
    """The rows with their faults, until all can be read; then all answers are kept together."""
    actor = acting(request)
    draft = answered(actor, code)
    way = way_of(Known(draft, actor))
    if not way:
        raise Http404
    form = AnnexForm(request.POST, request.FILES) if request.method == "POST" else AnnexForm()
    rows: Rows = []
    lines: list[Line] = []
    if form.is_bound and form.is_valid():
        rows = _rows(request, form)
        lines = read_lines(rows, draft)
        wrong, told = any(line.errors for line in lines), [line.told for line in lines if line.told]
        if not form.errors and not wrong and not told:
            form.add_error("table", _("Bảng chưa có trả lời nào."))
        elif not form.errors and not wrong:
            try:
                n = WAYS[way](code=code, answers=told, actor=actor)
            except (Refused, NotNow) as no:
                form.add_error(None, refusal_words(no.refusal) if isinstance(no, Refused) else str(no.sentence))
            else:
                messages.success(request, ngettext("Đã ghi %(n)d trả lời.", "Đã ghi %(n)d trả lời.", n) % {"n": n})
                return redirect("consultations:answers", code)
        elif wrong:
            form = AnnexForm()
    shown = {"draft": draft, "form": form, "way": way, "columns": COLUMNS.values(), **_wrong(rows, lines)}
    status = 422 if form.errors or shown["wrong"] else 200
    return render(request, "consultations/answers/annex.html", shown, status=status)


def _rows(request: HttpRequest, form: AnnexForm) -> Rows:
    """The rows of a new file or of new text, otherwise those of the page before with the cells that were mended."""
    upload, text = form.cleaned_data["table"], form.cleaned_data["text"]
    rows: Rows = []
    try:
        if upload:
            rows = cells_of(_file_rows(upload.read(max(MAX_BYTES[FileKind.XLSX], MAX_BYTES[FileKind.DOCX]) + 1)))
        elif text.strip():
            rows = cells_of(numbered_pasted_rows(text))
        else:
            rows = _mended(request)
    except (NotRead, NotTaken) as no:
        form.add_error("table" if upload else "text", str(no.sentence))
        return []
    if not rows:
        form.add_error("table", _("Chưa có dòng nào. Chọn tệp, hoặc dán các ô chép từ bảng."))
    elif len(rows) > 2 * MOST:
        form.add_error("table", _("Bảng có %(count)d dòng, nhiều hơn số điểm.") % {"count": len(rows)})
        return []
    return rows


def _file_rows(data: bytes) -> Any:
    if tell(data) is FileKind.DOCX:
        return numbered_word_rows(data, first=headings()[0])
    return numbered_workbook_rows(data)


def _mended(request: HttpRequest) -> Rows:
    """What the page before carried along; whatever a program makes of it, rows of cells or nothing."""
    try:
        told = json.loads(request.POST.get("rows", "[]"))
        rows = [(int(number), [clean_text(str(cell)) for cell in row][: len(ASKED)]) for number, row in told]
    except (ValueError, TypeError, OverflowError, RecursionError):
        return []
    for number, row in rows[: 2 * MOST]:
        row += [""] * (len(ASKED) - len(row))
        for column, name in enumerate(ASKED):
            cell = request.POST.get(f"o-{number}-{name}")
            if cell is not None:
                row[column] = clean_text(cell).strip()
    return rows[: 2 * MOST + 1]


def _wrong(rows: Rows, lines: list[Line]) -> dict[str, Any]:
    """The first wrong rows with an input for each cell; all faults by their cells; all rows, to be carried along."""
    wrong = [line for line in lines if line.errors]
    if not wrong:
        return {"wrong": []}
    return {
        "rows": json.dumps(rows, ensure_ascii=False),
        "right": sum(line.told is not None for line in lines),
        "wrong": [(line.row, [_cell(line, name) for name in ASKED]) for line in wrong[:AT_ONCE]],
        "told": [
            (f"o-{line.row}-{name}", line.row, COLUMNS[name], sentence, i < AT_ONCE)
            for i, line in enumerate(wrong)
            for name, sentence in line.errors.items()
        ],
        "later": max(0, len(wrong) - AT_ONCE),
    }


def _cell(line: Line, name: str) -> dict[str, Any]:
    return {
        "id": f"o-{line.row}-{name}",
        "label": COLUMNS[name],
        "text": line.cells[name],
        "error": line.errors.get(name, ""),
        "long": name == "reason",
    }
