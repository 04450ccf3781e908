"""By which day somebody must do something about an inspection: kept with it, so that the desk's day is one query."""

from datetime import date, timedelta

from vidan.domain.supervision.terms import last_day_before
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.rules import NotCounted, rule
from vidan.oversight.inspection_kinds import InspectionKind, InspectionState
from vidan.oversight.inspection_moves import REPORT_ROLE
from vidan.oversight.models import Inspection

NOTICE_RULE = "GS-02"


def next_day(one: Inspection) -> date | None:
    """The next day that counts as the inspection stands now; None when it is over or only the closing is left."""
    match InspectionState(one.state):
        case InspectionState.PROPOSED:
            return one.proposed_on
        case InspectionState.APPROVED | InspectionState.FOUNDED:
            return _to_be_told(one)
        case InspectionState.NOTIFIED:
            return one.visit_on
        case InspectionState.VISITED:
            running = Clock.objects.filter(subject=one.code, role=REPORT_ROLE, stopped_on=None).first()
            return running.due_on if running else one.ended_on
        case InspectionState.REPORTED:
            return one.reported_on
        case InspectionState.DRAFT_SENT:
            return one.explained_on or (one.explain_by + timedelta(days=1) if one.explain_by else None)
        case InspectionState.CONCLUDED:
            return _follow(one)
        case _:
            return None


def _to_be_told(one: Inspection) -> date:
    """The last day for the notice where the law has one, else the day of work itself."""
    day = one.visit_on or one.planned_on
    if one.kind != InspectionKind.SUPERVISION:
        return day
    try:
        return last_day_before(day, rule(NOTICE_RULE, day).term().length)
    except NotCounted:
        return day


def _follow(one: Inspection) -> date | None:
    """The first day on which an answer is due, waits to be verified, or a request to reconsider waits."""
    days: list[date | None] = [one.reconsider_on] if one.reconsider_on and not one.reconsider_answered_on else []
    days += [row.next_on for row in one.recommendations.prefetch_related("pressings")]
    return min((day for day in days if day), default=None)
