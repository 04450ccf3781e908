"""Tables, bars and annexes of a paper: in the stored form, in DOCX and in PDF."""

import io
from dataclasses import replace

import pypdfium2
import pytest
from docx import Document
from docx.oxml.ns import qn

from vidan.foundation.papers.docx import make_docx
from vidan.foundation.papers.pdf import make_pdf
from vidan.foundation.papers.structure import Block, Heading, Signer, Structure, from_json, to_json

PLAIN = Structure(
    heading=Heading("Mặt trận trên", "Mặt trận", "Quận 2"),
    symbol="BC-MTTQ-BTT",
    kind_name="Báo cáo",
    summary="Thử",
    addressees=("Mặt trận trên",),
    blocks=(Block("heading", "I. Một"), Block("paragraph", "Lời.")),
    signer=Signer("TM. Ban Thường trực", "Chủ tịch"),
)
TABLE = Block("table", "Bảng", (("Nơi", "Số"), ("An Phú", "3"), ("Tổng", "3")), totals=True)
BARS = Block("bars", "Theo quý", (("Quý I", "5", "5"), ("Quý II", "0", "0")))
FULL = replace(PLAIN, blocks=(*PLAIN.blocks, BARS), annexes=(Block("annex", "Phụ lục 1"), TABLE))


def test_a_paper_without_tables_is_stored_as_it_always_was() -> None:
    told = to_json(PLAIN)
    assert "annexes" not in told
    assert told["blocks"] == [{"kind": "heading", "text": "I. Một"}, {"kind": "paragraph", "text": "Lời."}]


@pytest.mark.parametrize("structure", [PLAIN, FULL])
def test_what_is_stored_reads_back_the_same(structure: Structure) -> None:
    assert from_json(to_json(structure)) == structure


def test_word_has_the_table_with_a_heading_that_comes_again_and_a_picture_with_words() -> None:
    document = Document(io.BytesIO(make_docx(FULL, number="01/BC-MTTQ-BTT", day=None)))
    table = document.tables[-1]
    assert [[cell.text for cell in row.cells] for row in table.rows] == [list(row) for row in TABLE.rows]
    assert table.rows[0]._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None
    (picture,) = document.inline_shapes
    assert picture._inline.docPr.get("descr") == "Theo quý. Quý I: 5; Quý II: 0"
    (annex,) = [line for line in document.paragraphs if line.text == "Phụ lục 1"]
    assert annex.paragraph_format.page_break_before


def test_pdf_has_the_annex_on_a_page_of_its_own() -> None:
    made = make_pdf(FULL, number="01/BC-MTTQ-BTT", day=None)
    pages = [page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(made)]
    assert len(pages) == 2
    assert "Quý II" in pages[0]
    assert "An Phú" in pages[1]
    assert make_pdf(FULL, number="01/BC-MTTQ-BTT", day=None) == made
