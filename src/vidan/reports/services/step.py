"""Taking a step of a report: check, lock, change, journal entry, in one transaction."""

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
from vidan.reports.drafted import Known, facts_of
from vidan.reports.models import Report
from vidan.reports.moves import TABLE


class Refused(Exception):
    """The move may not be taken; `refusal` says why."""

    def __init__(self, refusal: Refusal) -> None:
        super().__init__(refusal.name)
        self.refusal = refusal


class Overtaken(Exception):
    """Somebody else changed the report in the meantime; nothing was changed here."""

    sentence = _("Báo cáo vừa được người khác thay đổi. Chưa có gì bị ghi đè; xin xem lại rồi làm tiếp.")


@dataclass
class Step:
    """A move being taken: the locked report, what is known of it, the decision, and what the journal will say."""

    report: Report
    known: Known
    actor: Actor
    decision: Decision
    told: dict[str, Fact] = field(default_factory=dict)


@contextmanager
def step(*, code: str, move: str, actor: Actor, version: int | None = None) -> Iterator[Step]:
    """Run the body as one move of one report.

    Raises Report.DoesNotExist when the actor may not know of it, Refused with the reason when the table says no, Overtaken
    when it is no longer at `version`. Afterwards the state of the table's row is stored with the changes made to `report`,
    and the journal holds one entry `report.<move>`.
    """
    with transaction.atomic():
        seen = Report.objects.visible_to(actor).filter(code=code)
        # The lock comes first: what is read after it, nobody changes any more until the end.
        if not Report.objects.filter(pk__in=seen.values("pk")).update(version=F("version") + 1):
            raise Report.DoesNotExist(code)
        report = Report.objects.select_related("front__parent", "front__area", "receiver", "paper", "corrects").get(
            code=code
        )
        if version is not None and report.version != version + 1:
            raise Overtaken
        known = Known(report, actor)
        answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
        if isinstance(answer, Refusal):
            raise Refused(answer)
        taking = Step(report, known, actor, answer)
        was = report.state
        yield taking
        report.state = answer.state
        report.save()
        facts: dict[str, Fact] = {"from": was, "to": report.state, **taking.told}
        record(f"report.{move}", subject=code, actor=actor.code, unit_id=report.front_id, facts=facts)
