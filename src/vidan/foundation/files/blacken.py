"""Black bars on pictures and PDF pages. A page is drawn to points first, so nothing stays under a bar; text goes with it."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from io import BytesIO

import pypdfium2 as pdfium
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _
from PIL import Image, ImageDraw

from vidan.domain.redaction.bars import Bar, on_page
from vidan.foundation.files.kinds import CAN_BE_BLACKENED, FileKind
from vidan.foundation.files.paper import rewritten
from vidan.foundation.files.pdfium import opened
from vidan.foundation.files.pictures import FORMATS, draw, open_picture
from vidan.foundation.files.refusals import DAMAGED, NeverTransferred, NotTaken

MOST_PAGES = 20
"""All pages of a file are in memory at once while the new one is written."""

LONGEST_SIDE = 2000
"""Points of the longer side of a PDF page: small print stays readable, a page in memory stays below 12 MB."""

POINTS_AN_INCH = 72
DRAWN_AT = 150
TOO_MANY = format_lazy(
    _("Chỉ che được PDF tối đa {most} trang. Ông/bà chép phần cần chuyển vào bản chuyển."), most=MOST_PAGES
)


def count_pages(kind: FileKind, data: bytes) -> int:
    """Pages of a PDF, 1 of a picture; raises NotTaken, NeverTransferred for what cannot be drawn."""
    if kind not in CAN_BE_BLACKENED:
        raise NeverTransferred(kind)
    if kind is not FileKind.PDF:
        return 1
    with _document(data) as document:
        return len(document)


def page_picture(kind: FileKind, data: bytes, page: int) -> Image.Image:
    """One page as points; raises IndexError beyond the last page, NotTaken, NeverTransferred."""
    if not 1 <= page <= count_pages(kind, data):
        raise IndexError(page)
    if kind is not FileKind.PDF:
        return open_picture(data, (FORMATS[kind],))
    with _document(data) as document:
        return _drawn(document[page - 1])


def blackened(kind: FileKind, data: bytes, bars: Sequence[Bar]) -> tuple[bytes, FileKind]:
    """The file as new points with black bars, and its kind: a picture, or a PDF of pictures. Raises as page_picture()."""
    if kind is not FileKind.PDF:
        into = "PNG" if kind is FileKind.PNG else "JPEG"
        picture = _barred(page_picture(kind, data, 1), list(bars))
        return draw(picture, into), FileKind.PNG if into == "PNG" else FileKind.JPG
    with _document(data) as document:
        pages = [_barred(_drawn(document[n]), on_page(bars, n + 1)) for n in range(len(document))]
    out = BytesIO()
    pages[0].save(out, "PDF", save_all=True, append_images=pages[1:], resolution=DRAWN_AT, quality=85)
    return rewritten(out.getvalue()), FileKind.PDF  # Pillow writes the hour into the file; what is rewritten tells none


def _barred(page: Image.Image, bars: list[Bar]) -> Image.Image:
    plain = page.convert("RGB") if page.mode not in ("L", "RGB") else page
    if page.has_transparency_data:
        # What is hidden behind transparency would be kept beside the bar; on white paper it is what people see.
        layered = page.convert("RGBA")
        plain = Image.new("RGB", layered.size, "white")
        plain.paste(layered, mask=layered.getchannel("A"))
    pen = ImageDraw.Draw(plain)
    for bar in bars:
        pen.rectangle(bar.points(plain.width, plain.height), fill=0 if plain.mode == "L" else "black")
    return plain


@contextmanager
def _document(data: bytes) -> "Iterator[pdfium.PdfDocument]":
    """A PDF of not too many pages; raises NotTaken."""
    with opened(data) as document:
        if len(document) > MOST_PAGES:
            raise NotTaken(TOO_MANY)
        yield document


def _drawn(page: "pdfium.PdfPage") -> Image.Image:
    try:
        longest = max(page.get_size()) or 1
        scale = min(DRAWN_AT / POINTS_AN_INCH, LONGEST_SIDE / longest)
        picture: Image.Image = page.render(scale=scale).to_pil().convert("RGB")
    except (pdfium.PdfiumError, ValueError, MemoryError) as refused:
        raise NotTaken(DAMAGED) from refused
    return picture
