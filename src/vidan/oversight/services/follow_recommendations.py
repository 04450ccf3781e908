"""Theo dõi việc giải quyết kiến nghị: answers, verification, and the end; what presses for them is press_for_answer.py."""

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.oversight.inspection_kinds import Carried, InspectionState
from vidan.oversight.inspection_moves import RUN
from vidan.oversight.models import Inspection, Recommendation
from vidan.oversight.services.answer_term import end_term
from vidan.oversight.services.hear_unit import OnPaper, register_paper
from vidan.oversight.services.inspection_step import NotNow, step
from vidan.oversight.services.recommendation_step import one_of
from vidan.oversight.services.tally_inspections import tally_answered, tally_carried, tally_overdue
from vidan.oversight.services.tell_of_inspection import tell_front, tell_unit

NOTE_WANTED = _("Thực hiện một phần hoặc chưa thực hiện thì cần ghi thấy gì.")


def answer(
    *,
    code: str,
    number: int,
    text: str,
    paper: OnPaper | None = None,
    actor: Actor,
    version: int | None = None,
) -> Recommendation:
    """Trả lời một kiến nghị, signed in or recorded from paper; a better answer may replace one that is not verified yet.

    Raises NotNow, files.refusals.NotTaken, and what step() raises. The day of the first answer counts.
    """
    move = "record_answer" if paper else "answer"
    with step(code=code, move=move, actor=actor, version=version) as taking:
        row = one_of(taking, number, "answer")
        is_first = row.answered_on is None
        row.answer = text
        row.answer_paper = register_paper(taking.inspection, paper, actor=actor) if paper else None
        if is_first:
            row.answered_on = paper.received_on if paper else clock.today()
            tally_answered(row)
            tally_overdue(row)
            end_term(row, row.answered_on)
        row.save()
        taking.told |= {"recommendation": number, "on_behalf": paper is not None, "first": is_first}
        if paper is None:
            tell_front(NoticeKind.WATCH_IN, taking.inspection, permission=RUN)
    return row


def verify(
    *, code: str, number: int, carried: Carried, note: str = "", actor: Actor, version: int | None = None
) -> Recommendation:
    """Xác minh việc thực hiện, again where the unit did more later; raises NotNow, and what step() raises."""
    with step(code=code, move="verify", actor=actor, version=version) as taking:
        row = one_of(taking, number, "verify")
        if carried != Carried.DONE and not note.strip():
            raise NotNow(NOTE_WANTED)
        tally_overdue(row)
        tally_carried(row, carried)
        taking.told |= {"recommendation": number, "was": row.carried, "carried": str(carried)}
        row.carried, row.verified_note, row.verified_on = carried, note.strip(), clock.today()
        row.save()
        end_term(row, clock.today())
    return row


def close(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Kết thúc: every recommendation is verified, or declined by the superior; raises what step() raises."""
    with step(code=code, move="close", actor=actor, version=version) as taking:
        taking.inspection.closed_on = clock.today()
    return taking.inspection


def stop(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Inspection:
    """Không thực hiện nữa, with the reason; raises what step() raises."""
    with step(code=code, move="stop", actor=actor, version=version) as taking:
        one = taking.inspection
        one.stopped_for, one.closed_on = reason, clock.today()
        if one.told_on is not None:
            tell_unit(NoticeKind.WATCH_END, one)
    return one


def note_overdue() -> int:
    """Write the fact of each recommendation whose day passed without an answer, once; returns how many. Runs each night."""
    rows = Recommendation.objects.followed().filter(
        inspection__state=InspectionState.CONCLUDED,
        due_on__lt=clock.today(),
        answered_on=None,
        overdue_told=False,
    )
    told = 0
    with transaction.atomic():
        for row in rows.select_related("inspection").select_for_update(of=("self",)):
            tally_overdue(row)
            row.save(update_fields=["overdue_told"])
            told += 1
    return told
