"""Báo cáo thực hiện nhiệm vụ: what a unit tells of a duty for a period. The row stands from the day the plan is published."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.duty_kinds import OWED, ReportState
from vidan.oversight.models.programme import RUN, Duty

REPORT = "oversight.report_duty"


class DutyReportQuerySet(models.QuerySet["DutyReport"]):
    def visible_to(self, actor: Actor) -> "DutyReportQuerySet":
        """The reports of one's own unit, and those that one's Front asked for.

        Whoever stands in the place of a unit that ended reads and carries on what it owed.
        """
        day = clock.today()
        own = Q(unit_id__in=in_place_of(actor.units_with(REPORT), day))
        asked = Q(front_id__in=in_place_of(actor.units_with(RUN), day))
        return self.filter(own | asked).exclude(state=ReportState.CANCELLED)

    def owed_by(self, actor: Actor) -> "DutyReportQuerySet":
        """What the actor's unit has still to send."""
        return self.filter(unit_id__in=in_place_of(actor.units_with(REPORT), clock.today()), state__in=OWED)


class DutyReport(models.Model):
    """One report of one unit for one period of one duty.

    `due_on` is its day, `again_by` that of a returned one; `first_sent_on` decides whether it was in time. `counted` is what
    the unit says the duty's figure came to; `numbers` are the figures of the unit as the house counted them when it was sent:
    rows of label and count. The text is the unit's own and is read by the Front once it was sent.
    """

    code = models.SlugField(max_length=40, unique=True)
    duty = models.ForeignKey(Duty, on_delete=models.PROTECT, related_name="reports")
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    period = models.CharField(max_length=4)
    first = models.DateField()
    last = models.DateField()
    due_on = models.DateField()
    state = models.CharField(max_length=10, choices=ReportState.choices, default=ReportState.DRAFT)
    words = models.TextField(max_length=4000, blank=True)
    counted = models.PositiveIntegerField(null=True)
    numbers = models.JSONField(default=list)
    file = models.OneToOneField(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    reason = models.CharField(max_length=500, blank=True)
    first_sent_on = models.DateField(null=True)
    sent_on = models.DateField(null=True)
    again_by = models.DateField(null=True)
    accepted_on = models.DateField(null=True)
    version = models.PositiveIntegerField(default=1)
    is_sample = models.BooleanField(default=False)

    objects = DutyReportQuerySet.as_manager()

    class Meta:
        ordering = ("due_on", "pk")
        constraints = (
            models.UniqueConstraint(fields=("duty", "unit", "period"), name="one_report_a_period"),
            models.CheckConstraint(
                condition=~Q(state__in=(ReportState.SENT, ReportState.ACCEPTED)) | Q(first_sent_on__isnull=False),
                name="what_was_sent_has_its_day",
            ),
        )
        indexes = (
            models.Index(fields=("unit", "state", "due_on"), name="duty_report_of_unit"),
            models.Index(fields=("front", "state", "due_on"), name="duty_report_of_front"),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def period_words(self) -> str:
        """`quý 1 năm 2018`."""
        told = {"n": self.period[1:].lstrip("0"), "year": str(self.year)}
        match self.period[0] if self.period not in ("nam", "lan") else self.period:
            case "t":
                return _("tháng %(n)s năm %(year)s") % told
            case "q":
                return _("quý %(n)s năm %(year)s") % told
            case "n":
                half = _("sáu tháng đầu năm %(year)s") if told["n"] == "1" else _("sáu tháng cuối năm %(year)s")
                return half % told
            case "lan":
                return _("việc làm một lần, năm %(year)s") % told
        return _("cả năm %(year)s") % told

    @property
    def is_told(self) -> bool:
        """Whether there is something to send: words or a file."""
        return bool(self.words.strip()) or self.file_id is not None

    @property
    def waits_until(self) -> date:
        """The day that counts now: of the first sending, or of the next one after it was returned."""
        return self.again_by if self.state == ReportState.RETURNED and self.again_by else self.due_on
