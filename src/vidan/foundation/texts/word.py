"""The paragraphs of a Word document as they read on paper: automatic numbers written out, deleted words and comments left out.

Read from the judged package itself; nothing is run or fetched. Drawings, text boxes, headers, footers and notes are not read.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from lxml import etree

from vidan.foundation.files.package import Package
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.texts.document import Document
from vidan.foundation.texts.refusals import NO_WORDS
from vidan.foundation.texts.word_fonts import Fonts, Spoken
from vidan.foundation.texts.word_numbers import Numbers, W, value
from vidan.foundation.texts.word_parts import beside, body_of, main_part

BREAKS = {f"{W}tab": " ", f"{W}br": "\n", f"{W}cr": "\n", f"{W}noBreakHyphen": "-"}
LEFT_OUT = frozenset(
    {
        f"{W}{name}"
        for name in ("del", "moveFrom", "pPr", "rPr", "drawing", "pict", "object", "sectPr", "tblPr", "trPr", "tcPr")
    }
    | {"{http://schemas.openxmlformats.org/markup-compatibility/2006}AlternateContent"}
)
BETWEEN_CELLS = " | "


@dataclass(frozen=True)
class _Reading:
    """What the words of a document are read with."""

    numbers: Numbers
    fonts: Fonts


def read_word(data: bytes) -> Document:
    """A DOCX whose kind was told before; a row of a table is a paragraph. Raises NotTaken."""
    package = Package(data)
    main = main_part(package)
    body = body_of(package.read_xml(main))
    styles = beside(package, main, "styles.xml")
    reading = _Reading(Numbers(beside(package, main, "numbering.xml"), styles), Fonts(styles))
    reading.fonts.judge(body)
    found = [line for line in _paragraphs(body, reading) if line.strip()]
    if not found:
        raise NotTaken(NO_WORDS)
    return Document(found, reading.fonts.codes)


def _paragraphs(parent: "etree._Element", reading: _Reading) -> Iterator[str]:
    """The paragraphs in document order; one whose end was deleted goes on with the next."""
    begun = ""
    for block in _blocks(parent):
        if block.tag == f"{W}tbl":
            yield from (row for row in _rows(block, reading) if row)
            continue
        number = "" if begun else reading.numbers.of(block)
        words = reading.fonts.in_unicode(_words(block, reading.fonts))
        begun = " ".join(filter(None, (number, f"{begun}{words}")))
        if block.find(f"{W}pPr/{W}rPr/{W}del") is None:
            yield begun
            begun = ""
    if begun:
        yield begun


def _blocks(parent: "etree._Element") -> Iterator["etree._Element"]:
    """The paragraphs and tables of a body or a cell, also those inside controls and insertions."""
    waiting = [parent]
    while waiting:
        one = waiting.pop()
        if one is not parent and one.tag in {f"{W}p", f"{W}tbl"}:
            yield one
        elif one.tag not in LEFT_OUT:
            waiting.extend(reversed(one))


def _rows(table: "etree._Element", reading: _Reading) -> Iterator[str]:
    for row in table.iterchildren(f"{W}tr"):
        if row.find(f"{W}trPr/{W}del") is None:
            cells = (" ".join(_paragraphs(cell, reading)).strip() for cell in row.iterchildren(f"{W}tc"))
            yield BETWEEN_CELLS.join(cell.replace("\n", " ") for cell in cells if cell)


def _words(paragraph: "etree._Element", fonts: Fonts) -> Iterator[Spoken]:
    waiting = list(reversed(paragraph))
    while waiting:
        one = waiting.pop()
        if one.tag == f"{W}t":
            yield one.text or "", fonts.of(one, paragraph)
        elif one.tag in BREAKS:
            yield BREAKS[one.tag], None
        elif one.tag not in LEFT_OUT and not _is_hidden(one):
            waiting.extend(reversed(one))


def _is_hidden(run: "etree._Element") -> bool:
    mark = run.find(f"{W}rPr/{W}vanish")
    return mark is not None and value(mark) not in {"0", "false", "off"}
