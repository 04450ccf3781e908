import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.vietnamese.fold import fold


@pytest.mark.parametrize(
    ("written", "folded"),
    [
        ("Đắk Lắk", "dak lak"),
        ("ĐÀ NẴNG", "da nang"),
        ("Phường Thảo Điền", "phuong thao dien"),
        ("  khu\u00a0phố\t3,\nđường  số 9 ", "khu pho 3, duong so 9"),
        ("thái\x00độ", "thai do"),
        ("ẩn\u200bdanh", "andanh"),
        ("", ""),
    ],
)
def test_a_text_is_folded(written: str, folded: str) -> None:
    assert fold(written) == folded


def test_composed_and_decomposed_writing_fold_alike() -> None:
    written = "Ủy ban nhân dân phường Bình Trưng Đông"
    assert fold(unicodedata.normalize("NFD", written)) == fold(unicodedata.normalize("NFC", written))


def test_lone_surrogates_are_dropped() -> None:
    fold("thái \ud800 độ").encode()


@given(st.text())
def test_folding_twice_changes_nothing(written: str) -> None:
    assert fold(fold(written)) == fold(written)
