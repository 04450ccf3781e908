"""What falls due in inspections and supervisions, for the Front that holds them and for the unit that must answer."""

from datetime import timedelta

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.oversight.inspection_kinds import ENDS, InspectionState
from vidan.oversight.inspection_moves import ANSWER, APPROVE, LABELS, RUN
from vidan.oversight.models import Inspection

AHEAD = timedelta(days=7)
"""How long before its day something is shown as due."""

MOST = 10
SHOWN = 10

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


def inspections_due(actor: Actor) -> list[DueWork]:
    """What waits for the Front, and what waits for a unit; one query each, none for who has neither."""
    return [*_of_front(actor), *_of_unit(actor)]


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


def _of_front(actor: Actor) -> list[DueWork]:
    if not actor.may(RUN):
        return []
    heads = actor.units_with(APPROVE)
    waits = Q(next_on__lte=clock.today() + AHEAD) & (~Q(state=State.PROPOSED) | Q(front_id__in=heads))
    rows = _mine(actor).filter(waits).select_related("body").order_by("next_on", "pk")[:MOST]
    return [_row(one, NEXT[one.state]) for one in rows]


def _of_unit(actor: Actor) -> list[DueWork]:
    """What the unit owes: its report, its explanation, its answers."""
    if not (units := actor.units_with(ANSWER)):
        return []
    owes = Q(state__in=(State.NOTIFIED, State.VISITED), unit_report_on=None, notice__isnull=False)
    owes |= Q(state=State.DRAFT_SENT, explained_on=None)
    owes |= Q(state=State.CONCLUDED, recommendations__answered_on=None, recommendations__carried="") & Q(
        recommendations__isnull=False
    )
    told = Inspection.objects.filter(owes, body_id__in=units, told_on__isnull=False).distinct()
    labels = {State.DRAFT_SENT: LABELS["explain"], State.CONCLUDED: LABELS["answer"]}
    rows = told.select_related("body").order_by("next_on", "pk")[:MOST]
    return [_row(one, labels.get(State(one.state), LABELS["give_report"])) for one in rows]


def _mine(actor: Actor) -> QuerySet[Inspection]:
    return Inspection.objects.filter(front_id__in=actor.units_with(RUN), next_on__isnull=False).exclude(state__in=ENDS)


def _row(one: Inspection, label: str | Promise) -> DueWork:
    due = one.next_on or clock.today()
    words, tone = remaining_words(due, clock.today())
    if one.state in (State.PROPOSED, State.REPORTED):
        words, tone = _("Chờ từ ngày %(day)s") % {"day": f"{due:%d/%m/%Y}"}, "soon"
    address = reverse("oversight:inspection", args=[one.code])
    return DueWork(
        due_on=due,
        words=words,
        tone=tone,
        title=one.title,
        code=one.code,
        address=address,
        about=one.body.short_name,
        next_label=str(label),
        next_address=address,
    )
