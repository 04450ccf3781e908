"""The facts of the figures of dissemination, written in the transaction of the change they tell of.

What was held is dated by its day. What was planned, and what of it is done, is dated by the last day of its quarter: of what
was planned until a day, so much was done, whenever.
"""

from collections import Counter
from datetime import date

from django.db.models import Count, Sum

from vidan.domain.planning.quarters import QUARTERS, fill, last_day
from vidan.foundation.figures.models import Fact
from vidan.foundation.figures.tally import add_fact
from vidan.foundation.units.models import Unit
from vidan.outreach.activity_kinds import ActivityState
from vidan.outreach.models import Activity, PlanLine

Told = Counter[tuple[str, date, int, int, str]]
"""Amounts by fact, day, Front, unit and mark."""


def told_of(activity: Activity) -> Told:
    """The facts of an activity as it stands now; only one that was held has any."""
    told: Told = Counter()
    if activity.state == ActivityState.DONE:
        where = (activity.on, activity.front_id, activity.unit_id)
        people = activity.reached or 0
        told["outreach.activities", *where, activity.kind] = 1
        told["outreach.reached", *where, activity.kind] = people
        told["outreach.topics", *where, activity.topic] = 1
        told["outreach.topics_reached", *where, activity.topic] = people
    return told


def tally(activity: Activity, was: Told) -> None:
    """Write what changed since `was`."""
    now = told_of(activity)
    for fact in {*was, *now}:
        change = now[fact] - was[fact]
        if change:
            name, on, front_id, unit_id, mark = fact
            add_fact(name, on=on, front_id=front_id, unit_id=unit_id, mark=mark, amount=change)


def lock_unit(unit_id: int) -> None:
    """Let nobody else change what a unit has planned and done until the end of the transaction."""
    Unit.objects.select_for_update(no_key=True).get(pk=unit_id)


def settle_plan(*, front_id: int, unit_id: int, topic: str, year: int) -> None:
    """Bring the facts of a unit's plan on a topic to what plan and activities say; the unit is locked before."""
    lines = PlanLine.objects.filter(unit_id=unit_id, topic=topic, year=year).order_by()
    held = Activity.objects.filter(unit_id=unit_id, topic=topic, state=ActivityState.DONE, on__year=year).order_by()
    done = dict(held.values_list("kind").annotate(n=Count("pk")))
    planned: dict[str, Counter[int]] = {}
    for kind, quarter, count in lines.values_list("kind", "quarter", "count"):
        planned.setdefault(kind, Counter())[quarter] += count
    wanted: Counter[tuple[str, date]] = Counter()
    for kind, counts in planned.items():
        by_quarter = [counts[of] for of in QUARTERS]
        for of, count, filled in zip(QUARTERS, by_quarter, fill(by_quarter, done.get(kind, 0)), strict=True):
            wanted["outreach.planned", last_day(year, of)] += count
            wanted["outreach.held", last_day(year, of)] += filled
    names = ("outreach.planned", "outreach.held")
    facts = Fact.objects.filter(name__in=names, unit_id=unit_id, front_id=front_id, mark=topic, on__year=year)
    written = {(name, on): total for name, on, total in facts.values_list("name", "on").annotate(n=Sum("amount"))}
    for name, on in {*wanted, *written}:
        change = wanted[name, on] - written.get((name, on), 0)
        if change:
            add_fact(name, on=on, front_id=front_id, unit_id=unit_id, mark=topic, amount=change)
