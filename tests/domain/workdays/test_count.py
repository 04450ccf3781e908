"""Counting terms: a table of dated cases, and what holds for all of them."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.workdays import Term, Unit, count, resumed, working_days_between

TET_2018 = {date(2018, 2, day) for day in range(14, 21)}
SWAPPED_SATURDAY = date(2018, 2, 24)


def is_working(day: date) -> bool:
    return day == SWAPPED_SATURDAY or (day.weekday() < 5 and day not in TET_2018)


CASES = [
    # event, length, unit, due
    ("2018-03-05", 5, Unit.WORKING_DAY, "2018-03-12"),
    ("2018-03-05", 5, Unit.DAY, "2018-03-12"),  # the 10th is a Saturday
    ("2018-03-05", 10, Unit.DAY, "2018-03-15"),
    ("2018-02-12", 2, Unit.WORKING_DAY, "2018-02-21"),  # Tết lies between
    ("2018-02-22", 2, Unit.WORKING_DAY, "2018-02-24"),  # the Saturday is worked
    ("2018-02-13", 3, Unit.DAY, "2018-02-21"),
    ("2018-03-04", 1, Unit.DAY, "2018-03-05"),
    ("2018-03-02", 1, Unit.WORKING_DAY, "2018-03-05"),
]


@pytest.mark.parametrize(("event", "length", "unit", "due"), CASES)
def test_the_table_of_dated_cases_holds(event: str, length: int, unit: Unit, due: str) -> None:
    assert count(date.fromisoformat(event), Term(length, unit), is_working).due == date.fromisoformat(due)


def test_the_day_of_the_event_is_not_counted() -> None:
    assert date(2018, 3, 5) not in count(date(2018, 3, 5), Term(3, Unit.DAY), is_working).counted


def test_a_term_that_ends_on_a_day_off_says_from_where_it_moved() -> None:
    assert count(date(2018, 3, 5), Term(5, Unit.DAY), is_working).moved_from == date(2018, 3, 10)


def test_a_term_before_an_event_ends_no_later_than_the_rule_says() -> None:
    assert count(date(2018, 3, 25), Term(15, Unit.DAY, before=True), is_working).due == date(2018, 3, 9)


def test_a_paused_term_goes_on_and_does_not_begin_anew() -> None:
    assert resumed(3, date(2018, 3, 5), Unit.WORKING_DAY, is_working).due == date(2018, 3, 8)


def test_a_term_with_nothing_left_ends_on_the_next_day_that_is_worked() -> None:
    assert resumed(0, date(2018, 3, 10), Unit.DAY, is_working).due == date(2018, 3, 12)


def test_a_term_of_no_days_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="at least one"):
        Term(0, Unit.DAY)


events = st.dates(date(2018, 1, 1), date(2018, 12, 1))
lengths = st.integers(1, 60)


@given(events, lengths, st.sampled_from(list(Unit)))
def test_a_term_always_ends_on_a_day_that_is_worked(event: date, length: int, unit: Unit) -> None:
    assert is_working(count(event, Term(length, unit), is_working).due)


@given(events, lengths, st.sampled_from(list(Unit)))
def test_as_many_days_are_counted_as_the_rule_says(event: date, length: int, unit: Unit) -> None:
    assert len(count(event, Term(length, unit), is_working).counted) == length


@given(events, lengths)
def test_working_days_never_end_before_days(event: date, length: int) -> None:
    in_days = count(event, Term(length, Unit.DAY), is_working).due
    assert count(event, Term(length, Unit.WORKING_DAY), is_working).due >= in_days


@given(events, lengths)
def test_the_distance_to_a_term_in_working_days_is_its_length(event: date, length: int) -> None:
    due = count(event, Term(length, Unit.WORKING_DAY), is_working).due
    assert working_days_between(event, due, is_working) == length


@given(events, st.integers(0, 40))
def test_a_distance_backwards_is_the_negative_one(event: date, days: int) -> None:
    other = event + timedelta(days=days)
    assert working_days_between(other, event, is_working) == -working_days_between(event, other, is_working)
