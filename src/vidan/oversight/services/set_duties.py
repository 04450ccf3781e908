"""Xác nhận, thêm, giao nhiệm vụ: a person says which of what was read are duties, who is responsible, how often it is told of."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.db.models import Max

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.oversight.duty_kinds import DutyStage, Part, RhythmWords
from vidan.oversight.models import Duty, DutyUnit
from vidan.oversight.services.ask_reports import settle_reports
from vidan.oversight.services.plan_step import changing_duty, changing_plan, next_code
from vidan.oversight.services.tally_duties import tally, told_of_duty


@dataclass(frozen=True, kw_only=True)
class Kept:
    """What stays of a proposal when it is confirmed."""

    code: str
    title: str
    rhythm: RhythmWords
    responsible: Sequence[Unit] = ()
    taking_part: Sequence[Unit] = ()


@dataclass(frozen=True, kw_only=True)
class Assigned:
    """Everything that a person says of a duty."""

    title: str
    words: str
    clause: str
    rhythm: RhythmWords
    by: date | None = None
    days: int = 5
    figure: str = ""
    target: int | None = None
    place: str = ""
    responsible: Sequence[Unit] = ()
    taking_part: Sequence[Unit] = ()


def confirm_duties(*, code: str, kept: Sequence[Kept], actor: Actor, version: int | None = None) -> None:
    """Confirm some of a plan's proposals and take the others out; raises Plan.DoesNotExist, Overtaken."""
    with changing_plan(code=code, event="plan.confirm", actor=actor, version=version) as change:
        waiting = {one.code: one for one in change.plan.duties.filter(stage=DutyStage.PROPOSED)}
        for one in kept:
            duty = waiting.pop(one.code, None)
            if duty is None:
                continue
            duty.plan = change.plan
            duty.title, duty.rhythm, duty.stage = one.title, one.rhythm, DutyStage.CONFIRMED
            duty.save()
            _set_units(duty, one)
            tally(told_of_duty(duty), told_of_duty(Duty(plan=change.plan)))
            settle_reports(duty, actor=actor)
        Duty.objects.filter(pk__in=[one.pk for one in waiting.values()]).delete()
        change.facts |= {"confirmed": len(kept), "dropped": len(waiting)}


def add_duty(*, code: str, assigned: Assigned, actor: Actor, version: int | None = None) -> Duty:
    """Add a duty by hand at the end of a plan; raises Plan.DoesNotExist, Overtaken."""
    with changing_plan(code=code, event="plan.add_duty", actor=actor, version=version) as change:
        plan = change.plan
        last = plan.duties.aggregate(last=Max("position"))["last"] or 0
        duty = Duty(
            plan=plan,
            code=next_code(plan.front, "duty", "NV", plan.year),
            position=last + 1,
            stage=DutyStage.CONFIRMED,
        )
        _write(duty, assigned)
        duty.save()
        _set_units(duty, assigned)
        tally(told_of_duty(duty), told_of_duty(Duty(plan=plan)))
        settle_reports(duty, actor=actor)
        change.facts["duty"] = duty.code
    return duty


def assign_duty(*, code: str, assigned: Assigned, actor: Actor, version: int | None = None) -> Duty:
    """Say who does a duty, how often it is told of and what shows it done; a published plan asks for reports accordingly.

    Reports that were sent stay; what is asked for no more and was never sent is called off. Raises Duty.DoesNotExist, Overtaken.
    """
    with changing_duty(code=code, event="duty.assign", actor=actor, version=version) as change:
        duty = change.duty
        _write(duty, assigned)
        duty.stage = DutyStage.CONFIRMED
        duty.save()
        _set_units(duty, assigned)
        settle_reports(duty, actor=actor)
        change.facts |= {
            "rhythm": duty.rhythm,
            "responsible": len(assigned.responsible),
            "taking_part": len(assigned.taking_part),
        }
    return duty


def end_duty(*, code: str, note: str, actor: Actor, version: int | None = None) -> Duty:
    """Say that a duty is done, and what shows it; raises Duty.DoesNotExist, Overtaken."""
    with changing_duty(code=code, event="duty.done", actor=actor, version=version) as change:
        change.duty.done_on, change.duty.done_note = clock.today(), note
        change.facts["done"] = True
    return change.duty


def reopen_duty(*, code: str, actor: Actor, version: int | None = None) -> Duty:
    """Say that a duty is not done after all; raises Duty.DoesNotExist, Overtaken."""
    with changing_duty(code=code, event="duty.done", actor=actor, version=version) as change:
        change.duty.done_on, change.duty.done_note = None, ""
        change.facts["done"] = False
    return change.duty


def _write(duty: Duty, assigned: Assigned) -> None:
    for name in ("title", "words", "clause", "rhythm", "by", "days", "figure", "target", "place"):
        setattr(duty, name, getattr(assigned, name))
    if duty.rhythm != RhythmWords.ONCE:
        duty.by = None


def _set_units(duty: Duty, assigned: Assigned | Kept) -> None:
    """Who is responsible does not also take part."""
    wanted = {unit.pk: Part.TAKING_PART for unit in assigned.taking_part}
    wanted |= {unit.pk: Part.RESPONSIBLE for unit in assigned.responsible}
    standing = {one.unit_id: one for one in duty.units.all()}
    DutyUnit.objects.filter(pk__in=[one.pk for unit, one in standing.items() if unit not in wanted]).delete()
    for unit, part in wanted.items():
        if unit not in standing:
            DutyUnit.objects.create(duty=duty, unit_id=unit, part=part)
        elif standing[unit].part != part:
            DutyUnit.objects.filter(pk=standing[unit].pk).update(part=part)
