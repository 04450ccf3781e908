"""Báo cáo của đoàn, dự thảo kết luận, giải trình, kết luận (GS-04, GS-05): what was found is written, heard and signed."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.oversight.inspection_kinds import DueBy
from vidan.oversight.inspection_papers import conclusion_of, draft_letter_of
from vidan.oversight.models import Inspection, Recommendation
from vidan.oversight.services.answer_term import start_term
from vidan.oversight.services.inspection_step import NotNow, step
from vidan.oversight.services.tally_inspections import tally_concluded, tally_held
from vidan.oversight.services.tell_of_inspection import tell_unit

MOST = 60

LATER = _("Ghi một ngày sau hôm nay.")
AHEAD = _("Ngày này chưa đến.")
TOO_MANY = _("Kết luận đã có đủ 60 kiến nghị.")


def report_back(
    *,
    code: str,
    text: str,
    move: str = "report_back",
    ended_on: date | None = None,
    actor: Actor,
    version: int | None = None,
) -> Inspection:
    """Trưởng đoàn báo cáo; of a form without delegation (`move` study, take_board, join) the work ends on `ended_on`.

    Raises NotNow for a day ahead, and what step() raises.
    """
    with step(code=code, move=move, actor=actor, version=version) as taking:
        one, today = taking.inspection, clock.today()
        if ended_on is not None and one.ended_on is None:
            if ended_on > today:
                raise NotNow(AHEAD, field="ended_on")
            one.ended_on = ended_on
            tally_held(one)
        one.report, one.reported_on = text, today
    return one


def write_conclusion(*, code: str, text: str, actor: Actor, version: int | None = None) -> Inspection:
    """Soạn kết luận; raises what step() raises."""
    with step(code=code, move="write_conclusion", actor=actor, version=version) as taking:
        taking.inspection.conclusion = text
    return taking.inspection


def add_recommendation(
    *, code: str, text: str, sets_due_on: date | None = None, actor: Actor, version: int | None = None
) -> Recommendation:
    """Thêm một kiến nghị; without a day of its own the programme's term counts. Raises NotNow, and what step() raises."""
    with step(code=code, move="recommend", actor=actor, version=version) as taking:
        if sets_due_on is not None and sets_due_on <= clock.today():
            raise NotNow(LATER, field="sets_due_on")
        count = len(taking.known.recommendations)
        if count >= MOST:
            raise NotNow(TOO_MANY)
        made = Recommendation.objects.create(
            inspection=taking.inspection, number=count + 1, text=text, sets_due_on=sets_due_on
        )
        taking.told["recommendation"] = made.number
    return made


def drop_recommendation(*, code: str, number: int, actor: Actor) -> None:
    """Bỏ một kiến nghị; those after it move up. Raises Recommendation.DoesNotExist, and what step() raises."""
    with step(code=code, move="recommend", actor=actor) as taking:
        rows = taking.inspection.recommendations
        rows.get(number=number).delete()
        for later in rows.filter(number__gt=number):
            later.number -= 1
            later.save(update_fields=["number"])
        taking.told["dropped"] = number


def send_draft(*, code: str, explain_by: date, actor: Actor, version: int | None = None) -> Inspection:
    """Gửi dự thảo kết luận để đơn vị giải trình đến hết `explain_by`; raises NotNow, and what step() raises."""
    with step(code=code, move="send_draft", actor=actor, version=version) as taking:
        one, today = taking.inspection, clock.today()
        if explain_by <= today:
            raise NotNow(LATER, field="explain_by")
        one.explain_by, one.draft_sent_on = explain_by, today
        one.told_on = one.told_on or today
        structure = draft_letter_of(one, taking.known.recommendations)
        paper = draft_paper(
            unit=one.front, kind="inspection_draft", subject=code, structure=structure, actor=actor.code
        )
        one.draft_letter = mark_sent(paper=issue_paper(paper=paper, actor=actor.code), how="system", actor=actor.code)
        taking.told |= {"number": one.draft_letter.label, "explain_by": explain_by.isoformat()}
        tell_unit(NoticeKind.WATCH_DRAFT, one)
    return one


def conclude(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Ký kết luận: numbered, sent, and each recommendation gets its day; raises NotNow for a day that passed, as step()."""
    with step(code=code, move="conclude", actor=actor, version=version) as taking:
        one, today = taking.inspection, clock.today()
        rows = taking.known.recommendations
        for row in rows:
            if row.sets_due_on is not None and row.sets_due_on <= today:
                raise NotNow(_("Kiến nghị %(n)d: ngày phải trả lời đã qua. Xin sửa trước khi ký.") % {"n": row.number})
            row.due_on = row.sets_due_on or start_term(row, today, holder=one.body)
            row.due_by = DueBy.CONCLUSION if row.sets_due_on else DueBy.PROGRAMME
            row.save(update_fields=["due_on", "due_by"])
        structure = conclusion_of(one, rows)
        paper = draft_paper(
            unit=one.front, kind="inspection_conclusion", subject=code, structure=structure, actor=actor.code
        )
        one.conclusion_paper = mark_sent(
            paper=issue_paper(paper=paper, actor=actor.code), how="system", actor=actor.code
        )
        one.concluded_on = today
        tally_concluded(one, len(rows))
        taking.told |= {"number": one.conclusion_paper.label, "recommendations": len(rows)}
        tell_unit(NoticeKind.WATCH_END, one)
    return one
