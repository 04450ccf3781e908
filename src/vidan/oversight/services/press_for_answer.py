"""Đôn đốc, kiến nghị cấp trên: an overdue recommendation is urged in writing, then its unit's superior petitioned and heard."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.foundation.papers.structure import Structure
from vidan.oversight.inspection_kinds import Decided, DueBy, PressingKind
from vidan.oversight.inspection_papers import petition_of, urging_of
from vidan.oversight.models import Pressing, Recommendation
from vidan.oversight.services.answer_term import end_term, foreseen, start_term
from vidan.oversight.services.hear_unit import OnPaper, register_paper
from vidan.oversight.services.inspection_step import NotNow, Step, step
from vidan.oversight.services.recommendation_step import one_of
from vidan.oversight.services.tally_inspections import tally_overdue, tally_pressed, tally_superior
from vidan.oversight.services.tell_of_inspection import tell_unit

BEFORE_PETITION = _("Văn bản của cấp trên không thể đến trước ngày Mặt trận gửi kiến nghị.")
BEFORE_PAPER = _("Ngày cấp trên đặt cho đơn vị không thể trước ngày nhận văn bản.")


def urge(*, code: str, number: int, actor: Actor, version: int | None = None) -> Pressing:
    """Đôn đốc the unit about an overdue recommendation: a numbered letter that asks an answer by a day (CT-10).

    Raises NotNow, and what step() raises.
    """
    with step(code=code, move="urge", actor=actor, version=version) as taking:
        row = one_of(taking, number, "urge")
        times = sum(one.kind == PressingKind.URGING for one in row.pressed) + 1
        structure = urging_of(taking.inspection, row, foreseen(row, clock.today()), times)
        made = _send(taking, row, PressingKind.URGING, structure)
        tell_unit(NoticeKind.WATCH_URGED, taking.inspection)
    return made


def petition(*, code: str, number: int, actor: Actor, version: int | None = None) -> Pressing:
    """Kiến nghị cấp trên of the unit that was urged in vain: a numbered letter; raises NotNow, and what step() raises."""
    with step(code=code, move="petition", actor=actor, version=version) as taking:
        row = one_of(taking, number, "petition")
        structure = petition_of(taking.inspection, row, row.pressed[-1], foreseen(row, clock.today()))
        made = _send(taking, row, PressingKind.PETITION, structure)
        tell_unit(NoticeKind.WATCH_END, taking.inspection)
    return made


def take_superior(
    *,
    code: str,
    number: int,
    decided: Decided,
    text: str,
    paper: OnPaper,
    answer_by: date | None = None,
    actor: Actor,
    version: int | None = None,
) -> Pressing:
    """Ghi trả lời của cấp trên from its paper: the unit is told to answer (the question opens again by a new day, its
    paper's or the programme's), the superior has settled it, or declines, which ends the question.

    Raises NotNow, files.refusals.NotTaken, and what step() raises.
    """
    with step(code=code, move="take_superior", actor=actor, version=version) as taking:
        one, row = taking.inspection, one_of(taking, number, "take_superior")
        asked = row.pressed[-1]
        if paper.received_on < asked.sent_on:
            raise NotNow(BEFORE_PETITION, field="received_on")
        if answer_by is not None and answer_by < paper.received_on:
            raise NotNow(BEFORE_PAPER, field="answer_by")
        tally_superior(row, paper.received_on)
        asked.decided, asked.answer, asked.answered_on = decided, text, paper.received_on
        assert one.body.parent is not None  # a petition was sent there
        asked.answer_paper = register_paper(one, paper, sender=one.body.parent, actor=actor)
        asked.save()
        end_term(row, paper.received_on)
        if decided == Decided.INSTRUCTED:
            _open_again(row, paper.received_on, answer_by)
        taking.told |= {"recommendation": number, "decided": str(decided), "on": paper.received_on.isoformat()}
        tell_unit(NoticeKind.WATCH_END, one)
    return asked


def _open_again(row: Recommendation, heard_on: date, answer_by: date | None) -> None:
    row.due_on = answer_by or start_term(row, heard_on, holder=row.inspection.body)
    row.due_by = DueBy.SUPERIOR if answer_by else DueBy.PROGRAMME
    row.save(update_fields=["due_on", "due_by"])


def _send(taking: Step, row: Recommendation, kind: PressingKind, structure: Structure) -> Pressing:
    """Number the paper and let the programme's days run for who was asked."""
    one, today = taking.inspection, clock.today()
    urging = kind == PressingKind.URGING
    paper = draft_paper(
        unit=one.front, kind=f"inspection_{kind}", subject=one.code, structure=structure, actor=taking.actor.code
    )
    issued = mark_sent(
        paper=issue_paper(paper=paper, actor=taking.actor.code),
        how="system" if urging else "post",
        actor=taking.actor.code,
    )
    tally_overdue(row)
    tally_pressed(row, kind)
    row.save(update_fields=["overdue_told"])
    by = start_term(row, today, holder=one.body if urging else one.body.parent)
    taking.told |= {"recommendation": row.number, "number": issued.label, "answer_by": by.isoformat()}
    return Pressing.objects.create(recommendation=row, kind=kind, paper=issued, sent_on=today, answer_by=by)
