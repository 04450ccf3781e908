"""The days of a supervision by a table of cases."""

from datetime import date

import pytest

from vidan.domain.supervision.terms import (
    ahead,
    is_approved_late,
    is_quarter_four_before,
    last_day_after,
    last_day_before,
)

VISIT = date(2018, 5, 16)


@pytest.mark.parametrize(
    ("came_on", "days", "short"),
    [
        (date(2018, 4, 30), 16, False),
        (date(2018, 5, 1), 15, False),
        (date(2018, 5, 2), 14, True),
        (date(2018, 5, 16), 0, True),
        (date(2018, 5, 17), -1, True),
    ],
)
def test_a_notice_is_in_time_with_fifteen_days_and_not_with_fourteen(came_on: date, days: int, short: bool) -> None:
    told = ahead(came_on, VISIT, 15)
    assert (told.days, told.is_short) == (days, short)


def test_the_last_day_before_is_itself_in_time() -> None:
    for required in (7, 15):
        last = last_day_before(VISIT, required)
        assert not ahead(last, VISIT, required).is_short
    assert last_day_before(VISIT, 7) == date(2018, 5, 9)


def test_a_term_after_an_event_runs_over_days_off_and_the_end_of_a_year() -> None:
    assert last_day_after(date(2018, 12, 20), 15) == date(2019, 1, 4)


@pytest.mark.parametrize(
    ("approved_on", "in_quarter", "late"),
    [
        (date(2017, 9, 30), False, False),
        (date(2017, 10, 1), True, False),
        (date(2017, 12, 31), True, False),
        (date(2018, 1, 1), False, True),
        (date(2018, 11, 5), False, True),
    ],
)
def test_the_programme_of_a_year_is_approved_in_quarter_four_before(
    approved_on: date, in_quarter: bool, late: bool
) -> None:
    assert is_quarter_four_before(approved_on, 2018) is in_quarter
    assert is_approved_late(approved_on, 2018) is late
