"""What a typist keys becomes answers and comes back; where two typists differ is found by place."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.questionnaire.test_answers import FORM

from vidan.domain.questionnaire.answers import Wrong, check, items, nothing_required
from vidan.domain.questionnaire.keyed import as_keyed, differing, read_keyed

PAPER = nothing_required(FORM)
KEYED = {"came": "2", "times": "4", "why": "3 1", "polite": "5", "parts.place": "4", "parts.form": "5", "order": "2,1"}


def taken(keyed: dict[str, str]) -> dict[str, object]:
    return dict(check(PAPER, read_keyed(PAPER, keyed)).answers)


def test_choices_are_keyed_by_their_numbers() -> None:
    assert taken(KEYED) == {
        "came": "no",
        "times": "4",
        "why": ["x", "z"],
        "polite": "5",
        "parts": {"place": "4", "form": "5"},
        "order": ["q", "p"],
    }


@pytest.mark.parametrize("place", ["came", "why", "order", "parts.place"])
@pytest.mark.parametrize("typed", ["9", "0", "x", "-1", "²", "no"])
def test_a_number_that_no_choice_has_is_wrong(place: str, typed: str) -> None:
    wrong = check(PAPER, read_keyed(PAPER, {place: typed})).wrong
    assert wrong == {place.split(".", maxsplit=1)[0]: Wrong.NOT_A_CHOICE}


def test_a_paper_may_leave_anything_open() -> None:
    assert check(PAPER, read_keyed(PAPER, {})).wrong == {}
    assert taken({"parts.form": "3"}) == {"parts": {"form": "3"}}


def test_what_is_kept_of_an_entry_gives_the_same_answers_again() -> None:
    assert taken(as_keyed(PAPER, check(PAPER, read_keyed(PAPER, KEYED)).answers)) == taken(KEYED)


@given(st.dictionaries(st.sampled_from([item.code for item in items(FORM)]), st.text("0123456789 ,/", max_size=9)))
def test_tidying_twice_changes_nothing_more(keyed: dict[str, str]) -> None:
    once = as_keyed(PAPER, check(PAPER, read_keyed(PAPER, keyed)).answers)
    assert as_keyed(PAPER, check(PAPER, read_keyed(PAPER, once)).answers) == once
    assert list(once) == [item.code for item in items(PAPER)]


def test_two_typists_differ_in_the_places_they_read_otherwise() -> None:
    first = as_keyed(PAPER, check(PAPER, read_keyed(PAPER, KEYED)).answers)
    assert differing(first, first) == []
    assert differing(first, first | {"parts.form": "", "came": "1"}) == ["came", "parts.form"]
