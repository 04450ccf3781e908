"""Kế hoạch tuyên truyền: a Front writes the lines of its plan of a year."""

from dataclasses import dataclass

from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import within
from vidan.outreach.activity_kinds import ActivityKind
from vidan.outreach.models import PlanLine
from vidan.outreach.services.log_activity import leading_front
from vidan.outreach.services.tally_activities import lock_unit, settle_plan

PLAN = "outreach.plan_activities"


@dataclass(frozen=True, kw_only=True)
class Planned:
    """What a unit shall do in a quarter; a count of nought takes the line out of the plan."""

    unit: Unit
    year: int
    quarter: int
    kind: ActivityKind
    topic: str
    count: int
    responsible: str = ""


def set_line(*, planned: Planned, actor: Actor, is_sample: bool = False) -> None:
    """Write a line, or change the one of the same unit, quarter, kind and topic.

    Raises PlanLine.DoesNotExist when the unit is none of those whose plan the actor writes.
    """
    unit = planned.unit
    if not Unit.objects.filter(within(actor.units_with(PLAN)), pk=unit.pk).exists():
        raise PlanLine.DoesNotExist(unit.slug)
    front = leading_front(unit)
    key = {name: getattr(planned, name) for name in ("unit", "year", "quarter", "kind", "topic")}
    told = {"front": front, "count": planned.count, "responsible": planned.responsible, "is_sample": is_sample}
    with transaction.atomic():
        lock_unit(unit.pk)
        if planned.count:
            PlanLine.objects.update_or_create(**key, defaults=told)
        else:
            PlanLine.objects.filter(**key).delete()
        settle_plan(front_id=front.pk, unit_id=unit.pk, topic=planned.topic, year=planned.year)
        facts: dict[str, str | int | bool | None] = {
            "quarter": planned.quarter,
            "kind": planned.kind,
            "topic": planned.topic,
            "count": planned.count,
        }
        record("plan.line", subject=f"KH-{planned.year}", actor=actor.code, unit_id=unit.pk, facts=facts)
