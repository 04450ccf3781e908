"""What falls due of duties: reports that a unit owes, reports that wait for its Front, guidance that waits to be taken up."""

from typing import Any

from django.db.models import F, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import Line, Waits, lines_of
from vidan.foundation.notices.waiting import DueWork, Waiting, columns
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.duty_kinds import OWED, ReportState
from vidan.oversight.duty_rules import REMIND, days_after
from vidan.oversight.models import DutyReport, Guidance, GuidanceMark
from vidan.oversight.models.duty_report import REPORT, DutyReportQuerySet
from vidan.oversight.models.guidance import GuidanceMarkQuerySet
from vidan.oversight.models.programme import RUN
from vidan.oversight.report_filters import late_on_today
from vidan.oversight.report_words import standing_words

SEE = "oversight.see_reports"

REPORTS = "duty_report"
"""What the rows of duty reports are called in the desk's day."""


def reports_waiting(actor: Actor) -> QuerySet[Any, Any] | None:
    """What the actor's unit owes from the day of the reminder on, and what his Front has to read.

    Guidance stands among the notices and in the mail of the morning, so that the day asks no more than this.
    """
    if not actor.may(SEE):
        return None
    day = clock.today()
    ours, fronts = (in_place_of(actor.units_with(name), day) for name in (REPORT, RUN))
    owed = Q(unit_id__in=ours, state__in=OWED) & (
        Q(state=ReportState.RETURNED) | Q(due_on__lte=days_after(REMIND, day))
    )
    waits = Q(front_id__in=fronts, state=ReportState.SENT)
    return columns(
        DutyReport.objects.filter(owed | waits),
        what=REPORTS,
        key=F("code"),
        heading=F("duty__title"),
        whose=F("unit__short_name"),
        stands=F("state"),
        day=F("due_on"),
        of_front=F("front_id"),
        again=F("again_by"),
        sent=F("sent_on"),
        first_sent=F("first_sent_on"),
        spell=F("period"),
        in_year=F("year"),
    )


def tell_report(row: Waiting, _actor: Actor) -> DueWork:
    """A report that a unit owes, or that waits to be read."""
    assert row.day is not None
    report = DutyReport(
        code=row.key,
        state=row.stands,
        due_on=row.day,
        again_by=row.again,
        sent_on=row.sent,
        first_sent_on=row.first_sent,
        period=row.spell,
        year=row.in_year,
    )
    return _waits(report, row) if report.state == ReportState.SENT else _owed(report, row)


def duty_lines(actor: Actor) -> list[Line]:
    """How many reports are owed or wait, in how many units the plan is late, what guidance waits; one query."""
    parts = []
    if actor.may(REPORT):
        near, unmarked, today = _near(actor), _unmarked(actor), clock.today()
        over = Q(guidance__accept_by__lt=today)
        near_by = ~over & Q(guidance__accept_by__lte=days_after(REMIND, today))
        parts += [
            Waits(gettext_lazy("Báo cáo thực hiện nhiệm vụ đã trễ"), near.filter(late_on_today()), "due_on"),
            Waits(gettext_lazy("Báo cáo thực hiện nhiệm vụ sắp phải nộp"), near.exclude(late_on_today()), "due_on"),
            *(
                Waits(label, unmarked.filter(which), "guidance__accept_by", "guidance__code")
                for label, which in (
                    (gettext_lazy("Văn bản hướng dẫn đã quá ngày nhận thực hiện"), over),
                    (gettext_lazy("Văn bản hướng dẫn sắp đến ngày phải nhận thực hiện"), near_by),
                    (gettext_lazy("Văn bản hướng dẫn chưa nhận thực hiện"), ~(over | near_by)),
                )
            ),
        ]
    if actor.may(RUN):
        late = _asked_by(actor).filter(late_on_today())
        parts += [
            Waits(gettext_lazy("Báo cáo thực hiện nhiệm vụ chờ xem"), _to_read(actor), "due_on"),
            Waits(gettext_lazy("Báo cáo thực hiện nhiệm vụ các đơn vị nộp trễ"), late, "due_on"),
            Waits(
                gettext_lazy("Văn bản hướng dẫn các đơn vị nhận trễ"),
                Guidance.objects.filter(pk__in=_late_marks(actor).values("guidance")),
                "accept_by",
            ),
        ]
    return lines_of(parts)


def _near(actor: Actor) -> DutyReportQuerySet:
    """What the actor's unit owes and is reminded of: the reminder goes by CT-21."""
    return DutyReport.objects.owed_by(actor).filter(
        Q(state=ReportState.RETURNED) | Q(due_on__lte=days_after(REMIND, clock.today()))
    )


def _asked_by(actor: Actor) -> DutyReportQuerySet:
    return DutyReport.objects.filter(front_id__in=in_place_of(actor.units_with(RUN), clock.today()))


def _to_read(actor: Actor) -> DutyReportQuerySet:
    return _asked_by(actor).filter(state=ReportState.SENT)


def _unmarked(actor: Actor) -> GuidanceMarkQuerySet:
    units = in_place_of(actor.units_with(REPORT), clock.today())
    return GuidanceMark.objects.waiting().filter(unit_id__in=units)


def _late_marks(actor: Actor) -> GuidanceMarkQuerySet:
    fronts = in_place_of(actor.units_with(RUN), clock.today())
    return GuidanceMark.objects.late_on(clock.today()).filter(guidance__front_id__in=fronts)


def _owed(report: DutyReport, row: Waiting) -> DueWork:
    words, tone = standing_words(report, clock.today())
    page = reverse("oversight:report", args=[report.code])
    return DueWork(
        due_on=report.waits_until,
        words=words,
        tone=tone,
        title=_("Báo cáo: %(duty)s") % {"duty": row.heading},
        code=report.code,
        address=page,
        about=report.period_words,
        next_label=_("Bổ sung báo cáo") if report.state == ReportState.RETURNED else _("Viết báo cáo"),
        next_address=reverse("oversight:report_write", args=[report.code]),
    )


def _waits(report: DutyReport, row: Waiting) -> DueWork:
    page = reverse("oversight:report", args=[report.code])
    sent = report.sent_on or clock.today()
    return DueWork(
        due_on=sent,
        words=_("nộp ngày %(day)s") % {"day": f"{sent:%d/%m/%Y}"},
        tone="ok",
        title=_("Báo cáo: %(duty)s") % {"duty": row.heading},
        code=report.code,
        address=page,
        about=row.whose,
        next_label=_("Xem, nhận hoặc trả về"),
        next_address=page,
    )
