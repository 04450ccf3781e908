"""Tiêu hủy nội dung hết hạn lưu: what every duty does with its proposals; which files are due and what goes is the duty's own."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Generic, TypeVar

from django.db import transaction

from vidan.foundation.accounts.actors import SYSTEM, Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.intake.personal import Erasing, ErasureState, KeptFor
from vidan.foundation.journal.record import Fact, record

LONGER = timedelta(days=365)
"""What is kept beyond its time is asked about again after a year."""

Proposal = TypeVar("Proposal", bound=Erasing)


@dataclass(frozen=True)
class Proposals(Generic[Proposal]):
    """The proposals of one duty: its table, and what its entries in the journal are called after."""

    table: Any
    event: str

    def propose(self, *, subject: str, front_id: int, rule: str, due: date, actor: Actor = SYSTEM) -> Proposal:
        """Put one file before the head, in the running transaction; one that waits already stays as it is."""
        told = {"front_id": front_id, "rule": rule, "due_on": due}
        proposed: Proposal
        proposed, made = self.table.objects.get_or_create(subject=subject, defaults=told)
        if not made and proposed.state == ErasureState.KEPT:
            again = told | {"state": ErasureState.PROPOSED, "kept_for": ""}
            self.table.objects.filter(pk=proposed.pk).update(**again)
        self._tell("propose_erasure", proposed, actor, {"rule": rule, "due": due.isoformat()}, front_id)
        return proposed

    def ask_again(self) -> int:
        """What was kept for a year is proposed again; returns how many."""
        over = self.table.objects.filter(state=ErasureState.KEPT, decided_on__lte=clock.today() - LONGER)
        asked: int = over.update(state=ErasureState.PROPOSED, kept_for="")
        return asked

    def erase(
        self, *, subjects: Iterable[str], actor: Actor, run: Callable[[Proposal], Mapping[str, Fact] | None]
    ) -> int:
        """Let `run` erase what was proposed and the actor approves, each in a transaction; returns how many were carried out.

        `run` answers with what the journal tells, or with None where there is nothing that the actor may erase.
        """
        done = 0
        for subject in subjects:
            with transaction.atomic():
                asked = self.table.objects.visible_to(actor).select_for_update(of=("self",))
                proposed = asked.filter(subject=subject, state=ErasureState.PROPOSED).first()
                facts = run(proposed) if proposed is not None else None
                if facts is None:
                    continue
                _decide(proposed, ErasureState.ERASED, actor)
                self._tell("erase", proposed, actor, {"rule": proposed.rule, **facts})
                done += 1
        return done

    def keep_longer(self, *, subjects: Iterable[str], why: KeptFor, actor: Actor) -> int:
        """Keep what was proposed for another year, with the kind of the reason; returns how many."""
        done = 0
        rows = self.table.objects.visible_to(actor).filter(subject__in=list(subjects), state=ErasureState.PROPOSED)
        for proposed in rows:
            with transaction.atomic():
                proposed.kept_for = why
                _decide(proposed, ErasureState.KEPT, actor)
                self._tell("keep_longer", proposed, actor, {"why": str(why)})
                done += 1
        return done

    def _tell(
        self, what: str, proposed: Proposal, actor: Actor, facts: Mapping[str, Fact], front_id: int | None = None
    ) -> None:
        unit = front_id or proposed.front_id
        record(f"{self.event}.{what}", subject=proposed.subject, actor=actor.code, unit_id=unit, facts=dict(facts))


def _decide(proposed: Erasing, state: ErasureState, actor: Actor) -> None:
    proposed.state, proposed.decided_on = state, clock.today()
    proposed.decided_by = User.objects.get(code=actor.code)
    proposed.save()
