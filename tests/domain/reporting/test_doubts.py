from datetime import date

import pytest

from vidan.domain.reporting.doubts import (
    Counted,
    Doubt,
    Why,
    doubts_of_count,
    doubts_of_figures,
    doubts_of_places,
    in_order,
)


def test_a_figure_of_which_nothing_was_recorded_is_doubtful() -> None:
    empty = Counted("a", 0, 0, {1: 0, 2: 0})
    nought_of_some = Counted("b", 0, 7, {1: 0, 2: 0})
    assert doubts_of_figures([empty, nought_of_some]) == [Doubt(Why.NO_DATA, "a")]


def test_a_quarter_without_data_beside_others_that_have_some_is_doubtful() -> None:
    assert doubts_of_figures([Counted("a", 5, None, {1: 5, 2: 0, 3: 0})]) == [Doubt(Why.NO_QUARTER, "a", ("2", "3"))]


def test_a_figure_with_data_in_every_quarter_is_not() -> None:
    assert doubts_of_figures([Counted("a", 5, None, {1: 2, 2: 3})]) == []


def test_a_place_without_a_record_is_told_only_beside_others() -> None:
    assert doubts_of_places({"An Phú": 3, "An Khánh": 0}) == [Doubt(Why.NO_PLACE, "An Khánh")]
    assert doubts_of_places({"An Phú": 0, "An Khánh": 0}) == []


@pytest.mark.parametrize(
    ("counted_on", "told"),
    [
        (None, []),
        (date(2018, 12, 16), []),
        (date(2018, 12, 15), [Doubt(Why.COUNTED_BEFORE, "", ("15/12/2018",))]),
        (date(2018, 11, 30), [Doubt(Why.COUNTED_BEFORE, "", ("30/11/2018",))]),
    ],
)
def test_numbers_that_were_counted_on_an_earlier_day_are_doubtful(counted_on: date | None, told: list[Doubt]) -> None:
    assert doubts_of_count(counted_on, date(2018, 12, 16)) == told


def test_the_gravest_doubts_come_first() -> None:
    told = in_order([Doubt(Why.TYPED, "x"), Doubt(Why.NO_DATA, "y"), Doubt(Why.EMPTY, "z")])
    assert [one.why for one in told] == [Why.EMPTY, Why.NO_DATA, Why.TYPED]
