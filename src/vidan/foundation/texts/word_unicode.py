"""A Word file written anew with the words of old fonts in Unicode, for readers that ask for no fonts."""

import zipfile
from collections.abc import Iterator
from io import BytesIO
from itertools import groupby

from lxml import etree

from vidan.domain.vietnamese.old_codes import OldCode, OldFont
from vidan.foundation.files.package import Package
from vidan.foundation.texts.word_fonts import Fonts
from vidan.foundation.texts.word_numbers import W
from vidan.foundation.texts.word_parts import beside, body_of, main_part


def in_unicode(data: bytes) -> tuple[bytes, frozenset[OldCode]]:
    """A DOCX whose kind was told before, the same file where no word is in an old code; and the codes. Raises NotTaken."""
    package = Package(data)
    main = main_part(package)
    root = package.read_xml(main)
    body, fonts = body_of(root), Fonts(beside(package, main, "styles.xml"))
    fonts.judge(body)
    if not fonts.codes:
        return data, fonts.codes
    for paragraph in body.iter(f"{W}p"):
        _convert(paragraph, fonts)
    return _with_part(
        data, main, etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
    ), fonts.codes


def _convert(paragraph: "etree._Element", fonts: Fonts) -> None:
    """Put the words of a paragraph into Unicode where they stand; a mark goes to the run of its letter."""
    spoken = [(one, fonts.of(one, paragraph)) for one in paragraph.iter(f"{W}t") if _paragraph_of(one) is paragraph]
    for font, group in groupby(spoken, key=lambda one: one[1]):
        if font is not None and font.code in fonts.codes:
            for places in _held_together([text for text, _font in group], font, fonts):
                words = "".join(one.text or "" for one in places)
                for one in places:
                    one.text = ""
                places[0].text = fonts.in_unicode([(words, font)])


def _held_together(places: "list[etree._Element]", font: OldFont, fonts: Fonts) -> "Iterator[list[etree._Element]]":
    """Neighbours that read otherwise alone than beside each other, together."""

    def read(words: str) -> str:
        return fonts.in_unicode([(words, font)])

    held: list[etree._Element] = []
    for one in places:
        before, words = "".join(other.text or "" for other in held), one.text or ""
        if held and read(before + words) == read(before) + read(words):
            yield held
            held = []
        held.append(one)
    if held:
        yield held


def _paragraph_of(text: "etree._Element") -> "etree._Element | None":
    """The nearest paragraph around some words: a text box has paragraphs of its own within one."""
    return next(text.iterancestors(f"{W}p"), None)


def _with_part(data: bytes, name: str, content: bytes) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as was, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as made:
        for entry in was.infolist():
            made.writestr(entry.filename, content if entry.filename == name else was.read(entry))
    return out.getvalue()
