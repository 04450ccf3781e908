"""Bringing the rows of a rubric from a spreadsheet: every fault by its cell, mended on the page or kept for later."""

import json
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import MAX_BYTES
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.read import NotRead, Numbered, numbered_pasted_rows, numbered_workbook_rows
from vidan.scorecards.forms.rubrics import RowsForm
from vidan.scorecards.rubric_sheet import COLUMNS, MOST, Line, count_rows, find_faults, read_lines
from vidan.scorecards.selectors import own_draft
from vidan.scorecards.services.write_rubric import Overtaken, replace_items
from vidan.scorecards.ways import EXAMPLES, WAYS

AT_ONCE = 12
"""So many wrong rows are mended at once; a form has two hundred fields at most (settings/security.py)."""


@require_http_methods(["GET", "POST"])
def bring(request: HttpRequest, pk: int) -> HttpResponse:
    """The rows with their faults, until all can be read; then they take the place of what the draft held.

    Faults of the tree are told too, but the person may keep the rows with them: a draft is mended item by item as well.
    """
    actor = acting(request)
    rubric = own_draft(actor, pk)
    form = RowsForm(
        request.POST if request.method == "POST" else None,
        request.FILES if request.method == "POST" else None,
        initial={"version": rubric.version},
        label_suffix="",
    )
    rows: Numbered = []
    lines: list[Line] = []
    if request.method == "POST" and form.is_valid():
        rows = _rows(request, form)
        lines = [] if form.errors else read_lines(rows)
        unread = any(line.errors for line in lines)
        if not unread:
            find_faults(lines, rubric.written.get("doubts", {}))
        wrong = any(line.told for line in lines)
        if lines and not unread and (not wrong or "keep" in request.POST):
            items = [line.item for line in lines]
            try:
                replace_items(pk=pk, version=form.cleaned_data["version"], items=items, actor=actor)
            except Overtaken as late:
                form.add_error(None, str(late.sentence))
                form.refresh(own_draft(actor, pk).version, text="")  # the rows travel along as they were read
            else:
                n = len(items)
                messages.success(request, ngettext("Đã đưa %(n)d mục vào.", "Đã đưa %(n)d mục vào.", n) % {"n": n})
                return redirect("scorecards:rubric", pk)
        elif wrong:
            form = RowsForm(initial={"version": form.cleaned_data["version"]}, label_suffix="")
    told = {
        "rubric": rubric,
        "form": form,
        "columns": COLUMNS.items(),
        "examples": [(WAYS[kind], example) for kind, example in EXAMPLES.items()],
        **_wrong(rows, lines),
    }
    status = 422 if form.errors or told["wrong"] else 200
    return render(request, "scorecards/rubrics/rows.html", told, status=status)


def _rows(request: HttpRequest, form: RowsForm) -> Numbered:
    """The rows of a new file or of new text, otherwise those of the page before with the cells that were mended."""
    upload, text = form.cleaned_data["table"], form.cleaned_data["text"]
    rows: Numbered = []
    try:
        if upload:
            rows = numbered_workbook_rows(upload.read(MAX_BYTES[FileKind.XLSX] + 1))
        elif text.strip():
            rows = numbered_pasted_rows(text)
        else:
            rows = _mended(request)
    except (NotRead, NotTaken) as no:
        form.add_error("table" if upload else "text", str(no.sentence))
        return []
    count = count_rows(rows)
    if not count:
        form.add_error("table", _("Chưa có dòng nào. Chọn tệp, hoặc dán các ô chép từ Excel."))
    elif count > MOST:
        told = _("Bảng có %(count)d dòng; một bộ tiêu chí có tối đa %(most)d mục.")
        form.add_error("table", told % {"count": count, "most": MOST})
    return [(number, [clean_text(cell) for cell in row]) for number, row in rows]


def _mended(request: HttpRequest) -> Numbered:
    """What the page before carried along; whatever a program makes of it, rows of cells or nothing."""
    try:
        told = json.loads(request.POST.get("rows", "[]"))
        rows = [(int(number), [str(cell) for cell in row]) for number, row in told]
    except (ValueError, TypeError, OverflowError, RecursionError):
        return []
    for number, row in rows[: MOST + 1]:
        for column in range(len(COLUMNS)):
            cell = request.POST.get(f"o-{number}-{column}")
            if cell is not None:
                row += [""] * (column + 1 - len(row))
                row[column] = cell
    return rows


def _wrong(rows: Numbered, lines: list[Line]) -> dict[str, Any]:
    """The wrong rows with an input for each cell, the first ones; all faults by their cells; all rows, to be carried along."""
    wrong = [line for line in lines if line.told]
    if not wrong:
        return {"wrong": [], "rows": json.dumps(rows, ensure_ascii=False) if lines else ""}
    return {
        "rows": json.dumps(rows, ensure_ascii=False),
        "right": len(lines) - len(wrong),
        "wrong": [
            {"number": line.number, "cells": [_cell(line, i, name) for i, name in enumerate(COLUMNS)]}
            for line in wrong[:AT_ONCE]
        ],
        "told": [
            (f"o-{line.number}-{list(COLUMNS).index(name)}", line.place_of(name), sentence, i < AT_ONCE)
            for i, line in enumerate(wrong)
            for name, sentence in line.told.items()
        ],
        "unread": any(line.errors for line in wrong),
        "later": max(0, len(wrong) - AT_ONCE),
    }


def _cell(line: Line, position: int, name: str) -> dict[str, Any]:
    return {
        "id": f"o-{line.number}-{position}",
        "label": COLUMNS[name],
        "place": line.place_of(name),
        "text": line.cells[name],
        "error": line.told.get(name, ""),
        "long": name in ("title", "details", "evidence"),
    }
