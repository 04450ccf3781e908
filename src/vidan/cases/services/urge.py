"""Đôn đốc: a body that is late is reminded by a numbered letter; the teller sees it at once."""

from vidan.cases.letters import urging_letter
from vidan.cases.models import CaseFile, Transfer, Urging
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent


def urge(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Draft an urging letter to every body whose answer is late; the head numbers it."""
    with step(code=code, move="urge", actor=actor, version=version) as taking:
        case = taking.case
        for late in late_transfers(case):
            number = late.urgings.count() + 1
            paper = draft_paper(
                unit=case.front,
                kind="urging_letter",
                subject=case.code,
                structure=urging_letter(late, number),
                actor=actor.code,
            )
            Urging.objects.create(transfer=late, number=number, paper=paper)
            taking.told[f"to_{late.role}"] = late.recipient.slug
            taking.told["number"] = number
        notify_unit(NoticeKind.TO_APPROVE, case, unit=case.front, permission="cases.approve")
    return case


def sign_urging(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Approve, number and send the urging letters that wait."""
    with step(code=code, move="sign_urging", actor=actor, version=version) as taking:
        case = taking.case
        waiting = Urging.objects.filter(transfer__case=case, sent_on__isnull=True)
        for urging in waiting.select_related("paper", "transfer__recipient"):
            paper = issue_paper(paper=urging.paper, actor=actor.code)
            mark_sent(paper=paper, how="system", actor=actor.code)
            urging.sent_on = clock.today()
            urging.save()
            tally("cases.urged", case, on=clock.today(), unit=urging.transfer.recipient, mark=urging.transfer.role)
            notify_unit(NoticeKind.URGED, case, unit=urging.transfer.body)
            taking.told[f"paper_{urging.transfer.role}"] = paper.pk
            taking.told["number"] = urging.number
    return case


def late_transfers(case: CaseFile) -> list[Transfer]:
    """The bodies that owe an answer past its date, the body that settles first."""
    unanswered = case.transfers.filter(sent_on__isnull=False, answered_on__isnull=True)
    return list(
        unanswered.filter(clock__due_on__lt=clock.today())
        .select_related("clock", "recipient", "paper")
        .order_by("-role")
    )
