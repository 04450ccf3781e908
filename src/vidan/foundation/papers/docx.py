"""A paper as DOCX, laid out as the PDF is (NĐ 30/2020/NĐ-CP, Phụ lục I); the reader's machine supplies Times New Roman."""

import io
from collections.abc import Callable, Mapping
from dataclasses import asdict
from datetime import date
from types import MappingProxyType
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Cm, Mm, Pt

from vidan.foundation.calendar import clock
from vidan.foundation.papers.pdf import picture
from vidan.foundation.papers.shown import number_shown, place_and_date
from vidan.foundation.papers.structure import Block, Structure

FONT = "Times New Roman"
CENTRE, JUSTIFY = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
LEFT, RIGHT = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.RIGHT


def make_docx(structure: Structure, *, number: str, day: date | None) -> bytes:
    """The DOCX of a paper, for the Front to open in Word."""
    document = Document()
    _page(document, structure)
    _head(document, structure, number, day)
    if structure.kind_name:
        _line(document, structure.kind_name.upper(), size=14, bold=True, align=CENTRE, before=12)
        _line(document, structure.summary, size=14, bold=True, align=CENTRE, after=8)
    _addressees(document, structure.addressees)
    for block in structure.blocks:
        _block(document, block)
    _foot(document, structure)
    for block in structure.annexes:
        _block(document, block)
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _page(document: Any, structure: Structure) -> None:
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin = section.bottom_margin = Mm(20)
    section.left_margin, section.right_margin = Mm(30), Mm(15)
    section.different_first_page_header_footer = True
    _page_number(section.header.paragraphs[0])
    style = document.styles["Normal"]
    style.font.name, style.font.size = FONT, Pt(14)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), FONT)
    told = document.core_properties
    told.title, told.author, told.comments = structure.summary, structure.heading.issuer, ""
    told.created = told.modified = clock.FIXED
    told.last_modified_by = ""


def _head(document: Any, structure: Structure, number: str, day: date | None) -> None:
    table = document.add_table(rows=2, cols=2)
    table.autofit = False
    _widths(table, (Cm(7), Cm(9.5)))
    issuer, nation = table.rows[0].cells
    _line(issuer, structure.heading.above.upper(), size=12, align=CENTRE, first=True)
    _line(issuer, structure.heading.issuer.upper(), size=12, bold=True, align=CENTRE, underline=True)
    _line(nation, "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", size=12, bold=True, align=CENTRE, first=True)
    _line(nation, "Độc lập - Tự do - Hạnh phúc", size=13, bold=True, align=CENTRE, underline=True)
    numbered, placed = table.rows[1].cells
    _line(numbered, f"Số: {number_shown(number, structure.symbol)}", size=13, align=CENTRE, first=True, before=6)
    if not structure.kind_name:
        _line(numbered, f"V/v {structure.summary}", size=12, align=CENTRE)
    _line(
        placed, place_and_date(structure.heading.place, day), size=13, italic=True, align=CENTRE, first=True, before=6
    )


def _addressees(document: Any, names: tuple[str, ...]) -> None:
    if len(names) == 1:
        _line(document, f"Kính gửi: {names[0]}", before=12, after=6, indent=1)
        return
    for i, name in enumerate(names):
        if i == 0:
            _line(document, "Kính gửi:", before=12, indent=1)
        _line(document, f"- {name}", indent=2)


def _block(document: Any, block: Block) -> None:
    if block.kind == "quote":
        for text in filter(str.strip, block.text.split("\n")):
            _line(document, text, italic=True, align=JUSTIFY, after=6, indent=1)
        return
    if block.kind in DRAWN:
        DRAWN[block.kind](document, block)
        return
    line = _line(document, block.text, align=JUSTIFY, after=6, bold=block.kind == "heading")
    line.paragraph_format.first_line_indent = Cm(1)
    line.paragraph_format.keep_with_next = block.kind == "heading"


def _annex(document: Any, block: Block) -> None:
    line = _line(document, block.text, align=CENTRE, after=6, bold=True)
    line.paragraph_format.page_break_before = True


SHORT = 30
"""Letters of a number; a longer cell is words, and begins at the left."""


def _table(document: Any, block: Block) -> None:
    """Numbers in a grid whose first row comes again on each page."""
    if block.text:
        title = _line(document, block.text, size=12, bold=True, before=8, after=4)
        title.paragraph_format.keep_with_next = True
    wide = len(block.rows[0])
    table = document.add_table(rows=len(block.rows), cols=wide)
    table.style = "Table Grid"
    table.autofit = False
    share = 2.6 if wide == 2 else 1.8
    first = 16.5 * share / (share + wide - 1)
    _widths(table, (Cm(first), *[Cm((16.5 - first) / max(1, wide - 1))] * (wide - 1)))
    for n, (line, cells) in enumerate(zip(table.rows, block.rows, strict=True)):
        _mark(line._tr.get_or_add_trPr(), "w:cantSplit")
        if n == 0:
            _mark(line._tr.get_or_add_trPr(), "w:tblHeader")
        bold = n == 0 or (block.totals and n == len(block.rows) - 1)
        for column, (cell, text) in enumerate(zip(line.cells, cells, strict=True)):
            align = CENTRE if n == 0 and column else LEFT if column == 0 or len(text) > SHORT else RIGHT
            _line(cell, text, size=11, bold=bold, align=align, first=True)
    _line(document, "", size=6)


def _widths(table: Any, widths: tuple[Any, ...]) -> None:
    """In the grid and in the cells: one program reads the one, another the other."""
    for column, width in zip(table.columns, widths, strict=True):
        column.width = width
    for row in table.rows:
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = width


def _mark(where: Any, name: str) -> None:
    where.append(OxmlElement(name))


def _bars(document: Any, block: Block) -> None:
    """The chart as a picture; its words for who does not see it are its finding and its numbers."""
    image = picture("bars", asdict(block), ppi=150)
    line = document.add_paragraph()
    drawn = line.add_run().add_picture(io.BytesIO(image), width=Cm(16.5))
    told = "; ".join(f"{label}: {words}" for label, _number, words in block.rows)
    drawn._inline.docPr.set("descr", f"{block.text}. {told}")


DRAWN: Mapping[str, Callable[[Any, Block], None]] = MappingProxyType({"annex": _annex, "table": _table, "bars": _bars})
"""The parts that are not simply lines of text."""


def _foot(document: Any, structure: Structure) -> None:
    table = document.add_table(rows=1, cols=2)
    table.autofit = False
    _widths(table, (Cm(7.5), Cm(9)))
    copies, signer = table.rows[0].cells
    _line(copies, "Nơi nhận:", size=12, bold=True, italic=True, first=True, before=6)
    for name in structure.copies_to:
        _line(copies, f"- {name}", size=11)
    _line(signer, structure.signer.power.upper(), bold=True, align=CENTRE, first=True, before=6)
    _line(signer, structure.signer.title.upper(), bold=True, align=CENTRE, after=64)
    _line(signer, structure.signer.name, bold=True, align=CENTRE)


def _line(
    where: Any,
    text: str,
    *,
    size: int = 14,
    bold: bool = False,
    italic: bool = False,
    underline: bool = False,
    align: Any = LEFT,
    before: int = 0,
    after: int = 0,
    indent: float = 0,
    first: bool = False,
) -> Any:
    line = where.paragraphs[0] if first else where.add_paragraph()
    run = line.add_run(text)
    run.font.size, run.font.name, run.bold, run.italic, run.underline = Pt(size), FONT, bold, italic, underline
    shape = line.paragraph_format
    shape.alignment, shape.space_before, shape.space_after, shape.line_spacing = align, Pt(before), Pt(after), 1.15
    shape.left_indent = Cm(indent)
    return line


def _page_number(line: Any) -> None:
    """The page's number in the top margin, as a field that the reader's machine fills."""
    line.alignment = CENTRE
    run = line.add_run()
    run.font.size, run.font.name = Pt(13), FONT
    for kind, text in (("begin", None), (None, "PAGE"), ("end", None)):
        element = OxmlElement("w:fldChar" if kind else "w:instrText")
        if kind:
            element.set(qn("w:fldCharType"), kind)
        else:
            element.text = text
        run._r.append(element)
