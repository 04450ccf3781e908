"""Trả lời: a body answers what was transferred to it, signed in, or by paper that the Front records for it (ghi nhận hộ)."""

from dataclasses import dataclass
from datetime import date

from vidan.cases.kinds import TransferRole
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import Step, step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import stop as stop_clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import IncomingPaper
from vidan.foundation.papers.services import register_incoming
from vidan.foundation.units.selectors import in_place_of
from vidan.foundation.vault.services import seal_text


@dataclass(frozen=True)
class AnswerPaper:
    """The paper of a body that does not sign in: its number and date, and the scan."""

    number: str
    dated: date
    received_on: date
    scan: StoredFile | None = None


def answer(*, code: str, role: TransferRole, text: str, actor: Actor, version: int | None = None) -> CaseFile:
    """The signed-in answer of the body that settles, or the remark of the body that monitors."""
    move = "answer" if role == TransferRole.SETTLE else "remark"
    with step(code=code, move=move, actor=actor, version=version, role=role) as taking:
        bodies = in_place_of(actor.units_with("cases.read_transferred"), clock.today())
        _store(taking, _owing(taking.case, role, bodies), text, on=clock.today())
    return taking.case


def record_answer(
    *, code: str, role: TransferRole, text: str, paper: AnswerPaper, actor: Actor, version: int | None = None
) -> CaseFile:
    """Ghi nhận hộ: the Front enters the paper answer of a body; the day it was received decides whether it was on time."""
    move = "record_answer" if role == TransferRole.SETTLE else "record_remark"
    with step(code=code, move=move, actor=actor, version=version, role=role) as taking:
        sending = _owing(taking.case, role)
        sending.answer_paper = enter_paper(taking, paper, sender=sending.body.name)
        _store(taking, sending, text, on=paper.received_on)
    return taking.case


def enter_paper(taking: Step, paper: AnswerPaper, *, sender: str) -> IncomingPaper:
    """Ghi nhận hộ: the paper gets its số đến in the register of the Front, and the journal says that the Front recorded it."""
    taking.told["on_behalf"] = True
    return register_incoming(
        unit=taking.case.front,
        sender=sender,
        number=paper.number,
        dated=paper.dated,
        received_on=paper.received_on,
        subject=taking.case.code,
        scan=paper.scan,
        actor=taking.actor.code,
    )


def scans_of(code: str) -> str:
    """Under which subject the scans of papers that came in lie, apart from what the teller sent."""
    return f"{code}.den"


def _owing(case: CaseFile, role: TransferRole, bodies: frozenset[int] | None = None) -> Transfer:
    owing = Transfer.objects.filter(case=case, role=role, sent_on__isnull=False, answered_on__isnull=True)
    if bodies is not None:
        owing = owing.held_in(bodies)
    return owing.select_related("clock", "recipient")[0]


def _store(taking: Step, sending: Transfer, text: str, *, on: date) -> None:
    case = taking.case
    assert sending.clock is not None  # it was sent, so its clock runs
    on_time = on <= sending.clock.due_on
    sending.answer = seal_text(kind="case.answer", text=text, subject=case.code)
    sending.answered_on = on
    sending.answered_by = taking.actor.code
    sending.save()
    stop_clock(sending.clock, on)
    for petition in Clock.objects.filter(subject=case.code, role=f"petition-{sending.role}", stopped_on__isnull=True):
        stop_clock(petition, on)
    tally("cases.answered", case, on=on, unit=sending.recipient, mark=sending.role)
    if case.is_own and sending.role == TransferRole.SETTLE:
        tally("cases.own_answered", case, on=on, unit=sending.recipient)
    if on_time:
        tally("cases.answered_on_time", case, on=sending.clock.due_on, unit=sending.recipient, mark=sending.role)
    else:
        days = working_days_late(sending.clock.due_on, on)
        tally("cases.answered_late", case, on=on, unit=sending.recipient, mark=sending.role)
        tally("cases.days_late", case, on=on, unit=sending.recipient, mark=sending.role, amount=days)
    notify_unit(NoticeKind.ANSWERED, case, unit=case.front)
    taking.told |= {"by": sending.recipient.slug, "role": sending.role, "on_time": on_time}
