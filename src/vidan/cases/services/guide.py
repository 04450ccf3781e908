"""Hướng dẫn: the matter belongs to another body; the person gets a numbered letter that names it and the lawful way."""

from vidan.cases.models import CaseFile
from vidan.cases.papers import guidance_letter
from vidan.cases.services.notify import notify_unit
from vidan.cases.services.step import step
from vidan.cases.services.tally import tally
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import Paper, PaperState
from vidan.foundation.papers.services import discard_draft, draft_paper, issue_paper, mark_sent
from vidan.foundation.papers.structure import from_json
from vidan.foundation.receipts.models import Author
from vidan.foundation.receipts.services import write_letter

KIND = "guidance_letter"


def guide(*, code: str, body: str, way: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Draft the letter to the person; the head numbers it."""
    with step(code=code, move="guide", actor=actor, version=version) as taking:
        case = taking.case
        draft_paper(
            unit=case.front,
            kind=KIND,
            subject=code,
            structure=guidance_letter(case, body=body, way=way),
            actor=actor.code,
        )
        notify_unit(NoticeKind.TO_APPROVE, case, unit=case.front, permission="cases.approve")
    return case


def return_guidance(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Give the case back to be read again; the draft is dropped, nothing was numbered."""
    with step(code=code, move="return_guidance", actor=actor, version=version) as taking:
        drop_guidance(code, actor)
        notify_unit(NoticeKind.RETURNED, taking.case, unit=taking.case.front, permission="cases.classify")
    return taking.case


def sign_guidance(*, code: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Approve, number and send the letter; the receipt opens it, and the case ends as guided."""
    with step(code=code, move="sign_guidance", actor=actor, version=version) as taking:
        case = taking.case
        paper = issue_paper(paper=Paper.objects.select_related("unit").get(**_draft(code)), actor=actor.code)
        mark_sent(paper=paper, how="system", actor=actor.code)
        said = [block.text for block in from_json(paper.structure).blocks]
        text = "\n\n".join([f"Thư hướng dẫn số {paper.label}", *said])
        write_letter(subject=code, author=Author.FRONT, actor=actor.code, text=text)
        case.waits_for_teller = False
        tally("cases.guided", case, on=clock.today())
        taking.told["paper"] = paper.pk
    return case


def drop_guidance(code: str, actor: Actor) -> None:
    """Drop a guidance letter that was not numbered yet, if there is one."""
    for paper in Paper.objects.filter(**_draft(code)):
        discard_draft(paper=paper, actor=actor.code)


def _draft(code: str) -> dict[str, str]:
    return {"subject": code, "kind": KIND, "state": PaperState.DRAFT}
