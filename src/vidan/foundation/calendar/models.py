"""The working-day calendar with its source, and the clocks that count by it."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.units.models import Unit


class DayKind(models.TextChoices):
    HOLIDAY = "holiday", _("ngày nghỉ lễ, tết")
    COMPENSATORY = "compensatory", _("ngày nghỉ bù, nghỉ hoán đổi")
    SWAPPED_WORKDAY = "swapped_workday", _("ngày làm bù")


class CalendarYear(models.Model):
    """A year somebody has settled; counting into any other year is refused."""

    year = models.PositiveSmallIntegerField(primary_key=True)
    source = models.CharField(max_length=300)

    def __str__(self) -> str:
        return str(self.year)


class DayRow(models.Model):
    """A day that differs from the ordinary week. A row changed at the desk is not overwritten by the files."""

    day = models.DateField(primary_key=True)
    kind = models.CharField(max_length=16, choices=DayKind.choices)
    name = models.CharField(max_length=120)
    source = models.CharField(max_length=300)
    edited = models.BooleanField(default=False)

    class Meta:
        ordering = ("day",)

    def __str__(self) -> str:
        return f"{self.day} {self.name}"


class Clock(models.Model):
    """One running term of a file: by which rule, from when, until when; `role` tells the clocks of a file apart."""

    subject = models.CharField(max_length=40)
    role = models.CharField(max_length=20)
    rule = models.CharField(max_length=12)
    variant = models.CharField(max_length=20, blank=True)
    holder = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    started_on = models.DateField()
    length = models.PositiveSmallIntegerField()
    unit = models.CharField(max_length=12)
    extended_by = models.PositiveSmallIntegerField(default=0)
    extension_reason = models.CharField(max_length=30, blank=True)
    due_on = models.DateField()
    paused_on = models.DateField(null=True)
    resumed_on = models.DateField(null=True)
    left_at_pause = models.SmallIntegerField(null=True)
    stopped_on = models.DateField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=("subject", "role"), condition=models.Q(stopped_on__isnull=True), name="one_open_clock_a_role"
            ),
        )
        indexes = (models.Index(fields=("subject", "role"), name="clock_of_subject"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.role}"
