"""Old codes of Vietnamese letters: every letter comes back, and only what is in an old code is taken for it."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.vietnamese.old_codes import (
    TCVN3,
    VNI,
    OldCode,
    OldFont,
    decode,
    font_code,
    reads_as,
    text_code,
    with_hyphens_read,
)
from vidan.domain.vietnamese.syllables import is_syllable

VOWELS = "aăâeêioôơuưy"
TONES = ("", "\u0300", "\u0301", "\u0303", "\u0309", "\u0323")
SMALL = [unicodedata.normalize("NFC", vowel + tone) for vowel in VOWELS for tone in TONES] + ["đ"]
LETTERS = SMALL + [letter.upper() for letter in SMALL]
IN_TCVN3 = [*SMALL, *"AEIOUYĂÂĐÊÔƠƯ"]
"""Capitals with a tone have no place in TCVN3."""

WORDS = (
    "Cộng hòa xã hội chủ nghĩa Việt Nam, độc lập tự do hạnh phúc. Ủy ban nhân dân quận ban hành quy định về trách nhiệm "
    "của cán bộ tiếp nhận hồ sơ thủ tục hành chính; người dân được trả kết quả tại nhà, không phải nộp thêm khoản phí nào. "
    "Chủ tịch phường chịu trách nhiệm tổ chức thực hiện, kiểm tra, đôn đốc và báo cáo kỹ kết quả hằng quý."
)


def encoded(text: str, code: OldCode) -> str:
    """A text as it was typed with a font of an old code; TCVN3 has its capitals with a tone from small letters."""
    table = {new: old for old, new in (TCVN3 if code is OldCode.TCVN3 else VNI).items()}
    if code is OldCode.TCVN3:
        table = {letter.upper(): old for letter, old in table.items()} | table
    return "".join(table.get(letter, letter) for letter in text)


@given(st.text(st.sampled_from([*LETTERS, *" bcdghklmnpqrstvxBCD.,;-0123"])))
def test_every_letter_comes_back_out_of_vni(text: str) -> None:
    assert decode(encoded(text, OldCode.VNI), OldCode.VNI) == text


@given(st.text(st.sampled_from([*IN_TCVN3, *" bcdghklmnpqrstvxBCD.,;-0123"])))
def test_every_letter_that_tcvn3_has_comes_back_out_of_it(text: str) -> None:
    assert decode(encoded(text, OldCode.TCVN3), OldCode.TCVN3) == text


@pytest.mark.parametrize(
    ("old", "code", "new"),
    [
        ("Céng hßa x· héi chñ nghÜa ViÖt Nam", OldCode.TCVN3, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("§éc lËp - Tù do - H¹nh phóc", OldCode.TCVN3, "Độc lập - Tự do - Hạnh phúc"),
        ("Ủy ban", OldCode.TCVN3, "Ủy ban"),
        ("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam", OldCode.VNI, "Cộng hòa xã hội chủ nghĩa Việt Nam"),
        ("ÑOÄC LAÄP - Töï do - Haïnh phuùc", OldCode.VNI, "ĐỘC LẬP - Tự do - Hạnh phúc"),
        ("Aùp duïng, vieäc kyø dò, thuûy lôïi", OldCode.VNI, "Áp dụng, việc kỳ dị, thủy lợi"),
        ("lyù do, tî, saün saøng, maúng", OldCode.VNI, "lý do, tỵ, sẵn sàng, mẳng"),
    ],
)
def test_a_text_reads_as_it_was_meant(old: str, code: OldCode, new: str) -> None:
    assert decode(old, code) == new


@pytest.mark.parametrize("code", OldCode)
def test_the_words_alone_tell_the_code(code: OldCode) -> None:
    assert text_code(encoded(WORDS, code)) is code
    assert reads_as(encoded(WORDS, code), code)


@pytest.mark.parametrize(
    "text",
    [
        WORDS,
        unicodedata.normalize("NFD", WORDS),
        WORDS.upper(),
        "Plain words without any mark at all, many of them. " * 20,
        "Le Comité a été créé à Hô Chi Minh où l'été déjà était très avancé, dès août, grâce à l'élan général. " * 5,
        "Größe, Maß und Übung für Bürger; schöne Bäume über Flüssen, später natürlich auch für Mädchen. " * 5,
        "© 2018 · Höhe 5 µm",
        "Coäng hoøa",
    ],
)
def test_what_is_in_no_old_code_is_left_alone(text: str) -> None:
    assert text_code(text) is None


@pytest.mark.parametrize("code", OldCode)
def test_unicode_words_speak_against_a_font_of_an_old_code(code: OldCode) -> None:
    assert not reads_as(WORDS, code)


@pytest.mark.parametrize(
    ("name", "told"),
    [
        (".VnTime", OldFont(OldCode.TCVN3)),
        (".VnTimeH", OldFont(OldCode.TCVN3, capitals=True)),
        (".vnarial narrow", OldFont(OldCode.TCVN3)),
        ("VNI-Times", OldFont(OldCode.VNI)),
        ("Times New Roman", None),
        ("VN Sans", None),
        ("", None),
    ],
)
def test_a_font_tells_the_code_by_its_name(name: str, told: OldFont | None) -> None:
    assert font_code(name) == told


@pytest.mark.parametrize(
    ("drawn", "read"),
    [
        ("Tr-ờng, ph-ờng, Đầu t- 2018", "Trường, phường, Đầu tư 2018"),
        ("Độc lập - Tự do", "Độc lập - Tự do"),
        ("- một gạch", "- một gạch"),
        ("UBND-VX, 2018-2020", "UBND-VX, 2018-2020"),
    ],
)
def test_a_hyphen_is_read_as_a_letter_only_where_a_syllable_comes_of_it(drawn: str, read: str) -> None:
    assert with_hyphens_read(drawn) == read


@pytest.mark.parametrize("word", ["nghiêng", "Khuỷu", "QUYỀN", "ở", "giếng", "ngoằn", "thuở", "ỵ"])
def test_a_vietnamese_syllable_is_one(word: str) -> None:
    assert is_syllable(word)


@pytest.mark.parametrize("word", ["", "hoøa", "été", "Größe", "zô", "ngạng̉", "fân", "bcd"])
def test_what_is_spelt_otherwise_is_none(word: str) -> None:
    assert not is_syllable(word)
