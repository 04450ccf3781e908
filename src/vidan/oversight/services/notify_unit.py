"""Báo đơn vị: the numbered notice with plan, decision and the request for a report (GS-02); or the day is put off."""

from datetime import date, time

from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.oversight.inspection_papers import notice_of
from vidan.oversight.models import Inspection
from vidan.oversight.services.inspection_step import NotNow, step
from vidan.oversight.services.tell_of_inspection import tell_delegates, tell_unit

NOT_LATER = _("Ngày mới phải sau ngày đã báo đơn vị.")
PASSED = _("Ngày làm việc đã qua. Xin đặt lại ngày rồi mới báo đơn vị.")


def note_consent(*, code: str, consent: str, actor: Actor, version: int | None = None) -> Inspection:
    """Ghi văn bản đơn vị đồng ý làm việc sớm hơn: by number and date; raises what step() raises."""
    with step(code=code, move="note_consent", actor=actor, version=version) as taking:
        taking.inspection.consent = consent
        days = taking.known.notice
        taking.told["days"] = days.days if days else 0
    return taking.inspection


def notify_unit(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Ký và gửi thông báo: from now on the unit sees what is sent to it; raises NotNow for a day that passed, as step()."""
    with step(code=code, move="notify", actor=actor, version=version) as taking:
        one, today = taking.inspection, clock.today()
        if one.visit_on is not None and one.visit_on < today:
            raise NotNow(PASSED)
        structure = notice_of(one, taking.known.delegates)
        paper = draft_paper(
            unit=one.front, kind="inspection_notice", subject=code, structure=structure, actor=actor.code
        )
        one.notice = mark_sent(paper=issue_paper(paper=paper, actor=actor.code), how="system", actor=actor.code)
        one.told_on = today
        days = taking.known.notice
        taking.told |= {"paper": one.notice.pk, "number": one.notice.label, "days": days.days if days else None}
        tell_unit(NoticeKind.WATCH_TOLD, one)
        tell_delegates(one)
    return one


def postpone(
    *, code: str, visit_on: date, visit_at: time, place: str, reason: str, actor: Actor, version: int | None = None
) -> Inspection:
    """Hoãn: a later day, with the reason, which the unit reads; raises NotNow for a day that is not later, as step()."""
    with step(code=code, move="postpone", actor=actor, version=version) as taking:
        one = taking.inspection
        if one.visit_on is not None and visit_on <= one.visit_on:
            raise NotNow(NOT_LATER, field="visit_on")
        taking.told |= {"was": one.visit_on.isoformat() if one.visit_on else None, "visit_on": visit_on.isoformat()}
        one.visit_on, one.visit_at, one.place, one.postponed_for = visit_on, visit_at, place, reason
        tell_unit(NoticeKind.WATCH_TOLD, one)
        tell_delegates(one)
    return one
