"""Giải trình: the official complained of is heard before a finding, at his body's desk or by a letter that the Front records."""

from datetime import date

from vidan.cases.models import CaseFile, Explanation
from vidan.cases.services.answer import AnswerPaper, enter_paper
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import Step, step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import IncomingPaper
from vidan.foundation.vault.services import seal_text


def explain(*, code: str, text: str, actor: Actor, version: int | None = None) -> CaseFile:
    """The body that settles passes on, signed in, what its official says."""
    with step(code=code, move="explain", actor=actor, version=version) as taking:
        _store(taking, text, on=clock.today())
        notify_unit(NoticeKind.EXPLAINED, taking.case, unit=taking.case.front, permission="cases.prepare")
    return taking.case


def record_explanation(
    *, code: str, text: str, paper: AnswerPaper, actor: Actor, version: int | None = None
) -> CaseFile:
    """Ghi nhận hộ: the Front enters the official's letter."""
    with step(code=code, move="record_explanation", actor=actor, version=version) as taking:
        case = taking.case
        incoming = enter_paper(taking, paper, sender=case.subject_unit.name if case.subject_unit else "")
        _store(taking, text, on=paper.received_on, paper=incoming)
    return taking.case


def _store(taking: Step, text: str, *, on: date, paper: IncomingPaper | None = None) -> None:
    taking.case.explanation = Explanation.objects.create(
        case=taking.case,
        round=taking.case.round,
        text=seal_text(kind="case.explanation", text=text, subject=taking.case.code),
        given_on=on,
        recorded_by=taking.actor.code,
        paper=paper,
    )
