"""Changing a plan or one of its duties: check, lock, change, journal entry, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.oversight.models import Duty, Plan
from vidan.oversight.plan_findable import tell_plan
from vidan.oversight.services.tally_duties import tally, told_of_duty


class Overtaken(Exception):
    """Somebody else changed the row in the meantime; nothing was changed here."""

    sentence = _("Phần này vừa được người khác sửa. Chưa có gì bị ghi đè; xin mở lại ở trang khác để xem rồi gửi lại.")


@dataclass
class PlanChange:
    """A plan that is being changed, locked, and what the journal will say."""

    plan: Plan
    facts: dict[str, Fact] = field(default_factory=dict)


@dataclass
class DutyChange:
    """A duty that is being changed, locked with its plan, and what the journal will say."""

    duty: Duty
    facts: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def changing_plan(*, code: str, event: str, actor: Actor, version: int | None = None) -> Iterator[PlanChange]:
    """Run the body as one change of a plan that the actor's Front runs; raises Plan.DoesNotExist, Overtaken."""
    with transaction.atomic():
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Plan.objects.run_by(actor).filter(code=code).update(version=F("version") + 1):
            raise Plan.DoesNotExist(code)
        plan = Plan.objects.select_related("front__parent__parent", "front__area").get(code=code)
        if version is not None and plan.version != version + 1:
            raise Overtaken
        change = PlanChange(plan)
        yield change
        plan.save()
        record(event, subject=code, actor=actor.code, unit_id=plan.front_id, facts=change.facts)
        tell_plan(plan)


@contextmanager
def changing_duty(*, code: str, event: str, actor: Actor, version: int | None = None) -> Iterator[DutyChange]:
    """Run the body as one change of a duty of a plan that the actor's Front runs; raises Duty.DoesNotExist, Overtaken."""
    with transaction.atomic():
        ours = Plan.objects.run_by(actor).filter(duties__code=code).values_list("pk", flat=True)
        if not Plan.objects.filter(pk__in=list(ours)).update(version=F("version") + 1):
            raise Duty.DoesNotExist(code)
        Duty.objects.filter(code=code).update(version=F("version") + 1)
        duty = Duty.objects.select_related("plan__front__parent__parent").get(code=code)
        if version is not None and duty.version != version + 1:
            raise Overtaken
        was = told_of_duty(duty)
        change = DutyChange(duty)
        yield change
        duty.save()
        tally(told_of_duty(duty), was)
        record(event, subject=code, actor=actor.code, unit_id=duty.plan.front_id, facts=change.facts)
        tell_plan(duty.plan)


def next_code(front: Unit, kind: str, letters: str, year: int) -> str:
    """The next code of a year, `KHPH-2018-0001`: one register for the whole tree of Fronts, kept at its top."""
    top = front
    while top.parent is not None:
        top = top.parent
    return f"{letters}-{year}-{take_number(unit=top, kind=kind, year=year):04d}"
