"""A picture is also shown small: few bytes, its own pixels only, made once and gone with it."""

from io import BytesIO

import pytest
from PIL import Image
from pytest_django import DjangoCaptureOnCommitCallbacks
from tests.photograph import photograph

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.places import owner, place_of_original, place_of_rendition, places_of_renditions
from vidan.foundation.files.renditions import MOST_BYTES, Rendition, drawn, rendered, size_of
from vidan.foundation.files.services import destroy, keep_bytes


def opened(data: bytes) -> Image.Image:
    return Image.open(BytesIO(data), formats=("WEBP",))


def kept() -> StoredFile:
    out = BytesIO()
    Image.new("RGB", (1200, 800), "teal").save(out, "JPEG")
    return keep_bytes(subject="TB-1", kind=FileKind.JPG, data=out.getvalue(), label="", position=1)


@pytest.mark.once
@pytest.mark.parametrize("rendition", Rendition)
def test_a_photograph_becomes_small_enough_for_a_slow_link(rendition: Rendition) -> None:
    large = photograph(1600, 1067).read()
    assert len(large) > 10 * MOST_BYTES[rendition]
    small = drawn(FileKind.JPG, large, rendition)
    assert len(small) <= MOST_BYTES[rendition]
    assert opened(small).size == size_of(rendition, 1600, 1067)


@pytest.mark.once
@pytest.mark.parametrize(
    ("size", "becomes"),
    [
        ((1600, 1200), (720, 540)),
        ((1200, 1600), (720, 960)),
        ((721, 2), (720, 2)),
        ((400, 300), (400, 300)),
        ((1600, 1), (720, 1)),
    ],
)
def test_it_keeps_its_shape_and_never_grows(size: tuple[int, int], becomes: tuple[int, int]) -> None:
    assert size_of(Rendition.PAGE, *size) == becomes


@pytest.mark.once
def test_what_a_camera_notes_is_not_in_it() -> None:
    out, exif = BytesIO(), Image.Exif()
    exif[0x010F] = "MAY-ANH-CUA-TOI"
    Image.new("RGB", (900, 600), "teal").save(out, "JPEG", exif=exif)
    small = drawn(FileKind.JPG, out.getvalue(), Rendition.PAGE)
    assert b"MAY-ANH" not in small
    assert not opened(small).getexif()


@pytest.mark.once
def test_a_drawing_stays_see_through() -> None:
    out = BytesIO()
    Image.new("RGBA", (900, 600), (0, 0, 0, 0)).save(out, "PNG")
    small = opened(drawn(FileKind.PNG, out.getvalue(), Rendition.PAGE))
    assert small.convert("RGBA").getchannel("A").getextrema() == (0, 0)


@pytest.mark.django_db
def test_it_is_made_once_and_lies_sealed_beside_the_picture() -> None:
    file = kept()
    assert places_of_renditions(file.name) == []
    small = rendered(file, Rendition.PAGE)
    place = place_of_rendition(file.name, Rendition.PAGE)
    assert b"WEBP" not in place.read_bytes()
    place_of_original(file.name).unlink()
    assert rendered(file, Rendition.PAGE) == small


@pytest.mark.django_db
def test_one_that_was_spoilt_is_drawn_again() -> None:
    file = kept()
    small = rendered(file, Rendition.ROW)
    place_of_rendition(file.name, Rendition.ROW).write_bytes(b"spoilt")
    assert rendered(file, Rendition.ROW) == small


@pytest.mark.django_db
def test_it_goes_with_its_picture(django_capture_on_commit_callbacks: DjangoCaptureOnCommitCallbacks) -> None:
    file = kept()
    for rendition in Rendition:
        rendered(file, rendition)
    assert len(places_of_renditions(file.name)) == 2
    with django_capture_on_commit_callbacks(execute=True):
        destroy(subject="TB-1")
    assert places_of_renditions(file.name) == []


@pytest.mark.once
def test_what_is_half_written_belongs_to_no_file() -> None:
    place = place_of_rendition("abc", Rendition.ROW)
    assert owner(place) == "abc"
    assert owner(place.with_name(f"{place.name}.1234.part")) != "abc"
    assert owner(place_of_original("abc").with_name("abc.1234.part")) != "abc"
