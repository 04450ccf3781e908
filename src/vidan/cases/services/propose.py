"""Đề xuất hình thức xử lý: after a finding the Front proposes to the competent authority what should follow."""

from collections.abc import Sequence

from vidan.cases.handling import WrongForms, matter_of, wrong_words
from vidan.cases.kinds import TransferRole
from vidan.cases.letters_of_verification import proposal_of
from vidan.cases.models import CaseFile, Proposal, Verification
from vidan.cases.services.clocks import start_clocks
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent
from vidan.foundation.units.models import Unit


def propose(*, code: str, forms: Sequence[str], why: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Draft the proposal to the People's Committee that settles; raises WrongForms with the list of that status and day."""
    with step(code=code, move="propose", actor=actor, version=version) as taking:
        case = taking.case
        verification = newest_finding(case)
        wrong = wrong_words(forms, matter_of(case, verification.finding))
        if wrong:
            raise WrongForms(wrong)
        to = authority_of(case)
        paper = draft_paper(
            unit=case.front,
            kind="proposal",
            subject=code,
            structure=proposal_of(verification, to, forms, why),
            actor=actor.code,
        )
        Proposal.objects.create(verification=verification, to=to, forms=list(forms), paper=paper)
        taking.told["to"] = to.slug
        notify_unit(NoticeKind.TO_APPROVE, case, unit=case.front, permission="cases.approve")
    return case


def return_proposal(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Give the proposal back to the officer; the draft is dropped, nothing was numbered."""
    with step(code=code, move="return_proposal", actor=actor, version=version) as taking:
        drop_proposals(taking.case, actor)
        notify_unit(NoticeKind.RETURNED, taking.case, unit=taking.case.front, permission="cases.prepare")
    return taking.case


def sign_proposal(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Duyệt: number the proposal and send it to the authority."""
    with step(code=code, move="sign_proposal", actor=actor, version=version) as taking:
        case = taking.case
        waiting = Proposal.objects.select_related("paper", "to").get(verification__case=case, sent_on__isnull=True)
        waiting.sent_on = clock.today()
        waiting.save()
        paper = issue_paper(paper=waiting.paper, actor=actor.code)
        mark_sent(paper=paper, how="system", actor=actor.code)
        start_clocks(case, taking.decision.move, on=clock.today())
        tally("cases.proposed", case, on=clock.today(), unit=waiting.to)
        taking.told |= {"paper_proposal": paper.pk, "to": waiting.to.slug}
        notify_unit(NoticeKind.PROPOSED, case, unit=waiting.to, permission="cases.decide")
    return case


def newest_finding(case: CaseFile) -> Verification:
    """The verification that a proposal rests on; the state says that there is one."""
    return case.verifications.exclude(finding="").select_related("minutes").order_by("-pk")[0]


def authority_of(case: CaseFile) -> Unit:
    """The People's Committee that decides: the one that the case was last sent to for settling."""
    sent = case.transfers.filter(role=TransferRole.SETTLE, sent_on__isnull=False).select_related("recipient")
    return sent.order_by("-round", "-pk")[0].body


def drop_proposals(case: CaseFile, actor: Actor) -> None:
    """Drop the proposal that waits for the head, if there is one."""
    for waiting in Proposal.objects.filter(verification__case=case, sent_on__isnull=True).select_related("paper"):
        paper = waiting.paper
        waiting.delete()
        discard_draft(paper=paper, actor=actor.code)
