"""Yêu cầu báo cáo: a published plan asks each responsible unit for a report after each period of its duties."""

from datetime import date

from vidan.domain.duties.reports import Period, Rhythm, due_on, periods
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.oversight.duty_kinds import DutyStage, Part, PlanState, ReportState
from vidan.oversight.duty_rules import worked
from vidan.oversight.models import Duty, DutyReport, Plan
from vidan.oversight.services.plan_step import changing_plan
from vidan.oversight.services.tally_duties import Told, tally, told_of, told_of_duty


class NotReady(ValueError):
    """A plan is published when it has a confirmed duty and nothing waits to be confirmed."""


def publish_plan(*, code: str, actor: Actor, version: int | None = None) -> Plan:
    """Put a plan into force: units and everybody read it, and its reports are asked for.

    Raises Plan.DoesNotExist, also for who does not approve plans of that Front, NotReady, Overtaken.
    """
    with changing_plan(code=code, event="plan.publish", actor=actor, version=version) as change:
        plan = change.plan
        if plan.front_id not in actor.units_with("oversight.approve_plan"):
            raise Plan.DoesNotExist(code)
        duties = list(plan.duties.all())
        ready = duties and all(one.stage == DutyStage.CONFIRMED for one in duties)
        if not ready or plan.state == PlanState.PUBLISHED:
            raise NotReady
        plan.state, plan.published_on = PlanState.PUBLISHED, clock.today()
        asked = 0
        for duty in duties:
            duty.plan = plan
            tally(told_of_duty(duty), Told())
            asked += settle_reports(duty, actor=actor)
        change.facts |= {"duties": len(duties), "reports": asked}
    return plan


def settle_reports(duty: Duty, *, actor: Actor) -> int:
    """Bring what a duty of a published plan asks for to what it says; returns how many reports are new.

    Periods that were over when the plan came out are not asked for. The Front does not report to itself.
    """
    plan = duty.plan
    if plan.state != PlanState.PUBLISHED or plan.published_on is None:
        return 0
    rhythm = Rhythm(duty.rhythm)
    asked = {
        one.key: (one, due_on(one, rhythm, duty.days, worked))
        for one in periods(rhythm, plan.year, duty.by)
        if one.last >= plan.published_on
    }
    units = list(
        duty.units.filter(part=Part.RESPONSIBLE).exclude(unit_id=plan.front_id).values_list("unit_id", flat=True)
    )
    standing = {(one.unit_id, one.period): one for one in duty.reports.all()}
    for (unit, key), report in standing.items():
        wanted = unit in units and key in asked
        if report.first_sent_on is None:
            _bring(report, asked[key] if wanted else None, actor)
    new = [
        _asked(duty, unit, period, due, number)
        for number, unit in enumerate(units, start=1 + _last_number(duty))
        for key, (period, due) in asked.items()
        if (unit, key) not in standing
    ]
    DutyReport.objects.bulk_create(new)
    for report in new:
        tally(told_of(report), Told())
    return len(new)


def _last_number(duty: Duty) -> int:
    """Codes count the units of a duty in the order in which they were asked; a number is never used twice."""
    codes = duty.reports.values_list("code", flat=True)
    return max((int(code.rpartition("-")[2]) for code in codes), default=0)


def _asked(duty: Duty, unit: int, period: Period, due: date, number: int) -> DutyReport:
    plan = duty.plan
    return DutyReport(
        code=f"{duty.code}-{period.key}-{number:02}",
        duty=duty,
        front_id=plan.front_id,
        unit_id=unit,
        year=plan.year,
        period=period.key,
        first=period.first,
        last=period.last,
        due_on=due,
        is_sample=plan.is_sample,
    )


def _bring(report: DutyReport, asked: tuple[Period, date] | None, actor: Actor) -> None:
    """A report that was never sent: to its day, called off, or asked for again."""
    was, stood = told_of(report), (report.state, report.due_on)
    if asked is None:
        report.state = ReportState.CANCELLED
    else:
        period, due = asked
        report.first, report.last, report.due_on = period.first, period.last, due
        if report.state == ReportState.CANCELLED:
            report.state = ReportState.DRAFT
    if (report.state, report.due_on) == stood:
        return
    report.version += 1
    report.save()
    tally(told_of(report), was)
    facts = {"from": stood[0], "to": str(report.state), "due": report.due_on.isoformat()}
    record("duty_report.asked", subject=report.code, actor=actor.code, unit_id=report.unit_id, facts=dict(facts))
