"""The copy of a PDF shows its pages and does nothing."""

import zlib
from io import BytesIO

import pikepdf
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pikepdf import Array, Dictionary, Name, Pdf
from PIL import Image
from tests.foundation.files import samples
from tests.foundation.files.samples import assert_sentence

from vidan.foundation.files.clean import cleaned
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.refusals import DAMAGED, NotTaken

pytestmark = pytest.mark.once


def copy_of(data: bytes) -> bytes:
    copy, extension = cleaned(FileKind.PDF, data)
    assert extension == "pdf"
    return copy


def unfolded(data: bytes) -> bytes:
    out = BytesIO()
    with Pdf.open(BytesIO(data)) as opened:
        opened.save(
            out,
            object_stream_mode=pikepdf.ObjectStreamMode.disable,
            stream_decode_level=pikepdf.StreamDecodeLevel.generalized,
            compress_streams=False,
        )
    return out.getvalue()


def test_a_copy_loses_scripts_attachments_properties_and_names() -> None:
    assert samples.CANARY.encode() in unfolded(samples.pdf())
    plain = unfolded(copy_of(samples.pdf()))
    for trace in (
        samples.CANARY.encode(),
        b"JavaScript",
        b"OpenAction",
        b"EmbeddedFile",
        b"/Annots",
        b"/Info",
        b"/Metadata",
    ):
        assert trace not in plain


def test_a_copy_keeps_every_page_and_its_drawing() -> None:
    with Pdf.open(BytesIO(copy_of(samples.pdf(pages=3)))) as opened:
        assert len(opened.pages) == 3
        assert b"Trang 2" in opened.pages[2].Contents.read_bytes()


def test_a_copy_of_the_same_pages_is_the_same_file() -> None:
    data = samples.pdf()
    assert copy_of(data) == copy_of(data)


def test_a_copy_has_an_identifier_of_its_own() -> None:
    data = samples.pdf()
    with Pdf.open(BytesIO(data)) as before, Pdf.open(BytesIO(copy_of(data))) as after:
        assert bytes(before.trailer.ID[0]) != bytes(after.trailer.ID[0])


def test_pages_keep_what_they_inherit() -> None:
    made = Pdf.new()
    made.add_blank_page(page_size=(100, 300))
    made.Root.Pages.MediaBox = Array([0, 0, 100, 300])
    made.Root.Pages.Rotate = 90
    del made.pages[0].obj.MediaBox
    out = BytesIO()
    made.save(out)
    with Pdf.open(BytesIO(copy_of(out.getvalue()))) as opened:
        page = opened.pages[0].obj
        assert [int(side) for side in page.MediaBox] == [0, 0, 100, 300]
        assert page.Rotate == 90


def test_what_a_form_field_shows_is_drawn_into_the_page() -> None:
    made = Pdf.new()
    page = made.add_blank_page(page_size=(200, 200)).obj
    shown = made.make_stream(b"BT /F1 12 Tf (Da dien) Tj ET")
    shown[Name.Type], shown[Name.Subtype], shown[Name.BBox] = Name.XObject, Name.Form, Array([0, 0, 100, 20])
    field = made.make_indirect(
        Dictionary(
            Type=Name.Annot,
            Subtype=Name.Widget,
            FT=Name.Tx,
            T="ho_ten",
            V="Da dien",
            F=4,
            Rect=[0, 0, 100, 20],
            AP=Dictionary(N=shown),
        )
    )
    page.Annots = Array([field])
    made.Root.AcroForm = Dictionary(Fields=Array([field]))
    out = BytesIO()
    made.save(out)
    plain = unfolded(copy_of(out.getvalue()))
    assert b"Da dien" in plain
    assert b"ho_ten" not in plain


@pytest.mark.parametrize("folded", [False, True])
def test_a_photograph_in_a_page_loses_its_notes_and_keeps_its_pixels(*, folded: bool) -> None:
    photo = samples.jpg()
    data = samples.pdf(photo=photo)
    if folded:
        with Pdf.open(BytesIO(data)) as opened:
            drawing = opened.pages[0].Resources.XObject.Im0
            drawing.write(zlib.compress(photo), filter=Array([Name.FlateDecode, Name.DCTDecode]))
            out = BytesIO()
            opened.save(out)
            data = out.getvalue()
    copy = copy_of(data)
    with Pdf.open(BytesIO(copy)) as opened:
        kept = opened.pages[0].Resources.XObject.Im0.read_raw_bytes()
    assert samples.CANARY.encode() not in kept
    with Image.open(BytesIO(photo)) as before, Image.open(BytesIO(kept)) as after:
        assert before.tobytes() == after.tobytes()


def test_a_pdf_that_asks_for_a_password_is_refused_with_a_sentence() -> None:
    with pytest.raises(NotTaken, match="mật khẩu"):
        copy_of(samples.pdf(password="secret"))


def test_a_pdf_of_too_many_pages_is_refused_with_a_sentence() -> None:
    with pytest.raises(NotTaken, match="200 trang"):
        copy_of(samples.pdf(pages=201))


def test_a_pdf_without_pages_is_refused() -> None:
    out = BytesIO()
    Pdf.new().save(out)
    with pytest.raises(NotTaken) as told:
        copy_of(out.getvalue())
    assert str(told.value) == str(DAMAGED)


def test_a_pdf_whose_objects_unfold_without_end_is_refused() -> None:
    swollen = zlib.compress(zlib.compress(bytes(300 * 1024 * 1024), 9), 9)
    head = b"%%PDF-1.5\n1 0 obj\n<</Type /ObjStm /N 1 /First 4 /Filter [/FlateDecode /FlateDecode] /Length %d>>stream\n"
    data = head % len(swollen) + swollen + b"\nendstream endobj\ntrailer <</Root 1 0 R>>\nstartxref\n0\n%%EOF"
    with pytest.raises(NotTaken):
        copy_of(data)


@given(st.data())
@settings(max_examples=60, deadline=None)
def test_a_damaged_pdf_is_cleaned_or_refused_but_never_fails(data: st.DataObject) -> None:
    original = bytearray(samples.pdf(photo=samples.jpg()))
    for _ in range(data.draw(st.integers(1, 20))):
        original[data.draw(st.integers(8, len(original) - 1))] = data.draw(st.integers(0, 255))
    try:
        copy_of(bytes(original))
    except NotTaken as told:
        assert_sentence(told)
