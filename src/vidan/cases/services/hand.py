"""What every handing between Fronts does: the numbered note, the change of who carries, and the answers that are still due."""

from vidan.cases.models import CaseFile, Handing
from vidan.cases.models.routing import Direction, HandingEnd
from vidan.cases.papers import handing_note
from vidan.cases.services.index import index_case
from vidan.cases.services.merge import merged_into
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import Step, step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import TELLER, Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.services import digest_of_reason


def offer(taking: Step, to: Unit, direction: Direction, reason: str) -> None:
    """Hand the case on with a numbered note; the other Front takes it or gives it back."""
    case = taking.case
    paper = note(taking, to, reason)
    Handing.objects.create(
        case=case, from_front=case.front, to_front=to, direction=direction, paper=paper, handed_on=clock.today()
    )
    tally("cases.handed", case, on=clock.today(), mark=direction)
    carry_on_to(taking, to)


def take_over(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Nhận: the Front takes what it was offered and reads it itself; the clocks have gone on."""
    with step(code=code, move="take_over", actor=actor, version=version) as taking:
        handing = end(taking.case, HandingEnd.ACCEPTED)
        taking.told["from_front"] = handing.from_front.slug
    return taking.case


def hand_back(*, code: str, reason: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Trả lại: the Front gives back what it was offered, with its reason in a numbered note."""
    with step(code=code, move="hand_back", actor=actor, version=version) as taking:
        handing = end(taking.case, HandingEnd.RETURNED)
        note(taking, handing.from_front, reason)
        carry_on_to(taking, handing.from_front)
    return taking.case


def note(taking: Step, to: Unit, reason: str) -> Paper:
    """Number and send the note that goes with the case; the journal holds the digest of the reason."""
    case, actor = taking.case, taking.actor
    structure = handing_note(case, to, reason)
    draft = draft_paper(unit=case.front, kind="handing_note", subject=case.code, structure=structure, actor=actor.code)
    paper = mark_sent(paper=issue_paper(paper=draft, actor=actor.code), how="system", actor=actor.code)
    taking.told["paper"] = paper.pk
    taking.reason_kind, taking.reason_digest = "handing", digest_of_reason(reason)
    return paper


def carry_on_to(taking: Step, to: Unit) -> None:
    """From here on the other Front carries the case, and with it the cases that were merged into it, whoever may see them."""
    change_front(taking, to)
    notify_unit(NoticeKind.HANDED, taking.case, unit=to, permission="cases.hand")
    for case in merged_into(taking.case):
        with step(code=case.code, move="go_along", actor=TELLER) as along:
            along.actor = taking.actor
            along.told["with"] = taking.case.code
            change_front(along, to)


def change_front(taking: Step, to: Unit) -> None:
    """Another Front carries the case. What was counted for the first stays; answers not due yet go along."""
    case, today = taking.case, clock.today()
    owing = case.transfers.filter(sent_on__isnull=False, answered_on__isnull=True, clock__due_on__gte=today)
    due = [(t.clock.due_on, t.recipient, t.role) for t in owing.select_related("clock", "recipient") if t.clock]
    for front, amount in ((case.front, -1), (to, 1)):
        case.front = front
        for due_on, body, role in due:
            tally("cases.answer_due", case, on=due_on, unit=body, mark=role, amount=amount)
    taking.told["to_front"] = to.slug
    case.officer = None
    index_case(case)
    CaseFile.objects.filter(pk=case.pk).update(front=to)  # who gets notice is asked who may know of it


def end(case: CaseFile, how: HandingEnd) -> Handing:
    """End the open handing of a case."""
    handing = Handing.objects.select_related("from_front__area", "from_front__parent").get(case=case, ended="")
    handing.ended, handing.ended_on = how, clock.today()
    handing.save(update_fields=["ended", "ended_on"])
    return handing
