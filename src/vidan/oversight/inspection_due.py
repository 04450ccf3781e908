"""What falls due in inspections and supervisions, for the Front that holds them and for the unit that must answer."""

from datetime import timedelta
from typing import Any

from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.notices.agenda import Line
from vidan.foundation.notices.waiting import DueWork, Waiting, columns
from vidan.oversight.inspection_kinds import ENDS, InspectionState
from vidan.oversight.inspection_moves import ANSWER, APPROVE, LABELS, LOOK, RUN
from vidan.oversight.models import Inspection, Recommendation, in_delegation

AHEAD = timedelta(days=7)
"""How long before its day something is shown as due."""

SHOWN = 10

INSPECTIONS = "inspection"
"""What their rows are called in the desk's day."""

DELEGATIONS = "delegation"
"""What the rows of those are called who go along by being named."""

State = InspectionState

NEXT: dict[str, str | Promise] = {
    State.PROPOSED: LABELS["approve"],
    State.APPROVED: gettext_lazy("Lập đoàn, báo đơn vị"),
    State.FOUNDED: LABELS["notify"],
    State.NOTIFIED: LABELS["look"],
    State.VISITED: LABELS["report_back"],
    State.REPORTED: LABELS["write_conclusion"],
    State.DRAFT_SENT: gettext_lazy("Xem giải trình, ký kết luận"),
    State.CONCLUDED: gettext_lazy("Theo dõi kiến nghị"),
}
"""What the Front does next."""

OWES: dict[str, str | Promise] = {
    State.NOTIFIED: LABELS["give_report"],
    State.VISITED: LABELS["give_report"],
    State.DRAFT_SENT: LABELS["explain"],
    State.CONCLUDED: LABELS["answer"],
}
"""What the unit does next."""


def inspections_waiting(actor: Actor) -> QuerySet[Any, Any] | None:
    """What waits for the Front, and what a unit owes: its report, its explanation, its answers."""
    answers, runs = actor.units_with(ANSWER), actor.units_with(RUN)
    if not runs and not answers:
        return None
    waits = Q(pk__in=())
    if runs:
        to_do = ~Q(state=State.PROPOSED) | Q(front_id__in=actor.units_with(APPROVE))
        waits |= Q(front_id__in=runs, next_on__lte=clock.today() + AHEAD) & to_do
    if answers:
        waits |= Q(body_id__in=answers, told_on__isnull=False) & _owes()
    return columns(
        Inspection.objects.filter(waits).exclude(state__in=ENDS),
        what=INSPECTIONS,
        key=F("code"),
        heading=F("title"),
        whose=F("body__short_name"),
        stands=F("state"),
        day=F("next_on"),
        of_front=F("front_id"),
    )


def delegations_waiting(actor: Actor) -> QuerySet[Any, Any] | None:
    """Days of work that come near, for those of the delegation who are no officers of the Front that holds it."""
    if not actor.may(LOOK):
        return None
    near = Q(visit_on__lte=clock.today() + AHEAD, state=State.NOTIFIED)
    rows = Inspection.objects.filter(near, in_delegation(actor))
    return columns(
        rows.exclude(front_id__in=actor.units_with(RUN)),
        what=DELEGATIONS,
        key=F("code"),
        heading=F("title"),
        whose=F("body__short_name"),
        stands=F("state"),
        day=F("visit_on"),
        of_front=F("front_id"),
    )


def tell_delegation(row: Waiting, _actor: Actor) -> DueWork:
    """A day of work, with the checklist that is filled then."""
    return _told(row, "oversight:visit", LABELS["look"])


def tell_inspection(row: Waiting, actor: Actor) -> DueWork:
    """An inspection or supervision with what the reader does next."""
    label = (NEXT if row.of_front in actor.units_with(RUN) else OWES)[row.stands]
    return _told(row, "oversight:inspection", label, since=row.stands in (State.PROPOSED, State.REPORTED))


def _told(row: Waiting, route: str, label: str | Promise, *, since: bool = False) -> DueWork:
    """A line of the day; `since` says that its day is the one from which it waits."""
    due = row.day or clock.today()
    words, tone = remaining_words(due, clock.today())
    if since:
        words, tone = _("Chờ từ ngày %(day)s") % {"day": f"{due:%d/%m/%Y}"}, "soon"
    address = reverse(route, args=[row.key])
    return DueWork(
        due_on=due,
        words=words,
        tone=tone,
        title=row.heading,
        code=row.key,
        address=address,
        about=row.whose,
        next_label=label,
        next_address=address,
    )


def _owes() -> Q:
    """What a unit has not sent yet."""
    unanswered = Recommendation.objects.followed().filter(inspection=OuterRef("pk"), answered_on=None)
    return (
        Q(state__in=(State.NOTIFIED, State.VISITED), unit_report_on=None, notice__isnull=False)
        | Q(state=State.DRAFT_SENT, explained_on=None)
        | Q(Exists(unanswered), state=State.CONCLUDED)
    )


def inspection_lines(actor: Actor) -> list[Line]:
    """How many wait, by what they wait for; one query."""
    if not actor.may(RUN):
        return []
    today = clock.today()
    parts: list[tuple[Promise, frozenset[str], bool]] = [
        (gettext_lazy("Đề xuất kiểm tra, giám sát chờ duyệt"), frozenset({State.PROPOSED}), False),
        (gettext_lazy("Đến hạn báo đơn vị được kiểm tra, giám sát"), frozenset({State.APPROVED, State.FOUNDED}), True),
        (gettext_lazy("Đến hạn báo cáo của đoàn"), frozenset({State.VISITED}), True),
        (gettext_lazy("Kiến nghị đến hạn, quá hạn hoặc chờ xác minh"), frozenset({State.CONCLUDED}), True),
    ]
    rows = list(_mine(actor).order_by("next_on", "pk").values_list("code", "state", "next_on"))
    told = []
    for label, states, by_day in parts:
        codes = [
            code for code, state, on in rows if state in states and (not by_day or (on is not None and on <= today))
        ]
        if codes:
            told.append(Line(label, len(codes), codes[:SHOWN]))
    return told


def _mine(actor: Actor) -> QuerySet[Inspection]:
    return Inspection.objects.filter(front_id__in=actor.units_with(RUN), next_on__isnull=False).exclude(state__in=ENDS)
