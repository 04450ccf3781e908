"""Quarters, and what of a plan is done."""

from datetime import date

import pytest

from vidan.domain.planning.quarters import QUARTERS, fill, last_day, quarter


@pytest.mark.parametrize(
    ("planned", "done", "filled"),
    [
        ((1, 1, 1, 1), 0, (0, 0, 0, 0)),
        ((1, 1, 1, 1), 1, (1, 0, 0, 0)),
        ((1, 1, 1, 1), 4, (1, 1, 1, 1)),
        ((1, 1, 1, 1), 9, (1, 1, 1, 1)),  # beyond the plan
        ((0, 2, 0, 1), 1, (0, 1, 0, 0)),
        ((0, 2, 0, 1), 3, (0, 2, 0, 1)),
        ((0, 0, 0, 0), 5, (0, 0, 0, 0)),
        ((3,), 2, (2,)),
        ((), 2, ()),
    ],
)
def test_the_first_that_are_done_fill_the_first_that_were_planned(
    planned: tuple[int, ...], done: int, filled: tuple[int, ...]
) -> None:
    assert fill(planned, done) == filled


@pytest.mark.parametrize(
    ("day", "of", "ends"),
    [
        (date(2018, 1, 1), 1, date(2018, 3, 31)),
        (date(2018, 3, 31), 1, date(2018, 3, 31)),
        (date(2018, 4, 1), 2, date(2018, 6, 30)),
        (date(2018, 9, 30), 3, date(2018, 9, 30)),
        (date(2018, 10, 1), 4, date(2018, 12, 31)),
        (date(2020, 12, 31), 4, date(2020, 12, 31)),
    ],
)
def test_a_day_lies_in_its_quarter_which_ends_on_its_last_day(day: date, of: int, ends: date) -> None:
    assert quarter(day) == of
    assert last_day(day.year, of) == ends


def test_a_year_has_four_quarters() -> None:
    assert {quarter(date(2018, month, 1)) for month in range(1, 13)} == set(QUARTERS)
