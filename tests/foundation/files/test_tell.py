"""A file is told by content, and a refused one is answered with a sentence."""

import pytest
from django.utils.functional import Promise
from hypothesis import given
from hypothesis import strategies as st
from tests.foundation.files import samples
from tests.foundation.files.samples import assert_sentence

from vidan.foundation.files import refusals
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.limits import MAX_BYTES, MB, check_size
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.tell import FIRST_BYTES, tell

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("data", "kind"),
    [
        (samples.jpg(), FileKind.JPG),
        (samples.png(), FileKind.PNG),
        (samples.heic(), FileKind.HEIC),
        (samples.webp(), FileKind.WEBP),
        (samples.pdf(), FileKind.PDF),
        (samples.docx(), FileKind.DOCX),
        (samples.xlsx(), FileKind.XLSX),
        (samples.mp3(), FileKind.MP3),
        (b"ID3\x03\x00\x00" + bytes(64) + samples.mp3(), FileKind.MP3),
        (samples.media(b"M4A ", b"mp42"), FileKind.M4A),
        (samples.wav(), FileKind.WAV),
        (b"OggS\x00\x02" + bytes(64), FileKind.OGG),
        (b"#!AMR\n" + bytes(64), FileKind.AMR),
        (samples.media(b"isom", b"mp42"), FileKind.MP4),
        (samples.media(b"qt  "), FileKind.MOV),
        (samples.media(b"3gp4", b"isom"), FileKind.GP3),
        (samples.webm(), FileKind.WEBM),
    ],
)
def test_each_kind_is_told_by_its_content(data: bytes, kind: FileKind) -> None:
    assert tell(data) is kind


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", refusals.EMPTY),
        (b"hello", refusals.UNKNOWN),
        (b"MZ\x90\x00" + bytes(100), refusals.UNKNOWN),
        (b"<html><script>alert(1)</script></html>", refusals.UNKNOWN),
        (b"<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>", refusals.SVG),
        (bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600), refusals.OLD_OFFICE),
        (samples.webm(b"matroska"), refusals.UNKNOWN),
        (samples.media(b"zzzz"), refusals.UNKNOWN),
        (b"\x00\x00\xff\xffftypisom", refusals.DAMAGED),
        (b"PK\x03\x04" + bytes(40), refusals.DAMAGED),
    ],
)
def test_what_is_not_taken_is_answered_with_its_sentence(data: bytes, sentence: Promise) -> None:
    with pytest.raises(NotTaken) as told:
        tell(data)
    assert str(told.value) == str(sentence)


def test_old_office_files_are_asked_for_again_as_docx_or_pdf() -> None:
    with pytest.raises(NotTaken, match=r"lưu lại thành \.docx"):
        tell(bytes.fromhex("d0cf11e0a1b11ae1") + bytes(600))


@given(st.binary(max_size=300))
def test_any_bytes_are_told_or_refused_but_never_fail(data: bytes) -> None:
    try:
        tell(data)
    except NotTaken as told:
        assert_sentence(told)


@given(st.sampled_from([first for firsts in FIRST_BYTES.values() for first in firsts]), st.binary(max_size=300))
def test_known_first_bytes_with_any_rest_never_fail(first: bytes, rest: bytes) -> None:
    try:
        tell(first + rest)
    except NotTaken as told:
        assert_sentence(told)


def test_every_kind_has_a_limit_and_a_content_type() -> None:
    assert set(MAX_BYTES) == set(CONTENT_TYPES) == set(FileKind)


@pytest.mark.parametrize("kind", list(FileKind))
def test_a_file_may_reach_its_limit_and_not_pass_it(kind: FileKind) -> None:
    check_size(kind, MAX_BYTES[kind])
    with pytest.raises(NotTaken, match=f"{MAX_BYTES[kind] // MB} MB"):
        check_size(kind, MAX_BYTES[kind] + 1)
