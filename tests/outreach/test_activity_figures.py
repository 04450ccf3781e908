"""The figures of dissemination say what the book of activities says, whatever is changed in it."""

from collections import Counter
from datetime import date, datetime
from typing import Any

import pytest
from django.db.models import Sum
from tests.cases.made import actor
from tests.outreach.activity_made import OFFICER, UNION, WARD, about, logged, planned

from vidan.domain.planning.quarters import QUARTERS, fill, last_day
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, read_figures
from vidan.foundation.figures.models import Fact, MonthSum
from vidan.foundation.figures.sum_up import sum_up
from vidan.foundation.journal.models import Entry
from vidan.outreach.activity_kinds import ActivityKind, ActivityState
from vidan.outreach.models import Activity, PlanLine
from vidan.outreach.services.end_activity import void_activity
from vidan.outreach.services.log_activity import change_activity
from vidan.site.sample.activities import make_activities

pytestmark = pytest.mark.django_db

NAMES = ("outreach.activities", "outreach.reached", "outreach.held")


def values(until: date = date(2018, 12, 31)) -> dict[str, tuple[int, int | None]]:
    told = read_figures(NAMES, Scope(date(2018, 1, 1), until))
    return {name.removeprefix("outreach."): (value.count, value.total) for name, value in told.items()}


def written() -> dict[tuple[Any, ...], int]:
    """What the facts come to."""
    rows = Fact.objects.filter(name__startswith="outreach.").order_by()
    groups = rows.values_list("name", "on", "front_id", "unit_id", "mark").annotate(n=Sum("amount"))
    return {tuple(group): n for *group, n in groups if n}


def recounted() -> dict[tuple[Any, ...], int]:
    """The same from the book and the plan."""
    told: Counter[tuple[Any, ...]] = Counter()
    held = Activity.objects.filter(state=ActivityState.DONE)
    for one in held:
        for mark, names in ((one.kind, ("activities", "reached")), (one.topic, ("topics", "topics_reached"))):
            told[f"outreach.{names[0]}", one.on, one.front_id, one.unit_id, mark] += 1
            told[f"outreach.{names[1]}", one.on, one.front_id, one.unit_id, mark] += one.reached or 0
    keys = set(PlanLine.objects.values_list("front_id", "unit_id", "year", "kind", "topic"))
    for front, unit, year, kind, topic in keys:
        lines = PlanLine.objects.filter(unit_id=unit, year=year, kind=kind, topic=topic)
        counts = [sum(line.count for line in lines if line.quarter == of) for of in QUARTERS]
        done = held.filter(unit_id=unit, on__year=year, kind=kind, topic=topic).count()
        for of, count, filled in zip(QUARTERS, counts, fill(counts, done), strict=True):
            told["outreach.planned", last_day(year, of), front, unit, topic] += count
            told["outreach.held", last_day(year, of), front, unit, topic] += filled
    return {key: n for key, n in told.items() if n}


def test_an_activity_counts_once_with_the_people_it_reached() -> None:
    logged(reached=80)
    logged(UNION, kind=ActivityKind.TALK, reached=20)
    assert values()["activities"] == (2, None)
    assert values()["reached"] == (100, None)


def test_more_people_than_a_small_number_holds_are_counted() -> None:
    logged(kind=ActivityKind.MEDIA, reached=250_000)
    sum_up()
    assert values()["reached"] == (250_000, None)
    assert MonthSum.objects.filter(name="outreach.reached").get().amount == 250_000


def test_what_lies_ahead_counts_only_once_it_was_held() -> None:
    ahead = logged(on=date(2018, 3, 20))
    assert values()["activities"] == (0, None)
    with clock.at(datetime(2018, 3, 21, 9, tzinfo=clock.now().tzinfo)):
        change_activity(code=ahead.code, about=about(on=date(2018, 3, 20), reached=7), actor=actor(WARD))
    assert (values()["activities"], values()["reached"]) == ((1, None), (7, None))


def test_a_change_moves_what_was_counted_and_a_void_one_counts_no_more() -> None:
    one, other = logged(), logged(OFFICER)
    change_activity(code=one.code, about=about(topic="index", reached=5, on=date(2018, 2, 1)), actor=actor(WARD))
    assert values(date(2018, 2, 1))["reached"] == (5, None)
    void_activity(code=other.code, reason="Ghi trùng.", actor=actor(OFFICER))
    assert values()["activities"] == (1, None)
    assert written() == recounted()


def test_what_was_planned_falls_due_with_its_quarter_and_what_is_done_fills_it() -> None:
    planned(quarter=1)
    planned(quarter=2)
    logged()
    assert values(date(2018, 3, 30))["held"] == (0, 0)
    assert values(date(2018, 3, 31))["held"] == (1, 1)
    assert values(date(2018, 6, 30))["held"] == (1, 2)


def test_a_change_of_the_plan_is_told_too() -> None:
    logged()
    logged()
    planned(count=3)
    assert values()["held"] == (2, 3)
    planned(count=1)
    assert values()["held"] == (1, 1)
    planned(count=0)
    assert values()["held"] == (0, 0)
    assert not PlanLine.objects.exists()
    assert written() == recounted()


def test_the_samples_figures_are_what_its_book_says() -> None:
    last = datetime(2020, 11, 16, 7, 30, tzinfo=clock.now().tzinfo)
    with clock.at(last):
        make_activities(last=last, head=actor("lanh-dao"))
    assert 140 <= Activity.objects.filter(is_sample=True).count() <= 190
    assert Activity.objects.filter(state=ActivityState.PLANNED).count() == 2
    assert written() == recounted()
    assert values()["held"][0] > 0


def test_the_sample_of_an_earlier_day_knows_nothing_of_later_years() -> None:
    last = datetime(2018, 5, 2, 7, 30, tzinfo=clock.now().tzinfo)
    with clock.at(last):
        make_activities(last=last, head=actor("lanh-dao"))
    assert set(PlanLine.objects.values_list("year", flat=True)) == {2018}
    assert not Entry.objects.filter(at__gt=last).exists()
