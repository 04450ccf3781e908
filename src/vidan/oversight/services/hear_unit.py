"""What the unit says: its report (GS-03), its explanation, its request to reconsider; signed in, or recorded from its paper."""

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import keep_file
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import IncomingPaper
from vidan.foundation.papers.services import register_incoming
from vidan.oversight.inspection_files import next_position, papers_of
from vidan.oversight.inspection_moves import RUN
from vidan.oversight.models import Inspection
from vidan.oversight.services.inspection_step import step
from vidan.oversight.services.tell_of_inspection import tell_front, tell_unit

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_SCANS = 60


@dataclass(frozen=True, kw_only=True)
class OnPaper:
    """A stamped paper of the unit that the Front records (ghi nhận hộ): its number, its days, and a scan where there is one."""

    number: str
    dated: date
    received_on: date
    scan: "UploadedFile[bytes] | None" = None


def register_paper(one: Inspection, paper: OnPaper, *, actor: Actor) -> IncomingPaper:
    """Enter the paper among the incoming ones of the Front; raises files.refusals.NotTaken."""
    subject = papers_of(one.code)
    scan = None
    if paper.scan is not None:
        scan = keep_file(subject=subject, upload=paper.scan, position=next_position(subject), at_most=MOST_SCANS)
    return register_incoming(
        unit=one.front,
        sender=one.body.name,
        number=paper.number,
        dated=paper.dated,
        received_on=paper.received_on,
        subject=one.code,
        actor=actor.code,
        scan=scan,
    )


def give_report(
    *, code: str, text: str, paper: OnPaper | None = None, actor: Actor, version: int | None = None
) -> Inspection:
    """Nhận báo cáo của đơn vị; raises files.refusals.NotTaken, and what step() raises."""
    move = "record_report" if paper else "give_report"
    with step(code=code, move=move, actor=actor, version=version) as taking:
        one = taking.inspection
        one.unit_report = text
        one.unit_report_paper = register_paper(one, paper, actor=actor) if paper else None
        one.unit_report_on = paper.received_on if paper else clock.today()
        taking.told |= {"on": one.unit_report_on.isoformat(), "on_behalf": paper is not None}
        if paper is None:
            tell_front(NoticeKind.WATCH_IN, one, permission=RUN)
    return one


def explain(
    *, code: str, text: str, paper: OnPaper | None = None, actor: Actor, version: int | None = None
) -> Inspection:
    """Giải trình về dự thảo kết luận; raises as give_report()."""
    move = "record_explanation" if paper else "explain"
    with step(code=code, move=move, actor=actor, version=version) as taking:
        one = taking.inspection
        one.explanation = text
        one.explanation_paper = register_paper(one, paper, actor=actor) if paper else None
        one.explained_on = paper.received_on if paper else clock.today()
        taking.told |= {"on": one.explained_on.isoformat(), "on_behalf": paper is not None}
        if paper is None:
            tell_front(NoticeKind.WATCH_IN, one, permission=RUN)
    return one


def reconsider(
    *, code: str, text: str, paper: OnPaper | None = None, actor: Actor, version: int | None = None
) -> Inspection:
    """Đề nghị xem xét lại kết luận, kiến nghị (Luật MTTQ 2015 Đ.29), once; raises as give_report()."""
    move = "record_reconsider" if paper else "reconsider"
    with step(code=code, move=move, actor=actor, version=version) as taking:
        one = taking.inspection
        one.reconsider = text
        one.reconsider_paper = register_paper(one, paper, actor=actor) if paper else None
        one.reconsider_on = paper.received_on if paper else clock.today()
        taking.told |= {"on": one.reconsider_on.isoformat(), "on_behalf": paper is not None}
        tell_front(NoticeKind.WATCH_IN, one, permission="oversight.approve_inspections")
    return one


def answer_reconsider(*, code: str, text: str, actor: Actor, version: int | None = None) -> Inspection:
    """The head answers the request; the conclusion stays as it was signed. Raises what step() raises."""
    with step(code=code, move="answer_reconsider", actor=actor, version=version) as taking:
        one = taking.inspection
        one.reconsider_answer, one.reconsider_answered_on = text, clock.today()
        tell_unit(NoticeKind.WATCH_END, one)
    return one
