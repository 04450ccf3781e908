"""Mở lại: a closed case comes back, once at its teller's wish within the programme's term, or by the head with a reason."""

from vidan.cases.models import CaseFile
from vidan.cases.services.clocks import start_clocks
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import Step, step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import write_letter
from vidan.foundation.vault.services import digest_of_reason, seal_text


def reopen_own(*, code: str, text: str) -> CaseFile:
    """Open a case again at its teller's wish; the caller has checked the receipt. The words become a letter to the Front."""
    with step(code=code, move="reopen_own", actor=TELLER) as taking:
        taking.case.reopened_by_teller = True
        write_letter(subject=code, author=Author.TELLER, actor=TELLER.code, text=text)
        _begin_again(taking)
    return taking.case


def reopen(*, code: str, reason: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Open a case again by the head's word; the reason is sealed and the journal keeps its digest."""
    with step(code=code, move="reopen", actor=actor, version=version) as taking:
        seal_text(kind="reason.reopen", text=reason, subject=code)
        taking.reason_kind, taking.reason_digest = "reopen", digest_of_reason(reason)
        _begin_again(taking)
    return taking.case


def _begin_again(taking: Step) -> None:
    case = taking.case
    case.round += 1
    case.ended_at = None
    case.promised_on = start_clocks(case, taking.decision.move, on=clock.today())["promise"].due_on
    tally("cases.reopened", case, on=clock.today())
    taking.told["round"] = case.round
    notify_unit(NoticeKind.REOPENED, case, unit=case.front, permission="cases.prepare")
