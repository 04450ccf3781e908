"""A table of a Word document: written for people to fill in, and read back as rows of plain cells; nothing else is looked at."""

import io
from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.utils.translation import gettext_lazy as _

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.package import MAIN_TYPES, Package, kind_of_package
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.sheets.read import MOST_BLANK, MOST_COLUMNS, TOO_LONG, NotRead, Numbered
from vidan.foundation.sheets.write import Cell

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"

BETWEEN = {f"{W}tab": " ", f"{W}br": "\n"}

NO_DOCUMENT = _("Đây không phải văn bản Word (.docx).")
NO_TABLE = _("Văn bản Word này không có bảng nào bắt đầu bằng cột đã cho. Xin ghi vào bảng tải từ đây.")


def as_docx_table(
    title: str, headings: Sequence[str], rows: Iterable[Sequence[Cell]], *, widths: Sequence[float], note: str = ""
) -> bytes:
    """A document on its side with a title, a note and one table; `widths` in centimetres. Its headings stand on each page."""
    from docx import Document
    from docx.enum.section import WD_ORIENT
    from docx.oxml import OxmlElement
    from docx.shared import Cm, Mm, Pt

    document = Document()
    section = document.sections[0]
    section.orientation, section.page_width, section.page_height = WD_ORIENT.LANDSCAPE, Mm(297), Mm(210)
    section.left_margin = section.right_margin = Mm(15)
    style = document.styles["Normal"]
    style.font.name, style.font.size = "Times New Roman", Pt(12)
    document.add_paragraph().add_run(title).bold = True
    if note:
        document.add_paragraph(note)
    table = document.add_table(rows=1, cols=len(headings), style="Table Grid")
    table.autofit = False
    for cell, heading in zip(table.rows[0].cells, headings, strict=True):
        cell.paragraphs[0].add_run(heading).bold = True
    table.rows[0]._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))
    for row in rows:
        for cell, value in zip(table.add_row().cells, row, strict=True):
            cell.text = "" if value is None else str(value)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Cm(width)
        for cell in column.cells:
            cell.width = Cm(width)
    told = document.core_properties
    told.title, told.author, told.last_modified_by, told.comments = title, "Vì Dân", "", ""
    told.created = told.modified = clock.FIXED
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def numbered_word_rows(data: bytes, *, first: str) -> Numbered:
    """The rows of the first table that has a row beginning with the heading `first`, with their numbers in it.

    Raises NotRead, files.NotTaken.
    """
    check_size(FileKind.DOCX, len(data))
    if not data.startswith(b"PK") or kind_of_package(data) is not FileKind.DOCX:
        raise NotTaken(NO_DOCUMENT)
    package = Package(data)
    name = next(name for name, declared in package.types().items() if MAIN_TYPES.get(declared) is FileKind.DOCX)
    for table in package.read_xml(name).iter(f"{W}tbl"):
        rows = table.findall(f"{W}tr")
        if len(rows) > MOST_BLANK:
            raise NotRead(TOO_LONG)
        cells = [(number, list(_cells(row))[:MOST_COLUMNS]) for number, row in enumerate(rows, start=1)]
        if any(row and fold(row[0]) == fold(first) for _number, row in cells):
            return [(number, row) for number, row in cells if any(row)]
    raise NotRead(NO_TABLE)


def _cells(row: Any) -> Iterator[str]:
    for cell in row.findall(f"{W}tc"):
        yield "\n".join(filter(None, (_line(one) for one in cell.iter(f"{W}p"))))
        span = cell.find(f"{W}tcPr/{W}gridSpan")
        wide = span.get(f"{W}val", "1") if span is not None else "1"
        yield from [""] * (
            min(int(wide), MOST_COLUMNS) - 1 if wide.isascii() and wide.isdigit() and len(wide) < 4 else 0
        )


def _line(paragraph: Any) -> str:
    told = ""
    for element in paragraph.iter(f"{W}t", f"{W}tab", f"{W}br"):
        told += (element.text or "") if element.tag == f"{W}t" else BETWEEN[element.tag]
    return told.strip()
