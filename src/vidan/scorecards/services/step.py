"""Taking a step of a scorecard: check, lock, change, journal entry, in one transaction."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.db.models import F
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Decision, Refusal, decide
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.scorecards.facts import Known, facts_of
from vidan.scorecards.models import Scorecard
from vidan.scorecards.moves import TABLE


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Overtaken(Exception):
    """Somebody else changed the sheet in the meantime; nothing was changed here."""

    sentence = _("Phiếu chấm vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


@dataclass
class Step:
    """A move being taken: the locked sheet, what is known of it, the decision, and what the journal will say."""

    card: Scorecard
    known: Known
    actor: Actor
    decision: Decision
    told: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def step(*, code: str, move: str, actor: Actor, version: int | None = None) -> Iterator[Step]:
    """Run the body as one move of one sheet.

    Raises Scorecard.DoesNotExist when the actor may not know of it, Refused with the reason when the table says no,
    Overtaken when it is no longer at `version`; without a version whoever comes later goes on with what stands then.
    Afterwards the state of the table's row is stored with the changes made to `card`, and the journal holds one entry
    `scorecard.<move>`.
    """
    with transaction.atomic():
        seen = Scorecard.objects.visible_to(actor).filter(code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Scorecard.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise Scorecard.DoesNotExist(code)
        card = Scorecard.objects.select_related(
            "rubric", "front__parent", "front__area", "unit", "appraiser", "paper"
        ).get(code=code)
        if version is not None and card.version != version + 1:
            raise Overtaken
        known = Known(card, actor)
        answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking = Step(card, known, actor, answer)
        was = card.state
        yield taking
        card.state = answer.state
        card.save()
        facts: dict[str, Fact] = {"from": was, "to": card.state, **taking.told}
        record(f"scorecard.{move}", subject=code, actor=actor.code, unit_id=card.front_id, facts=facts)
