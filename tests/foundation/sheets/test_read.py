"""Rows out of a spreadsheet, pasted or as a file: what a reader sees, and hostile workbooks are refused whole."""

import io
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from openpyxl import Workbook
from tests.foundation.files.samples import docx, part, with_parts

from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.sheets.read import (
    MOST_BLANK,
    NotRead,
    as_pasted,
    numbered_pasted_rows,
    numbered_workbook_rows,
    pasted_rows,
    workbook_rows,
)


def book(*rows: Any) -> bytes:
    out, made = io.BytesIO(), Workbook()
    for row in rows:
        made.active.append(row)  # type: ignore[union-attr] # a new workbook has a sheet
    made.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("text", "rows"),
    [
        ("a\tb\n c \td\n", [["a", "b"], ["c", "d"]]),
        ("a\tb\r\nc\td", [["a", "b"], ["c", "d"]]),
        ('"hai\ndòng"\t"nói ""to"""', [["hai\ndòng", 'nói "to"']]),
        ("\n\t\t\na\t\t\n", [["a"]]),
        ("\ta", [["", "a"]]),
        ("", []),
        ("a\0b\tc", [["a\0b", "c"]]),
        ("\ud800\tc", [["\ud800", "c"]]),
    ],
)
def test_cells_copied_from_a_spreadsheet(text: str, rows: list[list[str]]) -> None:
    assert pasted_rows(text) == rows


def test_a_cell_without_end_is_refused() -> None:
    with pytest.raises(NotRead):
        pasted_rows('"' + "a" * 200_000)


CELLS = st.text(st.characters(exclude_characters="\r\0"), min_size=1, max_size=12).map(str.strip).filter(bool)


@given(st.lists(st.lists(CELLS, min_size=1, max_size=5), max_size=6))
@settings(deadline=None)
def test_rows_come_back_as_they_went(rows: list[list[str]]) -> None:
    assert pasted_rows(as_pasted(rows)) == rows


def test_a_workbook_reads_as_on_screen() -> None:
    data = book(
        (date(2018, 3, 12), datetime(2018, 3, 12, 8, 0, tzinfo=UTC).replace(tzinfo=None), 3.0, 2.5, 7, " a ", None)
    )
    assert workbook_rows(data) == [["12/03/2018", "12/03/2018", "3", "2.5", "7", "a"]]


def test_rows_keep_the_numbers_they_have_in_the_sheet() -> None:
    assert numbered_workbook_rows(book(("a",), (), (None, None), ("b",))) == [(1, ["a"]), (4, ["b"])]
    assert numbered_pasted_rows("a\n\nb") == [(1, ["a"]), (3, ["b"])]


def test_a_formula_stays_its_own_text_and_is_not_run() -> None:
    assert workbook_rows(book(("=1+1", '=HYPERLINK("http://x.example")'))) == [
        ["=1+1", '=HYPERLINK("http://x.example")']
    ]


def test_a_sheet_that_is_too_long_is_refused_and_not_cut() -> None:
    made, out = Workbook(), io.BytesIO()
    made.active.cell(row=MOST_BLANK + 5, column=1, value="cuối")  # type: ignore[union-attr] # a new workbook has a sheet
    made.save(out)
    with pytest.raises(NotRead):
        workbook_rows(out.getvalue())


def hostile() -> bytes:
    """A workbook whose sheet would unfold an entity a thousand times."""
    name, sheet = "xl/worksheets/sheet1.xml", book(("a",))
    text = part(sheet, name)
    bomb = (
        b'<?xml version="1.0"?><!DOCTYPE x [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>'
        + text.split(b"?>")[-1]
    )
    return with_parts(sheet, {name: bomb})


@pytest.mark.parametrize(
    "data",
    [
        pytest.param(b"", id="empty"),
        pytest.param(b"a\tb", id="text"),
        pytest.param(docx(), id="a Word document"),
        pytest.param(book(("a",))[:900], id="cut off"),
        pytest.param(hostile(), id="entities"),
        pytest.param(with_parts(book(("a",)), {"xl/worksheets/sheet1.xml": b"<worksheet><"}), id="broken sheet"),
        pytest.param(with_parts(book(("a",)), {"xl/vbaProject.bin": b"x"}), id="macros"),
    ],
)
def test_a_workbook_that_cannot_be_trusted_is_refused_with_a_sentence(data: bytes) -> None:
    with pytest.raises((NotRead, NotTaken)) as refused:
        workbook_rows(data)
    assert str(refused.value)
