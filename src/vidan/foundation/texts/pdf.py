"""The paragraphs of a PDF: its lines put together again; page numbers and what stands on every page left out."""

import re
from collections import Counter
from collections.abc import Sequence

import pypdfium2 as pdfium

from vidan.domain.vietnamese.old_codes import OldCode, decode, text_code, with_hyphens_read
from vidan.foundation.files.pdfium import opened
from vidan.foundation.files.refusals import DAMAGED, NotTaken
from vidan.foundation.texts.document import Document
from vidan.foundation.texts.refusals import SCANNED

FEWEST_LETTERS = 20
"""A page with fewer letters is a picture, or empty."""

MOST_LETTERS = 5_000_000

SHORT = 0.75
"""A line that ends before so much of the longest one ends a paragraph."""

_PAGE_NUMBER = re.compile(r"(?i:trang\s*)?[-–—\s]*\d{1,4}(?:\s*/\s*\d{1,4})?[-–—\s]*$")
_BEGINS = re.compile(
    r"(?:phần|chương|mục|điều)\s+[\divxlcIVXLC]|phụ lục|\d{1,3}(?:\.\d{1,2})*[a-zđ]?[.)]\s|[a-zđ]\d?\)|[IVX]{1,5}\.\s|[-–+•]\s"
    r"|căn cứ\s|nơi nhận",
    re.IGNORECASE,
)


def read_print(data: bytes) -> Document:
    """A PDF with text; raises NotTaken, also when most of its pages are pictures.

    What its fonts are called is not told reliably: that its words are in an old code, they must tell themselves.
    """
    texts = _pages(data)
    code = text_code("\n".join(texts))
    pages = _without_repeats([_lines(_in_unicode(text, code)) for text in texts])
    return Document(_joined([line for page in pages for line in page]), frozenset({code} if code else ()))


def _in_unicode(text: str, code: OldCode | None) -> str:
    if code is None:
        return text
    read = decode(text.replace("\ufffe", "-"), code)
    return with_hyphens_read(read) if code is OldCode.TCVN3 else read


def _pages(data: bytes) -> list[str]:
    with opened(data) as document:
        texts, letters = [], 0
        for number in range(len(document)):
            texts.append(_text(document[number]))
            letters += len(texts[-1])
            if letters > MOST_LETTERS:
                raise NotTaken(DAMAGED)
    empty = sum(len(text.strip()) < FEWEST_LETTERS for text in texts)
    if 2 * empty > len(texts) or letters < FEWEST_LETTERS:
        raise NotTaken(SCANNED)
    return texts


def _text(page: "pdfium.PdfPage") -> str:
    try:
        text: str = page.get_textpage().get_text_range()
    except (pdfium.PdfiumError, ValueError, MemoryError) as refused:
        raise NotTaken(DAMAGED) from refused
    return text


def _lines(text: str) -> list[str]:
    # PDFium marks a hyphen at the end of a line, which Vietnamese has not, and what no font explains.
    plain = text.replace("\ufffe", "-").replace("\x02", "-")
    return [line for line in (" ".join(line.split()) for line in plain.splitlines()) if line]


def _without_repeats(pages: Sequence[list[str]]) -> list[list[str]]:
    """The pages without their numbers, and without the first or last line that more than half of them share."""
    ends = Counter(line for page in pages for line in {*page[:1], *page[-1:]})
    repeated = {line for line, times in ends.items() if len(pages) > 2 and 2 * times > len(pages)}
    return [_bare(page, repeated) for page in pages]


def _bare(page: list[str], repeated: set[str]) -> list[str]:
    page = list(page)
    for place in (0, -1, 0, -1):  # a number may stand above or below a header
        if page and (page[place] in repeated or _PAGE_NUMBER.fullmatch(page[place])):
            page.pop(place)
    return page


def _joined(lines: Sequence[str]) -> list[str]:
    longest = max(map(len, lines), default=0)
    paragraphs: list[str] = []
    last = ""
    for line in lines:
        if last and _goes_on(last, line, longest):
            paragraphs[-1] = f"{paragraphs[-1]} {line}"
        else:
            paragraphs.append(line)
        last = line
    return paragraphs


def _goes_on(last: str, line: str, longest: int) -> bool:
    """Whether a line belongs to the paragraph of the one before it."""
    if _BEGINS.match(line) or last.isupper() != line.isupper():
        return False
    if last.isupper():
        return len(last) >= SHORT * longest
    return len(last) >= SHORT * longest and not (last.endswith((".", ";", ":")) and line[0].isupper())
