"""Index, mean and distribution by hand, and how items come together."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.surveystats.levels import NONE, Counts, mean_of_items, pooled

counts = st.builds(lambda levels: Counts(tuple(levels)), st.lists(st.integers(0, 500), min_size=5, max_size=5))


def test_the_worked_counts_come_to_what_the_page_says() -> None:
    one = Counts((3, 11, 40, 96, 50))
    assert (one.n, one.satisfied, one.index, one.mean) == (200, 146, Fraction(73, 100), Fraction(779, 200))
    assert [float(share) for share in one.distribution] == [0.015, 0.055, 0.2, 0.48, 0.25]


def test_no_answer_is_not_zero() -> None:
    assert (NONE.index, NONE.mean, NONE.distribution) == (None, None, ())


@pytest.mark.parametrize("levels", [(1, 2, 3, 4), (1, 2, 3, 4, 5, 6), (1, 2, 3, 4, -1)])
def test_anything_but_five_counts_is_refused(levels: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match=r"\d"):
        Counts(levels)


def test_pooled_and_mean_of_items_differ_where_items_were_answered_unequally() -> None:
    often, seldom = Counts((0, 0, 20, 40, 40)), Counts((5, 3, 0, 1, 1))
    assert pooled([often, seldom]).index == Fraction(82, 110)
    assert mean_of_items([often, seldom, NONE]) == Fraction(1, 2)
    assert mean_of_items([NONE]) is None


@given(st.lists(counts, max_size=6))
def test_pooled_lies_between_the_lowest_and_the_highest_item(items: list[Counts]) -> None:
    known = [one.index for one in items if one.index is not None]
    index = pooled(items).index
    assert (index is None) == (not known)
    if index is not None:
        assert min(known) <= index <= max(known)
        mean = mean_of_items(items)
        assert mean is not None
        assert min(known) <= mean <= max(known)


@given(counts)
def test_shares_come_to_one_and_the_mean_lies_on_the_scale(one: Counts) -> None:
    if one.mean is not None:
        assert sum(one.distribution) == 1
        assert 1 <= one.mean <= 5
