"""Taking a step of a draft's criticism: check, lock, change, journal entry, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.consultations.facts import ROLE, Known, facts_of
from vidan.consultations.models import Draft
from vidan.consultations.moves import TABLE
from vidan.consultations.services.tell_tellers import tell_tellers
from vidan.domain.moves import Decision, Refusal, StartClock, StopClock, decide
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import counted, start_all, stop
from vidan.foundation.journal.record import Fact, record


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Overtaken(Exception):
    """Somebody else changed the draft's file in the meantime; nothing was changed here."""

    sentence = _("Hồ sơ dự thảo vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


class NotNow(Exception):
    """The step lacks something that the table cannot know; `sentence` says what. Nothing was changed."""

    def __init__(self, sentence: str | Promise) -> None:
        super().__init__(str(sentence))
        self.sentence = sentence


@dataclass
class Step:
    """A move being taken: the locked draft, what is known of it, the decision, and what the journal will say.

    A reason's words are sealed by who takes the step; its kind and digest go into the entry.
    """

    draft: Draft
    known: Known
    actor: Actor
    decision: Decision
    told: dict[str, Fact] = field(default_factory=dict)
    reason_kind: str = ""
    reason_digest: str = ""


@contextmanager
def step(*, code: str, move: str, actor: Actor, version: int | None = None) -> Iterator[Step]:
    """Run the body as one move of one draft.

    Raises Draft.DoesNotExist when the actor may not know of it, Refused with the reason when the table says no, Overtaken
    when it is no longer at `version`; without a version whoever comes later goes on with what stands then. Afterwards the
    state of the table's row is stored with the changes made to `draft`, its clocks are started and stopped, and the journal
    holds one entry `draft.<move>`.
    """
    with transaction.atomic():
        seen = Draft.objects.visible_to(actor).filter(code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Draft.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise Draft.DoesNotExist(code)
        draft = Draft.objects.select_related("front__parent", "front__area", "body", "current", "final", "paper").get(
            code=code
        )
        if version is not None and draft.version != version + 1:
            raise Overtaken
        known = Known(draft, actor)
        answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking = Step(draft, known, actor, answer)
        was = draft.state
        yield taking
        draft.state = answer.state
        draft.save()
        _run_clocks(taking)
        facts: dict[str, Fact] = {"from": was, "to": draft.state, **taking.told}
        record(
            f"draft.{move}",
            subject=code,
            actor=actor.code,
            unit_id=draft.front_id,
            facts=facts,
            reason_kind=taking.reason_kind,
            reason_digest=taking.reason_digest,
        )
        tell_tellers(draft, move)


def _run_clocks(taking: Step) -> None:
    today, code = clock.today(), taking.draft.code
    for effect in taking.decision.move.clocks:
        match effect:
            case StartClock(rule, role):
                start_all([counted(code, rule, role, today)])
            case StopClock(role):
                for running in Clock.objects.filter(subject=code, role=role, stopped_on__isnull=True):
                    stop(running, today)


__all__ = ["ROLE", "NotNow", "Overtaken", "Refused", "Step", "step"]
