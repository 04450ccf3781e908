"""Lists as XLSX: in full, cells escaped, nothing that a spreadsheet would run."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any

from vidan.foundation.calendar import clock

Cell = str | int | float | date | None


Table = tuple[Sequence[str], Iterable[Sequence[Cell]]]
"""The headings of a sheet, and its rows."""


def as_xlsx(title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]], *, note: str = "") -> bytes:
    """A workbook with one sheet: the note, the headings, the rows; every text is written as text, never as a formula or link."""
    return as_workbook(title, {_sheet_name(title): (headings, rows)}, note=note)


def as_workbook(title: str, sheets: Mapping[str, Table], *, note: str = "", row_by_row: bool = False) -> bytes:
    """A workbook with several sheets, by their names; a note stands above the headings of each.

    `row_by_row` keeps no row in memory once it is written: for lists without an end in sight, at the price of a larger file.
    """
    from xlsxwriter import Workbook

    file = io.BytesIO()
    kept = {"constant_memory": True} if row_by_row else {"in_memory": True}
    book = Workbook(file, kept | {"strings_to_formulas": False, "strings_to_urls": False})
    book.set_properties({"title": title, "author": "Vì Dân", "created": clock.FIXED})
    bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top", "bottom": 1})
    day = book.add_format({"num_format": "dd/mm/yyyy", "align": "left"})
    for name, (headings, rows) in sheets.items():
        sheet = book.add_worksheet(name)
        top = 0
        if note:
            sheet.write_string(0, 0, note)
            top = 2
        for column, heading in enumerate(headings):
            sheet.write_string(top, column, heading, bold)
            sheet.set_column(column, column, max(12, min(40, len(heading) + 4)))
        sheet.freeze_panes(top + 1, 0)
        for line, row in enumerate(rows, start=top + 1):
            for column, cell in enumerate(row):
                _write(sheet, line, column, cell, day)
    book.close()
    return file.getvalue()


def _write(sheet: Any, line: int, column: int, cell: Cell, day: Any) -> None:
    match cell:
        case None:
            pass
        case date():
            sheet.write_datetime(line, column, cell, day)
        case int() | float():
            sheet.write_number(line, column, cell)
        case _:
            sheet.write_string(line, column, cell[:32_000])


def _sheet_name(title: str) -> str:
    return "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip() or "1"
