"""Theo dõi, đôn đốc việc giải quyết kiến nghị: answers, verification, petition to the superior, and the end."""

from datetime import timedelta

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.oversight.inspection_kinds import Carried, InspectionState
from vidan.oversight.inspection_moves import RUN
from vidan.oversight.inspection_papers import petition_of
from vidan.oversight.models import Inspection, Recommendation
from vidan.oversight.services.hear_unit import OnPaper, register_paper
from vidan.oversight.services.inspection_step import NotNow, Step, step
from vidan.oversight.services.tally_inspections import tally_answered, tally_carried, tally_overdue
from vidan.oversight.services.tell_of_inspection import tell_front, tell_unit

NO_SUCH = _("Kết luận không có kiến nghị mang số này.")
VERIFIED = _("Kiến nghị này đã được xác minh, không trả lời thêm ở đây được nữa.")
NOTE_WANTED = _("Thực hiện một phần hoặc chưa thực hiện thì cần ghi thấy gì.")
NOT_OVERDUE = _("Kiến nghị này chưa quá hạn, hoặc đã được trả lời hay đã kiến nghị cấp trên.")


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
        row = _row(taking, number)
        if row.carried:
            raise NotNow(VERIFIED)
        is_first = row.answered_on is None
        row.answer = text
        row.answer_paper = register_paper(taking.inspection, paper, actor=actor) if paper else None
        if is_first:
            row.answered_on = paper.received_on if paper else clock.today()
            tally_answered(row)
            _tell_overdue(row)
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
        row = _row(taking, number)
        if carried != Carried.DONE and not note.strip():
            raise NotNow(NOTE_WANTED)
        _tell_overdue(row)
        tally_carried(row, carried)
        taking.told |= {"recommendation": number, "was": row.carried, "carried": str(carried)}
        row.carried, row.verified_note, row.verified_on = carried, note.strip(), clock.today()
        row.save()
    return row


def petition(*, code: str, number: int, actor: Actor, version: int | None = None) -> Recommendation:
    """Kiến nghị cấp trên of the unit about an overdue recommendation: a numbered letter; raises NotNow, as step()."""
    with step(code=code, move="petition", actor=actor, version=version) as taking:
        one, row = taking.inspection, _row(taking, number)
        if not row.is_overdue or row.petition_id is not None:
            raise NotNow(NOT_OVERDUE)
        structure = petition_of(one, row)
        paper = draft_paper(
            unit=one.front, kind="inspection_petition", subject=code, structure=structure, actor=actor.code
        )
        row.petition = mark_sent(paper=issue_paper(paper=paper, actor=actor.code), how="post", actor=actor.code)
        row.petitioned_on = clock.today()
        _tell_overdue(row)
        row.save()
        taking.told |= {"recommendation": number, "number": row.petition.label}
        tell_unit(NoticeKind.WATCH_END, one)
    return row


def close(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Kết thúc: every recommendation is verified; raises what step() raises."""
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
    rows = Recommendation.objects.filter(
        inspection__state=InspectionState.CONCLUDED,
        due_on__lt=clock.today(),
        answered_on=None,
        carried="",
        overdue_told=False,
    )
    told = 0
    with transaction.atomic():
        for row in rows.select_related("inspection").select_for_update(of=("self",)):
            _tell_overdue(row)
            row.save(update_fields=["overdue_told"])
            told += 1
    return told


def _tell_overdue(row: Recommendation) -> None:
    """Being overdue is an event of the day after its last one, however much later it is noticed."""
    if row.due_on is None or row.overdue_told or not row.is_late_on(clock.today()):
        return
    tally_overdue(row, row.due_on + timedelta(days=1))
    row.overdue_told = True


def _row(taking: Step, number: int) -> Recommendation:
    found = next((one for one in taking.known.recommendations if one.number == number), None)
    if found is None:
        raise NotNow(NO_SUCH)
    return found
