"""Kiến nghị cấp trên: a body very late though urged is reported to the committee above it (Luật Khiếu nại 2011 Đ.66.2)."""

from vidan.cases.facts import Known
from vidan.cases.kinds import Kind, TransferRole
from vidan.cases.models import CaseFile, Petition
from vidan.cases.papers import petition_letter
from vidan.cases.routing import owed_by_superiors, superior_of, to_petition
from vidan.cases.services.answer import AnswerPaper, enter_paper
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import start, stop
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.foundation.vault.services import seal_text

RULE = "CT-10"


def petition_superior(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Draft a letter to the superior of every body that is very late and was urged; the head numbers it."""
    with step(code=code, move="petition_superior", actor=actor, version=version) as taking:
        case = taking.case
        for late in to_petition(Known(case, actor).transfers):
            superior = superior_of(late.body)
            assert superior is not None  # to_petition() asked for it
            paper = draft_paper(
                unit=case.front,
                kind="petition_letter",
                subject=code,
                structure=petition_letter(case, late, superior),
                actor=actor.code,
            )
            Petition.objects.create(transfer=late, superior=superior, paper=paper)
            taking.told[f"to_{late.role}"] = superior.slug
        notify_unit(NoticeKind.TO_APPROVE, case, unit=case.front, permission="cases.approve")
    return case


def sign_petition_superior(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Approve, number and send the petitions that wait.

    For a complaint the superior answers within KN-07 of its own decision, which starts no clock here; else CT-10 runs.
    """
    with step(code=code, move="sign_petition_superior", actor=actor, version=version) as taking:
        case, today = taking.case, clock.today()
        waiting = Petition.objects.filter(transfer__case=case, sent_on__isnull=True)
        for one in waiting.select_related("paper__unit", "superior", "transfer__recipient"):
            paper = mark_sent(paper=issue_paper(paper=one.paper, actor=actor.code), how="post", actor=actor.code)
            one.sent_on = today
            one.save(update_fields=["sent_on"])
            if case.kind != Kind.COMPLAINT:
                start(code, RULE, f"petition-{one.transfer.role}", today, holder=one.superior)
            tally("cases.petitioned", case, on=today, unit=one.transfer.recipient, mark=one.transfer.role)
            taking.told[f"paper_{one.transfer.role}"] = paper.pk
            taking.told[f"to_{one.transfer.role}"] = one.superior.slug
    return case


def record_superior_answer(
    *, code: str, role: TransferRole, text: str, paper: AnswerPaper, actor: Actor, version: int | None = None
) -> CaseFile:
    """Ghi nhận hộ: the Front enters what the superior wrote about the body of that role; its term ends that day.

    The body itself still owes its answer. Raises step.Refused when no petition about that body waits for a word.
    """
    with step(code=code, move="record_superior_answer", actor=actor, version=version) as taking:
        case = taking.case
        petition = owed_by_superiors(Known(case, actor).transfers)[role]
        petition.answer_paper = enter_paper(taking, paper, sender=petition.superior.name)
        petition.answer = seal_text(kind="case.superior_answer", text=text, subject=code)
        petition.answered_on = paper.received_on
        petition.save()
        for running in Clock.objects.filter(subject=code, role=f"petition-{role}", stopped_on__isnull=True):
            stop(running, paper.received_on)
        taking.told |= {"by": petition.superior.slug, "role": role}
    return case
