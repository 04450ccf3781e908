"""Taking a step: check, lock, change, journal entry, in one transaction; effects run after it."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.cases.facts import Known, facts_of
from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile
from vidan.cases.moves import TABLE
from vidan.cases.services.clocks import next_date, stop_clocks
from vidan.domain.moves import Decision, Refusal, decide
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.tally import shift
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Unit


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Overtaken(Exception):
    """Somebody else changed the case in the meantime; nothing was changed here."""

    sentence = _("Hồ sơ vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


@dataclass
class Step:
    """A move being taken: the locked case, the decision, and what the journal will say."""

    case: CaseFile
    actor: Actor
    decision: Decision
    told: dict[str, Fact] = field(default_factory=dict)
    reason_kind: str = ""
    reason_digest: str = ""
    front_was: int = 0


@contextmanager
def step(
    *,
    code: str,
    move: str,
    actor: Actor,
    version: int | None = None,
    role: TransferRole | None = None,
    about: Unit | None = None,
    copy_text: str | None = None,
    unheard: str | None = None,
) -> Iterator[Step]:
    """Run the body as one move of one case.

    `about`, `copy_text` and `unheard` are what the move brings along and its needs look at. Raises CaseFile.DoesNotExist when the
    actor may not know of the case, Refused with the reason when the table says no, Overtaken when the case is no longer
    at `version` or another step won the race. Afterwards the state of the table's row is stored with the changes made to
    `case`, its clocks are stopped, and the journal holds one entry `case.<move>`.
    """
    with transaction.atomic():
        # The teller is let in by the receipt, which was asked for before; everybody else by visible_to().
        seen = CaseFile.objects.all() if actor == TELLER else CaseFile.objects.visible_to(actor)
        case = seen.select_related("front__parent", "front__area", "subject_unit", "official").get(code=code)
        if version is not None and case.version != version:
            raise Overtaken
        # The lock: whoever raises the version first goes on, the other is told; the same on both engines.
        if not CaseFile.objects.filter(pk=case.pk, version=case.version).update(version=case.version + 1):
            raise Overtaken
        case.version += 1
        known = Known(case, actor, role=role, about=about, copy_text=copy_text, unheard=unheard)
        answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking = Step(case, actor, answer, front_was=case.front_id)
        yield taking
        _finish(taking)


def _finish(taking: Step) -> None:
    case, move = taking.case, taking.decision.move
    was, case.state = case.state, taking.decision.state
    stop_clocks(case, move, on=clock.today())
    case.due_on = next_date(case)
    if case.state in TABLE.ends and case.state != was:
        case.ended_at = clock.now()
    case.save()
    if case.front_id == taking.front_was:
        shift("cases.state", unit_id=case.front_id, gone=was, come=case.state)
    else:  # another Front carries it from here on
        shift("cases.state", unit_id=taking.front_was, gone=was, come=None)
        shift("cases.state", unit_id=case.front_id, gone=None, come=case.state)
    record(
        f"case.{move.name}",
        subject=case.code,
        actor=taking.actor.code,
        unit_id=taking.front_was,
        facts={"from": was, "to": case.state, **taking.told},
        reason_kind=taking.reason_kind,
        reason_digest=taking.reason_digest,
    )
