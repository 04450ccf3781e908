"""Rows out of a spreadsheet: what was copied from Excel, or a workbook as a file. Plain text only; nothing is run or followed."""

import csv
import io
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.files.clean import cleaned
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.tell import tell

Rows = list[list[str]]
Numbered = list[tuple[int, list[str]]]
"""Rows with the numbers they have in the spreadsheet, from 1 on."""

MOST_COLUMNS = 30
WIDEST, MOST_SHEETS = 120, 20
MOST_BLANK = 20_000
"""So many rows of a workbook are looked at; one that holds more, blank ones with them, is refused and not cut."""

NO_WORKBOOK = _("Đây không phải bảng tính Excel (.xlsx).")
UNREADABLE = _("Không đọc được bảng này. Chép lại các ô trong Excel rồi dán, hoặc lưu lại thành .xlsx.")
TOO_LONG = _("Bảng quá dài. Chia ra nhiều lần.")
TOO_WIDE = _("Bảng quá rộng, có cột không đọc hết được. Bỏ bớt các cột không dùng.")


class NotRead(ValueError):
    """The table is refused; `sentence` says why, translated when it is shown."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__()
        self.sentence = sentence

    def __str__(self) -> str:
        return str(self.sentence)


def pasted_rows(text: str) -> Rows:
    """The rows of cells copied from a spreadsheet: tabs between them, quotes around a cell of several lines. Raises NotRead."""
    return [row for _number, row in numbered_pasted_rows(text)]


def numbered_pasted_rows(text: str) -> Numbered:
    """The same rows, each with its number among those that were copied. Raises NotRead."""
    try:
        rows = csv.reader(io.StringIO(text, newline=""), delimiter="\t")
        return _without_blank([cell.strip() for cell in row] for row in rows)
    except csv.Error as wrong:
        raise NotRead(UNREADABLE) from wrong


def workbook_rows(data: bytes) -> Rows:
    """The rows of the first sheet as they read on screen; a formula stays its own text. Raises NotRead, files.NotTaken."""
    return [row for _number, row in numbered_workbook_rows(data)]


def numbered_workbook_rows(data: bytes) -> Numbered:
    """The same rows, each with its number in the sheet. Raises NotRead, files.NotTaken."""
    return next(iter(_sheets(data, MOST_COLUMNS, most=1).values()))


def numbered_workbook_sheets(data: bytes) -> dict[str, Numbered]:
    """The rows of the first sheets, by their names, as wide as a form may be. Raises NotRead, files.NotTaken."""
    sheets = _sheets(data, WIDEST + 1, most=MOST_SHEETS)
    if any(len(row) > WIDEST for rows in sheets.values() for _number, row in rows):
        raise NotRead(TOO_WIDE)
    return sheets


def _sheets(data: bytes, columns: int, *, most: int) -> dict[str, Numbered]:
    if tell(data) is not FileKind.XLSX:
        raise NotRead(NO_WORKBOOK)
    from openpyxl import load_workbook

    clean, _extension = cleaned(FileKind.XLSX, data)  # judged and written anew, without what Excel would fetch or run
    try:
        book = load_workbook(io.BytesIO(clean), read_only=True, data_only=False, keep_links=False)
        try:
            sheets = {sheet.title: _without_blank(_cells(sheet, columns)) for sheet in book.worksheets[:most]}
        finally:
            book.close()
    except (NotRead, NotTaken):
        raise
    except Exception as wrong:  # hostile input: the reader raises what it likes
        raise NotRead(UNREADABLE) from wrong
    if not sheets:
        raise NotRead(UNREADABLE)
    return sheets


def as_pasted(rows: Sequence[Sequence[str]]) -> str:
    """The rows as they would be pasted."""
    out = io.StringIO()
    csv.writer(out, delimiter="\t", lineterminator="\n").writerows(rows)
    return out.getvalue()


def _cells(sheet: Any, columns: int) -> Iterator[list[str]]:
    for number, row in enumerate(sheet.iter_rows(max_col=columns, values_only=True)):
        if number >= MOST_BLANK:
            raise NotRead(TOO_LONG)
        yield [_shown(cell) for cell in row]


def _shown(cell: Any) -> str:
    match cell:
        case None:
            return ""
        case datetime() | date():
            return f"{cell:%d/%m/%Y}"
        case float() if cell.is_integer():
            return str(int(cell))
        case _:
            return str(cell).strip()


def _without_blank(rows: Iterable[list[str]]) -> Numbered:
    """The rows that hold something, without the empty cells at their ends."""
    kept = []
    for number, row in enumerate(rows, start=1):
        while row and not row[-1]:
            row.pop()
        if row:
            kept.append((number, row))
    return kept
