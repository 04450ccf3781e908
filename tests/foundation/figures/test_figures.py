"""A figure counts dated facts, so that "as of" a day is always the same number."""

from datetime import date, timedelta

import pytest
from tests.cases.made import made

from vidan.cases.kinds import State
from vidan.cases.services.withdraw import withdraw
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, Unknown, read_figures

pytestmark = pytest.mark.django_db

NAMES = ("cases.received", "cases.answered", "cases.answered_on_time")


def values(until: date) -> dict[str, tuple[int, int | None]]:
    told = read_figures(NAMES, Scope(date(2018, 1, 1), until))
    return {name: (value.count, value.total) for name, value in told.items()}


def test_as_of_a_day_nothing_later_counts() -> None:
    made(State.RECEIVED)
    with clock.at(clock.now() + timedelta(days=10)):
        made(State.RECEIVED)
    assert values(date(2018, 3, 13))["cases.received"] == (1, None)
    assert values(date(2018, 3, 31))["cases.received"] == (2, None)


def test_an_answer_counts_against_the_share_only_from_its_date_on() -> None:
    made(State.ANSWERED)
    assert values(date(2018, 4, 2))["cases.answered_on_time"] == (0, 0)
    assert values(date(2018, 4, 3))["cases.answered_on_time"] == (1, 1)


def test_a_withdrawn_case_owes_no_answer() -> None:
    withdraw(code=made(State.TRANSFERRED).code)
    assert values(date(2018, 12, 31))["cases.answered_on_time"] == (0, 0)


def test_no_data_is_not_nought_per_cent() -> None:
    told = read_figures(["cases.answered_on_time"], Scope(date(2018, 1, 1), date(2018, 1, 2)))
    assert told["cases.answered_on_time"].share is None


def test_an_undeclared_figure_is_an_error() -> None:
    with pytest.raises(Unknown):
        read_figures(["cases.nothing"], Scope(date(2018, 1, 1), date(2018, 1, 2)))
