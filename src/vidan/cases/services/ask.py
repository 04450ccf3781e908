"""Hỏi thêm người gửi: a question by the receipt; the Front's own clocks pause until the answer or the end of the term."""

from django.db import transaction

from vidan.cases.models import CaseFile
from vidan.cases.services.clocks import next_date, start_clocks
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.foundation.accounts.actors import SYSTEM, TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import pause, resume, stop
from vidan.foundation.journal.record import record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import write_letter

ASKED = "asked"
PAUSED = ("promise", "classify", "transfer")
"""Clocks of the Front itself; a body's clock never waits for the teller."""


def ask(*, code: str, text: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Ask the person; the clocks of promise, classification and transfer pause, and the term of waiting (CT-14) begins."""
    with step(code=code, move="ask", actor=actor, version=version) as taking:
        case, today = taking.case, clock.today()
        write_letter(subject=code, author=Author.FRONT, actor=actor.code, text=text)
        for running in Clock.objects.filter(
            subject=code, role__in=PAUSED, stopped_on__isnull=True, paused_on__isnull=True
        ):
            pause(running, today)
        started = start_clocks(case, taking.decision.move, on=today)
        case.waits_for_teller = True
        taking.told["until"] = started[ASKED].due_on.isoformat()
    return case


def answered(case: CaseFile) -> None:
    """The person wrote: if a question waits, it is answered. Runs in the transaction of the letter."""
    if case.waits_for_teller:
        _go_on(case, TELLER, answered=True)


def end_unanswered() -> int:
    """Let the clocks of cases go on whose term of waiting is over; the worker asks each hour. Returns how many."""
    over = Clock.objects.filter(role=ASKED, stopped_on__isnull=True, due_on__lt=clock.today())
    ended = 0
    for code in over.values_list("subject", flat=True):
        with transaction.atomic():
            case = CaseFile.objects.select_for_update().filter(code=code, waits_for_teller=True).first()
            if case is not None:
                _go_on(case, SYSTEM, answered=False)
                notify_unit(NoticeKind.SILENT, case, unit=case.front, permission="cases.classify")
                ended += 1
    return ended


def _go_on(case: CaseFile, actor: Actor, *, answered: bool) -> None:
    """Resume what was paused; the day of the promise moves by the days of waiting."""
    if not CaseFile.objects.filter(pk=case.pk, waits_for_teller=True).update(waits_for_teller=False):
        return  # a second letter at the same moment
    today = clock.today()
    for running in Clock.objects.filter(subject=case.code, stopped_on__isnull=True):
        if running.role == ASKED:
            stop(running, today)
        elif running.paused_on is not None:
            resume(running, today)
            if running.role == "promise":
                case.promised_on = running.due_on
    case.waits_for_teller = False
    case.due_on = next_date(case)
    case.save(update_fields=["promised_on", "due_on", "waits_for_teller"])
    record("case.asked_end", subject=case.code, actor=actor.code, unit_id=case.front_id, facts={"answered": answered})
