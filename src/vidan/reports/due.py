"""What waits in reports: drafts that colleagues are asked about, reports to approve, approved ones to send."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import Line
from vidan.foundation.notices.waiting import DueWork, Teller, Waiting, columns
from vidan.reports.kinds import State, period_words
from vidan.reports.models import Report
from vidan.reports.moves import LABELS

SHOWN = 10

REPORTS = "report"
"""What their rows are called in the desk's day."""

TITLES = {State.COMMENTING: "comment", State.SUBMITTED: "approve", State.APPROVED: "send"}
SLUGS = {State.SUBMITTED: "duyet", State.APPROVED: "gui"}


def waiting(actor: Actor) -> list[QuerySet[Any, Any]]:
    """What waits for the people of a Front that reports."""
    if not actor.may("reports.read"):
        return []
    found = columns(
        _waiting(actor),
        what=REPORTS,
        key=F("code"),
        whose=F("front__short_name"),
        stands=F("state"),
        day=F("cut_off"),
        form_of=F("kind"),
        in_year=F("year"),
        nth=F("part"),
    )
    return [found]


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


def _tell(row: Waiting, _actor: Actor) -> DueWork:
    state = State(row.stands)
    cut_off = row.day or clock.today()
    address = reverse("reports:report", args=[row.key])
    period = Report(kind=row.form_of, year=row.in_year, part=row.nth).period
    return DueWork(
        due_on=cut_off,
        words=_("chốt số liệu %(day)s") % {"day": f"{cut_off:%d/%m/%Y}"},
        tone="",
        title=_("Báo cáo %(period)s của %(front)s") % {"period": period_words(period), "front": row.whose},
        code=row.key,
        address=address,
        about=str(state.label),
        next_label=LABELS[TITLES[state]],
        next_address=reverse("reports:move", args=[row.key, SLUGS[state]]) if state in SLUGS else address,
    )


TELL: Mapping[str, Teller] = MappingProxyType({REPORTS: _tell})
