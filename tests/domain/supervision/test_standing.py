"""Where a recommendation stands and what may be done with it, by tables of cases."""

from datetime import date

import pytest

from vidan.domain.supervision.standing import Decided, Standing, Told, is_ended, is_late, may, standing

DUE = date(2018, 6, 15)
URGED = date(2018, 7, 9)
LATER = date(2018, 7, 1)
IN_VAIN = date(2018, 7, 10)
PETITIONED = date(2018, 7, 12)

URGING = Told(DUE, urged_until=URGED)
PETITION = Told(DUE, urged_until=URGED, petitioned_on=PETITIONED)


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        (Told(None), LATER, Standing.OWED),
        (Told(DUE), DUE, Standing.OWED),
        (Told(DUE), date(2018, 6, 16), Standing.OVERDUE),
        (URGING, URGED, Standing.URGED),
        (URGING, IN_VAIN, Standing.URGED),
        (PETITION, IN_VAIN, Standing.PETITIONED),
        (Told(DUE, answered_on=LATER, urged_until=URGED), IN_VAIN, Standing.ANSWERED),
        (Told(DUE, answered_on=date(2018, 7, 2), petitioned_on=date(2018, 6, 20)), date(2018, 7, 3), Standing.ANSWERED),
        (Told(DUE, petitioned_on=PETITIONED, decided=Decided.SETTLED), IN_VAIN, Standing.SETTLED),
        (Told(DUE, petitioned_on=PETITIONED, decided=Decided.DECLINED), IN_VAIN, Standing.DECLINED),
        (Told(DUE, answered_on=LATER, decided=Decided.DECLINED), IN_VAIN, Standing.DECLINED),
        (Told(DUE, verified="done", decided=Decided.SETTLED), IN_VAIN, Standing.DONE),
        (Told(DUE, answered_on=DUE), date(2018, 7, 3), Standing.ANSWERED),
        (Told(DUE, answered_on=DUE, verified="done"), date(2018, 7, 3), Standing.DONE),
        (Told(DUE, answered_on=DUE, verified="partly"), date(2018, 7, 3), Standing.PARTLY),
        (Told(DUE, verified="not_done"), date(2018, 7, 3), Standing.NOT_DONE),
    ],
)
def test_where_a_recommendation_stands(told: Told, today: date, expected: Standing) -> None:
    assert standing(told, today) is expected


@pytest.mark.parametrize(
    ("told", "today", "expected"),
    [
        (Told(DUE), DUE, {"answer"}),
        (Told(DUE), date(2018, 6, 16), {"answer", "urge", "verify"}),
        (URGING, URGED, {"answer", "verify"}),
        (URGING, IN_VAIN, {"answer", "urge", "petition", "verify"}),
        (PETITION, IN_VAIN, {"answer", "take_superior", "verify"}),
        (Told(DUE, petitioned_on=PETITIONED, decided=Decided.SETTLED), IN_VAIN, {"answer", "verify"}),
        (Told(DUE, petitioned_on=PETITIONED, decided=Decided.DECLINED), IN_VAIN, set()),
        (Told(DUE, answered_on=DUE), IN_VAIN, {"answer", "verify"}),
        (Told(DUE, verified="partly"), IN_VAIN, {"verify"}),
    ],
)
def test_what_may_be_done(told: Told, today: date, expected: set[str]) -> None:
    steps = ("answer", "urge", "petition", "take_superior", "verify")
    assert {step for step in steps if may(step, told, today)} == expected


@pytest.mark.parametrize(
    ("told", "ended"),
    [
        (Told(DUE, answered_on=DUE), False),
        (Told(DUE, petitioned_on=PETITIONED, decided=Decided.SETTLED), False),
        (Told(DUE, petitioned_on=PETITIONED, decided=Decided.DECLINED), True),
        (Told(DUE, verified="not_done"), True),
    ],
)
def test_what_was_verified_or_declined_is_followed_no_more(told: Told, ended: bool) -> None:
    assert is_ended(told) is ended


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
