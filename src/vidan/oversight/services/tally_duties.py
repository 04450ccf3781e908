"""The facts of the figures of duties, written in the transaction of the change they tell of."""

from collections import Counter
from datetime import date

from vidan.foundation.figures.tally import add_fact
from vidan.oversight.duty_kinds import DutyStage, ReportState
from vidan.oversight.models import Duty, DutyReport

Told = Counter[tuple[str, date, int, int]]
"""Amounts by fact, day, Front and unit."""


def told_of(report: DutyReport) -> Told:
    """The facts of a report as it stands: that it is due, whether it came in time, that it was accepted."""
    told: Told = Counter()
    if report.state == ReportState.CANCELLED:
        return told
    where = (report.front_id, report.unit_id)
    told["oversight.reports_due", report.due_on, *where] = 1
    if report.first_sent_on is not None and report.first_sent_on <= report.due_on:
        told["oversight.reports_on_time", report.due_on, *where] = 1
    if report.state == ReportState.ACCEPTED and report.accepted_on is not None:
        told["oversight.reports_accepted", report.accepted_on, *where] = 1
    return told


def told_of_duty(duty: Duty) -> Told:
    """The facts of a confirmed duty of a published plan."""
    told: Told = Counter()
    plan = duty.plan
    if plan.published_on is None or duty.stage != DutyStage.CONFIRMED:
        return told
    where = (plan.front_id, plan.front_id)
    told["oversight.duties", _of_year(plan.year, plan.published_on), *where] = 1
    if duty.done_on is not None:
        told["oversight.duties_done", _of_year(plan.year, duty.done_on), *where] = 1
    return told


def _of_year(year: int, day: date) -> date:
    """The day, or the end of the plan's year that is nearer: published or done before or after it, a duty is of its year."""
    return min(max(day, date(year, 1, 1)), date(year, 12, 31))


def tally(now: Told, was: Told) -> None:
    """Write what changed since `was`."""
    for fact in sorted({*was, *now}):
        if change := now[fact] - was[fact]:
            name, on, front_id, unit_id = fact
            add_fact(name, on=on, front_id=front_id, unit_id=unit_id, amount=change)
