"""Where a recommendation stands, by a table of cases."""

from datetime import date

import pytest

from vidan.domain.supervision.standing import Standing, Told, is_late, standing

DUE = date(2018, 6, 15)


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        (Told(None), date(2018, 7, 1), Standing.OWED),
        (Told(DUE), DUE, Standing.OWED),
        (Told(DUE), date(2018, 6, 16), Standing.OVERDUE),
        (Told(DUE, petitioned_on=date(2018, 6, 20)), date(2018, 7, 1), Standing.PETITIONED),
        (Told(DUE, answered_on=date(2018, 7, 2), petitioned_on=date(2018, 6, 20)), date(2018, 7, 3), Standing.ANSWERED),
        (Told(DUE, answered_on=DUE), date(2018, 7, 3), Standing.ANSWERED),
        (Told(DUE, answered_on=DUE, verified="done"), date(2018, 7, 3), Standing.DONE),
        (Told(DUE, answered_on=DUE, verified="partly"), date(2018, 7, 3), Standing.PARTLY),
        (Told(DUE, verified="not_done"), date(2018, 7, 3), Standing.NOT_DONE),
    ],
)
def test_where_a_recommendation_stands(told: Told, today: date, expected: Standing) -> None:
    assert standing(told, today) is expected


@pytest.mark.parametrize(
    ("answered_on", "today", "late"),
    [
        (DUE, date(2018, 9, 1), False),
        (date(2018, 6, 16), DUE, True),
        (None, DUE, False),
        (None, date(2018, 6, 16), True),
    ],
)
def test_an_answer_is_late_from_the_day_after_its_day(answered_on: date | None, today: date, late: bool) -> None:
    assert is_late(DUE, answered_on, today) is late


def test_without_a_day_nothing_is_late() -> None:
    assert not is_late(None, None, date(2030, 1, 1))
