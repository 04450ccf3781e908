"""Tính lại hạn: when a term of a case has moved with the calendar, its dates follow and the file's journal says so."""

from datetime import date

from django.db.models import Min

from vidan.cases.models import CaseFile, Transfer
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar.models import Clock
from vidan.foundation.journal.record import record


def tell_case(clock: Clock, was: date, now: date, *, actor: Actor) -> None:
    """Let the case of a term that moved follow it; a term of another duty is none of its business."""
    case = CaseFile.objects.filter(code=clock.subject).select_related("front").first()
    if case is None:
        return
    facts = {"role": clock.role, "was": was.isoformat(), "now": now.isoformat()}
    record("case.recount", subject=case.code, actor=actor.code, unit_id=case.front_id, facts=dict(facts))
    running = Clock.objects.filter(subject=case.code, stopped_on__isnull=True, paused_on__isnull=True)
    case.due_on = running.aggregate(first=Min("due_on"))["first"]
    if clock.role == "promise":
        case.promised_on = now
    case.save(update_fields=["due_on", "promised_on"])
    sending = Transfer.objects.filter(clock=clock).select_related("recipient").first()
    if sending is not None:
        for on, amount in ((was, -1), (now, 1)):
            tally("cases.answer_due", case, on=on, unit=sending.recipient, mark=sending.role, amount=amount)
