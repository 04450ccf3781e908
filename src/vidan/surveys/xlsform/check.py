"""Whether a workbook is an XLSForm by the reference reader of the convention, pyxform; the Java validator is not needed."""

import re
from typing import Any

from vidan.surveys.xlsform import refusals as told
from vidan.surveys.xlsform.convention import CHOICES, SETTINGS, SURVEY
from vidan.surveys.xlsform.table import Book, Row, Told

PLACE = re.compile(r"^\s*\[row\s*:\s*(\d+)\]\s*")
SHEET = re.compile(r"'(survey|choices|settings)' sheet")


def check(book: Book) -> list[Told]:
    """What pyxform finds wrong, at most one thing, at its row."""
    from pyxform.xls2xform import convert

    sheets: dict[str, Any] = {}
    for name, rows in ((SURVEY, book.survey), (CHOICES, book.choices), (SETTINGS, book.settings)):
        sheets[name] = _with_blank(rows) if name == SURVEY else [_plain(row) for row in rows]
        sheets[f"{name}_header"] = [dict.fromkeys(head for head, _letter in book.heads.get(name, []))]
    try:
        convert(xlsform=sheets, validate=False, pretty_print=False, form_name="data")
    except Exception as wrong:  # noqa: BLE001 - pyxform raises any type on a file that it did not foresee; all mean that it refuses the file
        return [_told(str(wrong))]
    return []


def _told(message: str) -> Told:
    place, sheet = PLACE.match(message), SHEET.search(message)
    words = PLACE.sub("", message).strip()[:300]
    return Told(
        sheet[1] if sheet else SURVEY,
        int(place[1]) if place else 1,
        "",
        told.NOT_THE_CONVENTION % {"message": words},
    )


def _plain(row: Row) -> dict[str, str]:
    return {name: cell.text for name, cell in row.cells.items()}


def _with_blank(rows: list[Row]) -> list[dict[str, str]]:
    """The rows with the blank ones between them, so that pyxform counts as the spreadsheet does."""
    by_number = {row.number: _plain(row) for row in rows}
    return [by_number.get(number, {}) for number in range(2, max(by_number, default=1) + 1)]
