"""What the unit says: its report (GS-03), its explanation, its request to reconsider; signed in, or recorded from its paper."""

from dataclasses import dataclass
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import keep_file
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.models import IncomingPaper
from vidan.foundation.papers.services import register_incoming
from vidan.foundation.units.models import Unit
from vidan.oversight.inspection_files import next_position, papers_of
from vidan.oversight.inspection_moves import APPROVE, RUN
from vidan.oversight.models import Inspection
from vidan.oversight.services.inspection_step import step
from vidan.oversight.services.tell_of_inspection import tell_front, tell_unit

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_SCANS = 60


@dataclass(frozen=True, kw_only=True)
class OnPaper:
    """A stamped paper of the unit, or of its superior, that the Front records (ghi nhận hộ); a scan where there is one."""

    number: str
    dated: date
    received_on: date
    scan: "UploadedFile[bytes] | None" = None


def register_paper(one: Inspection, paper: OnPaper, *, sender: Unit | None = None, actor: Actor) -> IncomingPaper:
    """Enter a paper, of the unit unless another body sent it, among the incoming ones of the Front; raises NotTaken."""
    subject = papers_of(one.code)
    scan = None
    if paper.scan is not None:
        scan = keep_file(subject=subject, upload=paper.scan, position=next_position(subject), at_most=MOST_SCANS)
    return register_incoming(
        unit=one.front,
        sender=(sender or one.body).name,
        number=paper.number,
        dated=paper.dated,
        received_on=paper.received_on,
        subject=one.code,
        actor=actor.code,
        scan=scan,
    )


@dataclass(frozen=True)
class _Said:
    """Where one thing that the unit says is kept, and who of the Front is told of it when it was not recorded from paper."""

    on_paper: str
    words: str
    day: str
    told: str = RUN


_SAID = {
    "give_report": _Said("record_report", "unit_report", "unit_report_on"),
    "explain": _Said("record_explanation", "explanation", "explained_on"),
    "reconsider": _Said("record_reconsider", "reconsider", "reconsider_on", APPROVE),
}
"""Báo cáo của đơn vị; giải trình về dự thảo kết luận; đề nghị xem xét lại, once (Luật MTTQ 2015 Đ.29)."""


def hear(
    said: str, *, code: str, text: str, paper: OnPaper | None = None, actor: Actor, version: int | None = None
) -> Inspection:
    """Take what the unit says: one of _SAID; raises files.refusals.NotTaken, and what step() raises.

    The head decides about a request to reconsider, so he is told of it also when it came on paper.
    """
    kept = _SAID[said]
    with step(code=code, move=kept.on_paper if paper else said, actor=actor, version=version) as taking:
        one = taking.inspection
        day = paper.received_on if paper else clock.today()
        incoming = register_paper(one, paper, actor=actor) if paper else None
        for name, value in ((kept.words, text), (f"{kept.words}_paper", incoming), (kept.day, day)):
            setattr(one, name, value)
        taking.told |= {"on": day.isoformat(), "on_behalf": paper is not None}
        if paper is None or kept.told == APPROVE:
            tell_front(NoticeKind.WATCH_IN, one, permission=kept.told)
    return one


give_report, explain, reconsider = (partial(hear, said) for said in _SAID)
"""The steps by their names in the table of moves."""


def answer_reconsider(*, code: str, text: str, actor: Actor, version: int | None = None) -> Inspection:
    """The head answers the request; the conclusion stays as it was signed. Raises what step() raises."""
    with step(code=code, move="answer_reconsider", actor=actor, version=version) as taking:
        one = taking.inspection
        one.reconsider_answer, one.reconsider_answered_on = text, clock.today()
        tell_unit(NoticeKind.WATCH_END, one)
    return one
