"""The copy of a picture holds its pixels and nothing else."""

from io import BytesIO

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PIL import Image
from tests.foundation.files import samples

from vidan.foundation.files.clean import cleaned
from vidan.foundation.files.kinds import RECORDINGS, FileKind
from vidan.foundation.files.limits import TOO_MANY_PIXELS
from vidan.foundation.files.notes_in_streams import without_note_boxes, without_notes
from vidan.foundation.files.refusals import NeverTransferred, NotTaken

pytestmark = pytest.mark.once

PICTURES = [
    (FileKind.JPG, samples.jpg(), "jpg"),
    (FileKind.PNG, samples.png(), "png"),
    (FileKind.HEIC, samples.heic(), "jpg"),
    (FileKind.WEBP, samples.webp(), "webp"),
]


@pytest.mark.parametrize(("kind", "data", "extension"), PICTURES)
def test_a_copy_keeps_the_picture_and_loses_its_notes(kind: FileKind, data: bytes, extension: str) -> None:
    assert samples.CANARY.encode() in data
    copy, told = cleaned(kind, data)
    assert told == extension
    assert samples.CANARY.encode() not in copy
    with Image.open(BytesIO(copy)) as opened:
        assert opened.size == (64, 40)
        assert not opened.getexif()
        assert not {"icc_profile", "comment", "exif", "xmp", "Author"} & set(opened.info)


def test_a_picture_is_turned_upright_before_its_orientation_is_forgotten() -> None:
    copy, _ = cleaned(FileKind.JPG, samples.jpg(orientation=6))
    with Image.open(BytesIO(copy)) as opened:
        assert opened.size == (40, 64)


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGBA", "CMYK", "I;16"])
def test_pictures_of_every_colour_mode_have_a_copy(mode: str) -> None:
    out = BytesIO()
    made = Image.new("I;16", (8, 8), 40_000) if mode == "I;16" else samples.picture((8, 8)).convert(mode)
    into = "JPEG" if mode == "CMYK" else "PNG"
    made.save(out, into)
    copy, _ = cleaned(FileKind.JPG if into == "JPEG" else FileKind.PNG, out.getvalue())
    with Image.open(BytesIO(copy)) as opened:
        assert opened.size == (8, 8)


@pytest.mark.parametrize(("kind", "data", "extension"), PICTURES)
def test_a_picture_cut_short_is_refused_with_a_sentence(kind: FileKind, data: bytes, extension: str) -> None:
    with pytest.raises(NotTaken, match="bị hỏng"):
        cleaned(kind, data[: len(data) * 2 // 3] if kind is not FileKind.JPG else data[: len(data) - 200])


@pytest.mark.parametrize("side", [8_000, 10_000, 30_000])
def test_a_picture_that_unfolds_too_far_is_refused_before_it_does(side: int) -> None:
    with pytest.raises(NotTaken) as told:
        cleaned(FileKind.PNG, samples.bomb_png(side))
    assert str(told.value) == str(TOO_MANY_PIXELS)


def test_a_picture_of_another_kind_than_told_is_refused() -> None:
    with pytest.raises(NotTaken):
        cleaned(FileKind.JPG, samples.png())


@pytest.mark.parametrize("kind", sorted(RECORDINGS))
def test_recordings_are_never_transferred(kind: FileKind) -> None:
    with pytest.raises(NeverTransferred):
        cleaned(kind, b"anything")


def test_notes_leave_a_jpeg_without_a_change_to_its_pixels() -> None:
    data = samples.jpg() + samples.jpg()  # phones append further pictures with notes of their own
    plain = without_notes(data)
    assert samples.CANARY.encode() not in plain
    with Image.open(BytesIO(data)) as before, Image.open(BytesIO(plain)) as after:
        assert before.tobytes() == after.tobytes()


def test_notes_leave_a_progressive_jpeg_too() -> None:
    out = BytesIO()
    samples.picture().save(out, "JPEG", progressive=True, exif=samples.exif(), comment=b"x" * 100)
    plain = without_notes(out.getvalue())
    with Image.open(BytesIO(out.getvalue())) as before, Image.open(BytesIO(plain)) as after:
        assert before.tobytes() == after.tobytes()


@given(st.binary(max_size=200))
def test_any_stream_loses_its_notes_or_is_no_picture(data: bytes) -> None:
    without_notes(b"\xff\xd8" + data)
    without_note_boxes(data)


def test_written_boxes_leave_a_jpeg_2000() -> None:
    box = (8 + 6).to_bytes(4, "big") + b"xml canary"
    kept = (12).to_bytes(4, "big") + b"jP  \r\n\x87\n"
    assert without_note_boxes(kept + box) == kept
