"""Văn bản hướng dẫn: papers of a Front to its wards and member organisations, and who has read and taken them up."""

from datetime import date

from django.db import models
from django.db.models import Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of
from vidan.oversight.duty_kinds import GuidanceState
from vidan.oversight.models.duty_report import REPORT
from vidan.oversight.models.programme import RUN, Plan


class GuidanceQuerySet(models.QuerySet["Guidance"]):
    def visible_to(self, actor: Actor) -> "GuidanceQuerySet":
        """One's own Front's papers in every state, and those that were sent to one's unit."""
        day = clock.today()
        own = Q(front_id__in=in_place_of(actor.units_with(RUN), day))
        got = GuidanceMark.objects.filter(unit_id__in=in_place_of(actor.units_with(REPORT), day)).values("guidance")
        return self.filter(own | Q(state=GuidanceState.SENT, pk__in=got))


class Guidance(models.Model):
    """One paper: its own number and day, what it says, a file; `accept_by` is the last day on which units take it up in
    time: the Front's own, or set by CT-24 when it is sent."""

    code = models.SlugField(max_length=30, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey(Plan, null=True, on_delete=models.PROTECT, related_name="guidances")
    title = models.CharField(max_length=200)
    number = models.CharField(max_length=60, blank=True)
    dated = models.DateField()
    words = models.TextField(max_length=8000)
    accept_by = models.DateField(null=True)
    state = models.CharField(max_length=10, choices=GuidanceState.choices, default=GuidanceState.DRAFT)
    sent_on = models.DateField(null=True)
    file = models.OneToOneField(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    is_sample = models.BooleanField(default=False)

    objects = GuidanceQuerySet.as_manager()

    class Meta:
        ordering = ("-dated", "-pk")
        verbose_name_plural = "guidance"

    def __str__(self) -> str:
        return self.code


class GuidanceMarkQuerySet(models.QuerySet["GuidanceMark"]):
    def waiting(self) -> "GuidanceMarkQuerySet":
        """Of papers that were sent, what nobody has taken up yet."""
        return self.filter(accepted_on=None, guidance__state=GuidanceState.SENT)

    def late_on(self, day: date) -> "GuidanceMarkQuerySet":
        """What waits although its last day is over."""
        return self.waiting().filter(guidance__accept_by__lt=day)


class GuidanceMark(models.Model):
    """A unit that the paper is for, and on which days it marked it read and taken up."""

    guidance = models.ForeignKey(Guidance, on_delete=models.CASCADE, related_name="marks")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    read_on = models.DateField(null=True)
    accepted_on = models.DateField(null=True)

    objects = GuidanceMarkQuerySet.as_manager()

    class Meta:
        ordering = ("unit__level", "unit__kind", "unit__sort_key")
        constraints = (models.UniqueConstraint(fields=("guidance", "unit"), name="one_mark_a_unit"),)

    def __str__(self) -> str:
        return f"{self.guidance_id} {self.unit_id}"
