"""A figure counts dated facts, so that "as of" a day is always the same number."""

from datetime import date, timedelta
from typing import Any

import pytest
from tests.cases.made import made

from vidan.cases.kinds import State
from vidan.cases.services.withdraw import withdraw
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, Unknown, grouped, read_figures
from vidan.foundation.figures.models import Fact, MonthSum
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.figures.tally import add_fact

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


def test_a_share_of_the_same_facts_is_one_of_all_their_marks_and_a_share_of_others_of_its_own_mark() -> None:
    day = date(2018, 3, 1)
    for mark in ("accepted", "accepted", "refused"):
        add_fact("cases.decided", on=day, front_id=1, mark=mark)
    for mark in ("settle", "monitor"):
        add_fact("cases.answer_due", on=day, front_id=1, mark=mark)
    add_fact("cases.answered_on_time", on=day, front_id=1, mark="settle")
    told = read_figures(
        ["cases.decided_accepted", "cases.answered_on_time"], Scope(date(2018, 1, 1), date(2018, 12, 31))
    )
    assert (told["cases.decided_accepted"].count, told["cases.decided_accepted"].total) == (2, 3)
    assert (told["cases.answered_on_time"].count, told["cases.answered_on_time"].total) == (1, 1)


def test_an_undeclared_figure_is_an_error() -> None:
    with pytest.raises(Unknown):
        read_figures(["cases.nothing"], Scope(date(2018, 1, 1), date(2018, 1, 2)))


SCOPES = [
    Scope(date(2018, 1, 1), date(2018, 12, 31)),
    Scope(date(2018, 1, 1), date(2018, 4, 3)),
    Scope(date(2018, 2, 27), date(2018, 3, 2)),
    Scope(date(2018, 2, 10), date(2018, 2, 20)),
    Scope(date(2018, 3, 31), date(2018, 3, 31)),
    Scope(date(2018, 2, 1), date(2018, 2, 28)),
    Scope(date(2017, 12, 15), date(2018, 2, 28), frozenset({1})),
]


def counted(scope: Scope) -> tuple[int, dict[date, int], dict[int, int]]:
    """The same numbers by reading every fact, as a person with a pencil would."""
    inside = [f for f in Fact.objects.filter(name="cases.received") if scope.since <= f.on <= scope.until]
    inside = [f for f in inside if scope.fronts is None or f.front_id in scope.fronts]
    months: dict[date, int] = {}
    units: dict[int, int] = {}
    for fact in inside:
        months[fact.on.replace(day=1)] = months.get(fact.on.replace(day=1), 0) + fact.amount
        units[fact.unit_id or 0] = units.get(fact.unit_id or 0, 0) + fact.amount
    return sum(f.amount for f in inside), _but_nothing(months), _but_nothing(units)


def _but_nothing(groups: dict[Any, int]) -> dict[Any, int]:
    """Groups that come to nothing are not told."""
    return {key: amount for key, amount in groups.items() if amount}


@pytest.mark.parametrize("summed", ["nothing", "half", "all"])
def test_whatever_the_worker_has_summed_up_the_numbers_are_those_of_the_facts(summed: str) -> None:
    for n in range(120):
        if summed == "half" and n == 60:
            sum_up()
        day = date(2017, 12, 20) + timedelta(days=n)
        add_fact(
            "cases.received",
            on=day,
            front_id=n % 2,
            unit_id=n % 3 or None,
            mark="feedback",
            amount=-1 if n % 7 == 0 else 1,
        )
    if summed == "all":
        assert sum_up() == 120
    for scope in SCOPES:
        total, months, units = counted(scope)
        assert read_figures(["cases.received"], scope)["cases.received"].count == total
        assert grouped(["cases.received"], scope, "month") == {"cases.received": months}
        assert grouped(["cases.received"], scope, "unit_id") == {"cases.received": units}


def test_a_fact_is_summed_once_and_a_late_one_is_added_to_its_month() -> None:
    made(State.ANSWERED)
    first = sum_up()
    assert first == Fact.objects.count()
    assert sum_up() == 0
    add_fact("cases.received", on=date(2018, 3, 1), front_id=1)
    assert sum_up() == 1
    assert sum(MonthSum.objects.filter(name="cases.received").values_list("amount", flat=True)) == 2
