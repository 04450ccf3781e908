"""Finding a selected passage: one place or none, whatever the browser made of the white space."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.consultations.quoted import CONTEXT, LONGEST, find_quote

TEXT = "Người dân nộp hồ sơ. Cán bộ nhận hồ sơ trong ngày;\nngười dân nhận kết quả."


def test_a_passage_is_found_with_what_stands_around_it() -> None:
    found = find_quote(TEXT, "Cán bộ nhận")
    assert found is not None
    assert (found.quote, found.before, found.after[:6]) == ("Cán bộ nhận", "Người dân nộp hồ sơ. ", " hồ sơ")


def test_a_line_end_is_a_blank_like_any_other() -> None:
    found = find_quote(TEXT, "trong ngày; người  dân")
    assert found is not None
    assert found.quote == "trong ngày;\nngười dân"


def test_words_that_stand_twice_are_told_by_what_stands_before() -> None:
    found = find_quote(TEXT, "hồ sơ", before="Cán bộ nhận ")
    assert found is not None
    assert found.before.endswith("Cán bộ nhận ")


@pytest.mark.parametrize(
    ("selected", "before"),
    [("hồ sơ", ""), ("hồ sơ", "không có"), ("biên nhận", ""), ("", ""), ("  ", ""), ("x" * (LONGEST + 1), "")],
)
def test_what_has_not_exactly_one_place_is_not_found(selected: str, before: str) -> None:
    assert find_quote(TEXT, selected, before) is None


@given(st.text(max_size=80), st.text(min_size=1, max_size=20), st.text(max_size=80))
def test_what_is_found_stands_in_the_text_with_its_context(before: str, quote: str, after: str) -> None:
    text = before + quote + after
    found = find_quote(text, quote, before)
    if found is not None:
        assert found.before + found.quote + found.after in text
        assert found.quote.split() == quote.split()
        assert len(found.before) <= CONTEXT >= len(found.after)
