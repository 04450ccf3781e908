"""Small numbers are joined, and what is joined is not taken apart again by what else is shown."""

from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.surveystats.hiding import Rule, join, joined, lines, mean_bounds
from vidan.domain.surveystats.levels import Counts

RULE = Rule(3, 10)
cells = st.lists(
    st.builds(lambda told: Counts(tuple(told)), st.lists(st.integers(0, 9), min_size=5, max_size=5)), max_size=4
)


@pytest.mark.parametrize(
    ("counts", "blocks"),
    [
        ((3, 11, 40, 96, 50), ((1,), (2,), (3,), (4,), (5,))),
        ((0, 0, 0, 0, 0), ((1,), (2,), (3,), (4,), (5,))),
        ((1, 11, 40, 96, 50), ((1, 2), (3,), (4,), (5,))),
        ((5, 9, 1, 96, 50), ((1,), (2, 3), (4,), (5,))),
        ((0, 0, 1, 96, 50), ((1, 2, 3), (4,), (5,))),
        ((1, 1, 9, 2, 50), ((1, 2, 3), (4, 5))),
        ((0, 0, 0, 200, 1), ((1,), (2,), (3,), (4, 5))),
    ],
)
def test_levels_are_joined_as_little_as_may_be(counts: tuple[int, ...], blocks: tuple[tuple[int, ...], ...]) -> None:
    assert join([Counts(counts)], [], RULE) == blocks


@given(cells)
def test_no_joined_count_is_small_but_a_whole_side(told: list[Counts]) -> None:
    blocks = join(told, [], RULE)
    assert [level for block in blocks for level in block] == [1, 2, 3, 4, 5]
    for one, block in product(told, blocks):
        count = joined(one, [block])[0]
        assert count == 0 or count >= RULE.least_answers or block in ((1, 2, 3), (4, 5))


@given(cells)
def test_the_mean_lies_within_what_the_joined_counts_leave(told: list[Counts]) -> None:
    blocks = join(told, [], RULE)
    for one in told:
        found = mean_bounds(blocks, joined(one, blocks))
        assert (found is None) == (one.mean is None)
        if found and one.mean:
            assert found[0] <= one.mean <= found[1]
            assert found[0] < found[1] or all(len(block) == 1 or not joined(one, [block])[0] for block in blocks)


def test_a_side_with_answers_at_one_level_is_joined_where_its_sum_is_small_in_a_line() -> None:
    one_level, two_levels = Counts((0, 0, 12, 80, 60)), Counts((0, 6, 12, 80, 60))
    march, april = Counts((0, 0, 1, 40, 30)), Counts((0, 0, 11, 40, 30))
    assert join([one_level], [march, april], RULE) == ((1, 2, 3), (4,), (5,))
    assert len(join([one_level], [april], RULE)) == 5
    assert len(join([two_levels], [march, april], RULE)) == 5


def test_lines_of_few_replies_are_added_up() -> None:
    assert lines([200, 4, 30, 9], RULE) == ((0,), (2,), (1, 3))
    assert lines([200, 4, 30], RULE) == ((0,), (1, 2))
    assert lines([4, 5], RULE) == ()
