"""Rút: the person takes the word back. What was already transferred stays with the body that has it."""

from vidan.cases.models import CaseFile
from vidan.cases.models.routing import HandingEnd
from vidan.cases.outcomes import Withdrawal
from vidan.cases.services.answer import AnswerPaper, enter_paper
from vidan.cases.services.guide import drop_guidance
from vidan.cases.services.merge import release
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.propose import drop_proposals
from vidan.cases.services.step import Step, step
from vidan.cases.services.tally import tally
from vidan.cases.services.verify import drop_plans
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import stop
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import discard_draft

TELLERS = "Người gửi"
"""Who sent the paper, as the register of incoming papers says it: never a name."""


def withdraw(*, code: str) -> CaseFile:
    """End a case at its teller's wish; the caller has checked the receipt. Raises step.Refused when it is too late.

    A denunciation stays where it is: the wish waits for the officer, who lets it go or goes on (Luật Tố cáo 2018 Đ.33).
    """
    with step(code=code, move="withdraw", actor=TELLER) as taking:
        _take_back(taking)
    return taking.case


def record_withdrawal(*, code: str, paper: AnswerPaper, actor: Actor, version: int | None = None) -> CaseFile:
    """Ghi nhận hộ đơn rút: the Front enters the signed paper by which the person takes the word back.

    The caller has checked that the paper is the teller's (forms.leaving). The register names no sender.
    """
    with step(code=code, move="record_withdrawal", actor=actor, version=version) as taking:
        enter_paper(taking, paper, sender=TELLERS)
        _take_back(taking)
    return taking.case


def let_withdraw(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Chấp nhận rút: nothing speaks for going on, so the denunciation ends."""
    with step(code=code, move="let_withdraw", actor=actor, version=version) as taking:
        _end(taking)
    return taking.case


def go_on(*, code: str, ground: Withdrawal, actor: Actor, version: int | None = None) -> CaseFile:
    """Vẫn xem xét on one of the three grounds of the law; the ground is a code, so the journal holds it."""
    with step(code=code, move="go_on", actor=actor, version=version) as taking:
        taking.case.withdrawal = ground
        taking.told["ground"] = ground.value
    return taking.case


def _take_back(taking: Step) -> None:
    if taking.decision.move.target is None:
        taking.case.withdrawal = Withdrawal.ASKED
        taking.told["waits"] = True
        notify_unit(NoticeKind.WITHDRAWING, taking.case, unit=taking.case.front, permission="cases.prepare")
    else:
        _end(taking)


def _end(taking: Step) -> None:
    case, actor = taking.case, taking.actor
    drop_plans(case, actor)
    drop_proposals(case, actor)
    for sending in case.transfers.filter(sent_on__isnull=True).select_related("paper"):
        paper = sending.paper
        sending.delete()
        discard_draft(paper=paper, actor=actor.code)
    for owing in case.transfers.filter(answered_on__isnull=True).select_related("clock", "recipient"):
        if owing.clock:  # nobody waits for this answer any more, so it is not counted as due
            tally("cases.answer_due", case, on=owing.clock.due_on, unit=owing.recipient, mark=owing.role, amount=-1)
    for running in Clock.objects.filter(subject=case.code, stopped_on__isnull=True):
        stop(running, clock.today())
    drop_guidance(case.code, actor)
    case.handings.filter(ended="").update(ended=HandingEnd.WITHDRAWN, ended_on=clock.today())
    case.waits_for_teller = False
    release(case)
    tally("cases.withdrawn", case, on=clock.today())
