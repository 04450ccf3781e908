"""What lies under a bar is gone: from the points of a picture, from the text and the drawing of a PDF."""

import io

import pikepdf
import pypdfium2 as pdfium
import pytest
import typst
from PIL import Image
from tests.foundation.files.samples import CANARY, exif

from vidan.domain.redaction.bars import read_bars
from vidan.foundation.files.blacken import MOST_PAGES, blackened, count_pages, page_picture
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.refusals import NeverTransferred, NotTaken

SECRET = "Nguyen Thi Thu 0903123456"


def pdf(pages: int = 2) -> bytes:
    text = "#pagebreak()".join(f"#v(0pt) #text(size: 30pt)[{SECRET} trang {n}]" for n in range(1, pages + 1))
    made: bytes = typst.compile(f"#set page(width: 210mm, height: 297mm, margin: 10mm)\n{text}".encode(), format="pdf")
    return made


def picture(kind: str) -> bytes:
    made = Image.new("RGB", (200, 100), "white")
    made.paste((200, 30, 30), (20, 20, 60, 60))
    out = io.BytesIO()
    made.save(out, kind, **({"exif": exif()} if kind != "PNG" else {}))
    return out.getvalue()


def lightness(made: Image.Image) -> tuple[int, int]:
    """The darkest and the lightest point of a grey picture."""
    points = sorted(n for n, many in enumerate(made.histogram()) if many)
    return points[0], points[-1]


def text_of(data: bytes) -> str:
    document = pdfium.PdfDocument(data)
    return "".join(page.get_textpage().get_text_range() for page in document)


@pytest.mark.parametrize(("kind", "into"), [(FileKind.JPG, "JPEG"), (FileKind.PNG, "PNG"), (FileKind.WEBP, "WEBP")])
def test_under_a_bar_a_picture_is_black_and_elsewhere_as_it_was(kind: FileKind, into: str) -> None:
    data, told = blackened(kind, picture(into), read_bars("1 10 20 30 60", pages=1))
    made = Image.open(io.BytesIO(data)).convert("RGB")
    assert told in (FileKind.JPG, FileKind.PNG)
    assert {max(made.getpixel((x, y))) < 30 for x in range(20, 60, 5) for y in range(20, 60, 5)} == {True}  # type: ignore[arg-type] # a colour has parts
    assert min(made.getpixel((150, 80))) > 240  # type: ignore[arg-type] # a colour has parts
    assert CANARY.encode() not in data


def test_what_is_see_through_keeps_nothing_under_a_bar() -> None:
    hidden = Image.new("RGBA", (100, 100), (200, 30, 30, 0))
    out = io.BytesIO()
    hidden.save(out, "PNG")
    data, _kind = blackened(FileKind.PNG, out.getvalue(), read_bars("1 0 0 50 100", pages=1))
    made = Image.open(io.BytesIO(data))
    assert made.mode == "RGB"
    assert made.getpixel((10, 10)) == (0, 0, 0)
    assert made.getpixel((90, 10)) == (255, 255, 255)


def test_the_text_of_a_pdf_is_gone_and_its_page_is_black_under_the_bar() -> None:
    original = pdf()
    assert SECRET in text_of(original)
    data, kind = blackened(FileKind.PDF, original, read_bars("1 0 0 100 15\n2 0 0 100 15", pages=2))
    assert kind is FileKind.PDF
    assert text_of(data).strip() == ""
    assert SECRET.encode() not in data
    for page in (1, 2):
        made = page_picture(FileKind.PDF, data, page).convert("L")
        assert lightness(made.crop((10, 10, made.width - 10, made.height // 8)))[1] < 60
        assert made.getpixel((made.width // 2, made.height // 2)) > 240  # type: ignore[operator] # grey is one number


def test_a_page_without_bars_loses_its_text_layer_too_but_stays_readable() -> None:
    data, _kind = blackened(FileKind.PDF, pdf(1), read_bars("1 90 90 95 95", pages=1))
    made = page_picture(FileKind.PDF, data, 1).convert("L")
    assert lightness(made.crop((0, 0, made.width, made.height // 8)))[0] < 60
    assert text_of(data).strip() == ""


def test_the_new_pdf_tells_no_hour_and_no_maker() -> None:
    data, _kind = blackened(FileKind.PDF, pdf(1), read_bars("1 0 0 9 9", pages=1))
    with pikepdf.open(io.BytesIO(data)) as made:
        assert not made.docinfo
        assert "/Metadata" not in made.Root


def test_pages_are_counted_and_none_is_drawn_beyond_the_last() -> None:
    assert count_pages(FileKind.PDF, pdf(3)) == 3
    with pytest.raises(IndexError):
        page_picture(FileKind.PDF, pdf(1), 2)
    with pytest.raises(IndexError):
        page_picture(FileKind.PNG, picture("PNG"), 0)


def test_a_pdf_of_too_many_pages_is_refused() -> None:
    with pytest.raises(NotTaken):
        count_pages(FileKind.PDF, pdf(MOST_PAGES + 1))


@pytest.mark.parametrize("data", [b"", b"%PDF-1.7 rubbish", b"\0" * 1000])
def test_damaged_files_are_refused(data: bytes) -> None:
    for kind in (FileKind.PDF, FileKind.JPG):
        with pytest.raises(NotTaken):
            blackened(kind, data, ())


def test_recordings_and_office_files_are_not_drawn() -> None:
    for kind in (FileKind.MP3, FileKind.DOCX):
        with pytest.raises(NeverTransferred):
            count_pages(kind, b"x")
