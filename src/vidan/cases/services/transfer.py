"""Chuyển: the letters are drafted, the head approves, and the prepared copy goes to the two bodies that must act."""

from vidan.cases.kinds import TransferRole
from vidan.cases.letters import transfer_letter, with_due
from vidan.cases.models import CaseFile, Transfer
from vidan.cases.recipients import Recipients, recipients_of
from vidan.cases.services.index import index_case
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.services import start as start_clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent
from vidan.foundation.papers.structure import from_json, to_json
from vidan.foundation.units.models import Unit


def submit(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Trình duyệt: draft one letter to the body that settles and one to the body that monitors."""
    with step(code=code, move="submit", actor=actor, version=version) as taking:
        case = taking.case
        goes_to = recipients_of(case)
        assert goes_to is not None  # the move needs it
        for role, body in ((TransferRole.SETTLE, goes_to.settler), (TransferRole.MONITOR, goes_to.monitor)):
            if not _owes_already(case, role, body):
                _draft(case, body, role, goes_to, actor)
        taking.told |= {"settler": goes_to.settler.slug, "monitor": goes_to.monitor.slug}
        notify_unit(NoticeKind.TO_APPROVE, case, unit=case.front, permission="cases.approve")
    return case


def return_letters(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Give the letters back to the officer; the drafts are dropped, nothing was numbered."""
    with step(code=code, move="return_letters", actor=actor, version=version) as taking:
        for sending in taking.case.transfers.filter(sent_on__isnull=True).select_related("paper"):
            paper = sending.paper
            sending.delete()
            discard_draft(paper=paper, actor=actor.code)
        notify_unit(NoticeKind.RETURNED, taking.case, unit=taking.case.front, permission="cases.prepare")
    return taking.case


def transfer(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Duyệt và chuyển: number and send both letters and start each body's clock (CT-04)."""
    with step(code=code, move="transfer", actor=actor, version=version) as taking:
        case = taking.case
        today = clock.today()
        for sending in case.transfers.filter(sent_on__isnull=True).select_related("paper", "recipient"):
            sending.sent_on = today
            sending.clock = start_clock(case.code, "CT-04", f"answer-{sending.role}", today, holder=sending.recipient)
            sending.paper.structure = to_json(with_due(from_json(sending.paper.structure), sending.clock.due_on))
            paper = issue_paper(paper=sending.paper, actor=actor.code)
            mark_sent(paper=paper, how="system", actor=actor.code)
            sending.save()
            tally("cases.transferred", case, on=today, unit=sending.recipient, mark=sending.role)
            tally("cases.answer_due", case, on=sending.clock.due_on, unit=sending.recipient, mark=sending.role)
            notify_unit(NoticeKind.TRANSFERRED, case, unit=sending.recipient)
            taking.told[f"paper_{sending.role}"] = paper.pk
        index_case(case)
    return case


def _owes_already(case: CaseFile, role: TransferRole, body: Unit) -> bool:
    """In a reopened case a body that never answered still owes its first answer, by its first clock."""
    return case.transfers.filter(role=role, recipient=body, answered_on__isnull=True).exists()


def _draft(case: CaseFile, recipient: Unit, role: TransferRole, goes_to: Recipients, actor: Actor) -> Transfer:
    about = goes_to.about_settler if role == TransferRole.SETTLE else goes_to.about_monitor
    paper = draft_paper(
        unit=case.front,
        kind="petition_letter" if case.is_own else "transfer_letter",
        subject=case.code,
        structure=transfer_letter(case, recipient, role, goes_to),
        actor=actor.code,
    )
    return Transfer.objects.create(
        case=case,
        recipient=recipient,
        role=role,
        round=case.round,
        about_recipient=about,
        identity_shared=case.names_to_settler and role == TransferRole.SETTLE and not about,
        paper=paper,
    )
