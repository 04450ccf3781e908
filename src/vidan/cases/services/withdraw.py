"""Rút: the person takes the word back. What was already transferred stays with the body that has it."""

from vidan.cases.models import CaseFile
from vidan.cases.models.routing import HandingEnd
from vidan.cases.services.guide import drop_guidance
from vidan.cases.services.merge import release
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import TELLER
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import stop
from vidan.foundation.papers.services import discard_draft


def withdraw(*, code: str) -> CaseFile:
    """End a case at its teller's wish; the caller has checked the receipt. Raises step.Refused when it is too late."""
    with step(code=code, move="withdraw", actor=TELLER) as taking:
        case = taking.case
        for sending in case.transfers.filter(sent_on__isnull=True).select_related("paper"):
            paper = sending.paper
            sending.delete()
            discard_draft(paper=paper, actor=TELLER.code)
        for owing in case.transfers.filter(answered_on__isnull=True).select_related("clock", "recipient"):
            if owing.clock:  # nobody waits for this answer any more, so it is not counted as due
                tally("cases.answer_due", case, on=owing.clock.due_on, unit=owing.recipient, mark=owing.role, amount=-1)
        for running in Clock.objects.filter(subject=code, stopped_on__isnull=True):
            stop(running, clock.today())
        drop_guidance(code, TELLER)
        case.handings.filter(ended="").update(ended=HandingEnd.WITHDRAWN, ended_on=clock.today())
        case.waits_for_teller = False
        release(case)
        tally("cases.withdrawn", case, on=clock.today())
    return case
