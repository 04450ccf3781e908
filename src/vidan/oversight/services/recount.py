"""Tính lại hạn: when a term of an inspection has moved with the calendar, its days follow and the file's journal says so."""

from datetime import date

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar.models import Clock
from vidan.foundation.journal.record import Fact, record
from vidan.oversight.inspection_next import next_day
from vidan.oversight.models import Inspection, Recommendation
from vidan.oversight.services.tally_inspections import take_overdue_back


def tell_inspection(clock: Clock, was: date, now: date, *, actor: Actor) -> None:
    """Let the inspection of a term that moved follow it; a term of another duty is none of its business.

    The term of an answer is that of whoever was asked last: the unit by the conclusion, or by a paper that presses for it.
    """
    one = Inspection.objects.filter(code=clock.subject).first()
    if one is None:
        return
    facts: dict[str, Fact] = {"role": clock.role, "was": was.isoformat(), "now": now.isoformat()}
    record("inspection.recount", subject=one.code, actor=actor.code, unit_id=one.front_id, facts=facts)
    for row in one.recommendations.select_related("inspection").prefetch_related("pressings"):
        if row.clock_role == clock.role:
            _move(row, was, now)
    one.next_on = next_day(one)
    one.save(update_fields=["next_on"])


def _move(row: Recommendation, was: date, now: date) -> None:
    asked = next((pressing for pressing in reversed(row.pressed) if not pressing.answered_on), None)
    if asked is not None:
        asked.answer_by = now
        asked.save(update_fields=["answer_by"])
        return
    row.due_on = now
    take_overdue_back(row, was)
    row.save(update_fields=["due_on", "overdue_told"])
