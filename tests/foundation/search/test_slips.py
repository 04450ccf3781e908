"""Which known words a mistyped one may have been meant for."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.foundation.search.slips import NEAREST, nearest

KNOWN = ("khai", "sinh", "chung", "chuc", "thuc", "ket", "hon", "dang", "ky")


@pytest.mark.parametrize(
    ("typed", "meant"),
    [
        ("sihn", ["sinh"]),
        ("snh", ["sinh"]),
        ("sinhh", ["sinh"]),
        ("sanh", ["sinh"]),
        ("chugn", ["chung"]),
        ("kte", ["ket"]),
        ("thuv", ["thuc"]),
        ("qqqq", []),
        ("hn", []),
        ("", []),
    ],
)
def test_the_nearest_words_stand_in_for_a_mistyped_one(typed: str, meant: list[str]) -> None:
    assert nearest(typed, KNOWN) == meant


@given(
    st.text("abcdeghiklmnopqrstuvxy", max_size=9), st.sets(st.text("abcdeghiklmnopqrstuvxy", min_size=1, max_size=9))
)
def test_no_word_stands_in_for_itself_and_few_for_any(word: str, known: set[str]) -> None:
    found = nearest(word, known)
    assert word not in found
    assert len(found) <= NEAREST
