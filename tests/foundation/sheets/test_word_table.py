"""A table of a Word document, written and read back; and a document of no table, or of another kind."""

import io

import pytest
from docx import Document

from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.sheets.read import NotRead
from vidan.foundation.sheets.word_table import as_docx_table, numbered_word_rows


def test_a_document_without_the_table_is_refused() -> None:
    file = io.BytesIO()
    Document().save(file)
    with pytest.raises(NotRead):
        numbered_word_rows(file.getvalue(), first="Điểm số")


def test_cells_that_are_joined_keep_the_others_in_their_columns() -> None:
    document = Document()
    table = document.add_table(rows=2, cols=3)
    table.rows[0].cells[0].text = "Điểm số"
    table.rows[1].cells[0].merge(table.rows[1].cells[1]).text = "1"
    table.rows[1].cells[2].text = "lý do"
    file = io.BytesIO()
    document.save(file)
    assert numbered_word_rows(file.getvalue(), first="điểm số")[1] == (2, ["1", "", "lý do"])


def test_a_written_table_is_read_back_as_it_was() -> None:
    data = as_docx_table("Tên", ["Điểm số", "Lý do"], [[1, "a\n\nb"], [2, None]], widths=[2, 5])
    assert numbered_word_rows(data, first="Điểm số") == [
        (1, ["Điểm số", "Lý do"]),
        (2, ["1", "a\n\nb"]),
        (3, ["2", ""]),
    ]


@pytest.mark.parametrize("data", [b"", b"PK", b"%PDF-1.4", b"x" * 99])
def test_what_is_no_word_document_is_refused(data: bytes) -> None:
    with pytest.raises(NotTaken):
        numbered_word_rows(data, first="Điểm số")


def test_the_table_is_found_behind_another_one() -> None:
    document = Document()
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "Ủy ban nhân dân"
    document.add_table(rows=1, cols=1).rows[0].cells[0].text = "ĐIỂM SỐ"
    file = io.BytesIO()
    document.save(file)
    assert numbered_word_rows(file.getvalue(), first="Điểm số") == [(1, ["ĐIỂM SỐ"])]
