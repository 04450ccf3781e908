"""Encodings: what a file or a text is in is told by its words, and doubt is said."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.vietnamese.test_old_codes import WORDS, encoded

from vidan.domain.vietnamese.encodings import WINDOWS, InUnicode, read_bytes, read_text
from vidan.domain.vietnamese.old_codes import OldCode
from vidan.domain.vietnamese.syllables import TONES
from vidan.domain.vietnamese.written_one_way import composed, tones_placed

APART = "".join(
    unicodedata.normalize("NFC", letter[:1] + "".join(mark for mark in letter[1:] if mark not in TONES))
    + "".join(mark for mark in letter[1:] if mark in TONES)
    for letter in (unicodedata.normalize("NFD", one) for one in unicodedata.normalize("NFC", WORDS))
)
"""As windows-1258 has it: letters of their own, tones behind them."""


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (WORDS.encode(), frozenset()),
        (WORDS.encode("utf-8-sig"), frozenset()),
        (WORDS.encode("utf-16"), frozenset()),
        (unicodedata.normalize("NFD", WORDS).encode(), frozenset()),
        (APART.encode("cp1258"), frozenset({WINDOWS})),
        (encoded(WORDS, OldCode.VNI).encode("latin-1"), frozenset({OldCode.VNI})),
        (encoded(WORDS, OldCode.VNI).encode(), frozenset({OldCode.VNI})),
    ],
)
def test_a_file_reads_as_it_was_meant(data: bytes, code: frozenset[str]) -> None:
    assert read_bytes(data) == InUnicode(WORDS, code)


@pytest.mark.parametrize("stored", ["latin-1", "utf-8"])
def test_a_file_of_tcvn3_reads_but_for_capitals_with_a_tone(stored: str) -> None:
    told = read_bytes(encoded(WORDS, OldCode.TCVN3).encode(stored))
    assert (told.text.lower(), told.codes, told.doubts) == (WORDS.lower(), frozenset({OldCode.TCVN3}), ())


def test_lines_of_several_codes_are_each_read_in_their_own() -> None:
    lines = [encoded(WORDS, OldCode.VNI), WORDS, encoded("Độc lập tự do", OldCode.VNI), "Quận 2, 2018"]
    told = read_text("\n".join(lines))
    assert told == InUnicode("\n".join([WORDS, WORDS, "Độc lập tự do", "Quận 2, 2018"]), frozenset({OldCode.VNI}))


def test_few_words_in_an_old_code_stay_and_are_doubtful() -> None:
    told = read_text("Quận 2\nCoäng hoøa xaõ hoäi")
    assert told == InUnicode("Quận 2\nCoäng hoøa xaõ hoäi", frozenset(), (1,))


def test_bytes_that_nothing_explains_are_doubtful() -> None:
    assert read_bytes(b"abc\n\xe3\xf8\xa4 \xa7\x9c\xb5\n").doubts == (1,)


@pytest.mark.parametrize(
    "text",
    [
        "Le Comité a été créé à Hô Chi Minh où l'été déjà était très avancé. " * 5,
        "Größe, Maß und Übung für Bürger. " * 9,
        "",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    assert read_text(text) == InUnicode(text)


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("a\u0301\u0302", "ấ"),
        ("Ðường", "Đường"),
        ("ÐƯỜNG ðất", "ĐƯỜNG đất"),
        ("Guðmundur", "Guðmundur"),
        (unicodedata.normalize("NFD", "Nghị quyết"), "Nghị quyết"),
    ],
)
def test_letters_are_composed(written: str, read: str) -> None:
    assert composed(written) == read


@pytest.mark.parametrize(
    ("newer", "older"),
    [
        ("hoà", "hòa"),
        ("HOÀ", "HÒA"),
        ("Thuỷ", "Thủy"),
        ("khoẻ", "khỏe"),
        ("hoàn", "hoàn"),
        ("quý", "quý"),
        ("quả", "quả"),
        ("gì", "gì"),
        ("gỉưa", "giửa"),
        ("giếng", "giếng"),
        ("ngoài", "ngoài"),
        ("khuỷu", "khuỷu"),
        ("quyền", "quyền"),
        ("ngoằn", "ngoằn"),
        ("luỹ", "lũy"),
        ("xoong", "xoong"),
        ("café", "café"),
    ],
)
def test_the_tone_stands_where_the_older_way_has_it(newer: str, older: str) -> None:
    assert tones_placed(newer) == older
    assert tones_placed(unicodedata.normalize("NFD", newer)) == older


@given(st.text(st.sampled_from("aăâeêioôơuưyhkgqunbc \u0300\u0301\u0302\u0323đÐ1.")))
def test_putting_in_order_twice_changes_nothing(text: str) -> None:
    assert tones_placed(tones_placed(text)) == tones_placed(text)
    assert composed(composed(text)) == composed(text)
