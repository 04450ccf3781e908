"""What waits in reports: drafts that colleagues are asked about, reports to approve, approved ones to send."""

from django.db.models import Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.notices.agenda import DueWork, Line
from vidan.reports.kinds import State, period_words
from vidan.reports.models import Report
from vidan.reports.moves import LABELS

MOST = 10
SHOWN = 10

TITLES = {State.COMMENTING: "comment", State.SUBMITTED: "approve", State.APPROVED: "send"}
SLUGS = {State.SUBMITTED: "duyet", State.APPROVED: "gui"}


def waiting_reports(actor: Actor) -> list[DueWork]:
    """What waits for the people of a Front that reports; one query.

    It stands on the page of the year; the desk's day already asks the database as often as a page may.
    """
    if not actor.may("reports.read"):
        return []
    return [_row(report) for report in _waiting(actor).select_related("front").defer("frozen", "outline")[:MOST]]


def morning_lines(actor: Actor) -> list[Line]:
    """A line of the mail of the morning for what the head has to approve or to send."""
    if not actor.may("reports.decide"):
        return []
    codes = list(_waiting(actor).exclude(state=State.COMMENTING).values_list("code", flat=True))
    return [Line(_("Báo cáo chờ duyệt hoặc chờ gửi"), len(codes), codes[:SHOWN])] if codes else []


def _waiting(actor: Actor) -> QuerySet[Report]:
    heads = Q(front_id__in=actor.units_with("reports.decide"), state__in=[State.SUBMITTED, State.APPROVED])
    asked = Q(front_id__in=actor.units_with("reports.read"), state=State.COMMENTING)
    return Report.objects.filter(heads | asked).order_by("cut_off", "pk")


def _row(report: Report) -> DueWork:
    state = State(report.state)
    address = reverse("reports:report", args=[report.code])
    next_address = reverse("reports:move", args=[report.code, SLUGS[state]]) if state in SLUGS else address
    return DueWork(
        due_on=report.cut_off,
        words=_("chốt số liệu %(day)s") % {"day": f"{report.cut_off:%d/%m/%Y}"},
        tone="",
        title=_("Báo cáo %(period)s của %(front)s")
        % {"period": period_words(report.period), "front": report.front.short_name},
        code=report.code,
        address=address,
        about=str(state.label),
        next_label=str(LABELS[TITLES[state]]),
        next_address=next_address,
    )
