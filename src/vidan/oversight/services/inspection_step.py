"""Taking a step of an inspection or supervision: check, lock, change, journal entry, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Decision, Refusal, StartClock, StopClock, decide
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import counted, start_all, stop
from vidan.foundation.journal.record import Fact, record
from vidan.oversight.inspection_facts import Known, facts_of
from vidan.oversight.inspection_moves import TABLE
from vidan.oversight.inspection_next import next_day
from vidan.oversight.models import Inspection

BESIDE = ("front__parent", "front__area", "body__parent", "decision", "notice", "draft_letter", "conclusion_paper")


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Overtaken(Exception):
    """Somebody else changed the file in the meantime; nothing was changed here."""

    sentence = _("Hồ sơ này vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


class NotNow(Exception):
    """The step lacks something that the table cannot know; `sentence` says what, `field` where. Nothing was changed."""

    def __init__(self, sentence: str | Promise, *, field: str | None = None) -> None:
        super().__init__(str(sentence))
        self.sentence, self.field = sentence, field


@dataclass
class Step:
    """A move being taken: the locked inspection, what is known of it, the decision, and what the journal will say."""

    inspection: Inspection
    known: Known
    actor: Actor
    decision: Decision
    told: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def step(*, code: str, move: str, actor: Actor, version: int | None = None) -> Iterator[Step]:
    """Run the body as one move of one inspection.

    Raises Inspection.DoesNotExist when the actor may not know of it, Refused with the reason when the table says no,
    Overtaken when it is no longer at `version`; without a version whoever comes later goes on with what stands then.
    Afterwards the state of the table's row is stored with the changes made to `inspection`, its clocks are started and
    stopped, and the journal holds one entry `inspection.<move>`.
    """
    with transaction.atomic():
        seen = Inspection.objects.visible_to(actor).filter(code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Inspection.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise Inspection.DoesNotExist(code)
        one = Inspection.objects.select_related(*BESIDE).get(code=code)
        if version is not None and one.version != version + 1:
            raise Overtaken
        known = Known(one, actor)
        answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking = Step(one, known, actor, answer)
        was = one.state
        yield taking
        one.state = answer.state
        _run_clocks(taking)
        one.next_on = next_day(one)
        one.save()
        facts: dict[str, Fact] = {"from": was, "to": one.state, **taking.told}
        record(f"inspection.{move}", subject=code, actor=actor.code, unit_id=one.front_id, facts=facts)


def _run_clocks(taking: Step) -> None:
    one = taking.inspection
    for effect in taking.decision.move.clocks:
        match effect:
            case StartClock(rule, role):
                start_all([counted(one.code, rule, role, one.ended_on or clock.today())])
            case StopClock(role):
                for running in Clock.objects.filter(subject=one.code, role=role, stopped_on__isnull=True):
                    stop(running, clock.today())
