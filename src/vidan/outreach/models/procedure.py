"""The catalogue of procedures (bộ thủ tục hành chính): each row one version of one procedure, between two days."""

from datetime import date

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Level, Unit, UnitKind
from vidan.foundation.units.selectors import on_day

SEE, WRITE, PUBLISH = "outreach.see_procedures", "outreach.write_procedures", "outreach.publish_procedures"

LONGEST_CODE = 24
"""As long as the mark of a fact (foundation/figures) can be."""

RECEIVE = (UnitKind.ONE_STOP_COUNTER, UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE)
"""Kinds of units at which papers are handed in."""


class ProcedureState(models.TextChoices):
    DRAFT = "draft", _("Đang soạn")
    PUBLISHED = "published", _("Đã công bố")
    WITHDRAWN = "withdrawn", _("Đã rút")


class CountedIn(models.TextChoices):
    WORKING_DAY = "working_day", _("ngày làm việc")
    DAY = "day", _("ngày")


class ProcedureQuerySet(models.QuerySet["Procedure"]):
    def visible_to(self, actor: Actor) -> "ProcedureQuerySet":
        """The versions an actor may know of at the desk: those of his Front, and what the Front above has made public."""
        fronts = actor.units_with(SEE)
        above = Q(front__children__in=fronts, state=ProcedureState.PUBLISHED)
        return self.filter(pk__in=Procedure.objects.filter(Q(front_id__in=fronts) | above).values("pk"))

    def public(self) -> "ProcedureQuerySet":
        """What everybody may read, whichever day it holds on."""
        return self.filter(state=ProcedureState.PUBLISHED)

    def public_on(self, day: date) -> "ProcedureQuerySet":
        """What is published and in force (có hiệu lực) on a day."""
        return self.public().filter(on_day(day))


class Procedure(models.Model):
    """One version of a procedure (thủ tục hành chính); a change of content from a day on is a version of its own.

    It is received by every unit of a kind and level in the territory of the Front, or `only_at` one of them: who that is
    follows from the units of the day. Papers, steps and the legal basis are lists of what outreach/procedure_lines.py reads.
    `successor` is the code of the procedure that came in its place. `folded` is what it is found by.
    """

    code = models.SlugField(max_length=LONGEST_CODE)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=12, choices=ProcedureState.choices, default=ProcedureState.DRAFT)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")

    name = models.CharField(max_length=200)
    also_called = models.CharField(max_length=300, blank=True)
    field = models.CharField(max_length=80)
    level = models.CharField(max_length=10, choices=Level.choices)
    received_by = models.CharField(max_length=30, choices=[(one.value, one.label) for one in RECEIVE])
    only_at = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    where = models.CharField(max_length=200, blank=True)
    hours = models.CharField(max_length=200, blank=True)
    applicants = models.TextField(blank=True)
    papers = models.JSONField(default=list)
    steps = models.JSONField(default=list)
    fee = models.CharField(max_length=300, blank=True)
    fee_amount = models.PositiveIntegerField(null=True)
    limit_days = models.PositiveSmallIntegerField(null=True)
    limit_unit = models.CharField(max_length=12, choices=CountedIn.choices, default=CountedIn.WORKING_DAY)
    limit_note = models.CharField(max_length=300, blank=True)
    bases = models.JSONField(default=list)
    valid_from = models.DateField()
    valid_to = models.DateField(null=True)
    successor = models.SlugField(max_length=LONGEST_CODE, blank=True)
    name_en = models.CharField(max_length=200, blank=True)
    summary_en = models.TextField(blank=True)
    source = models.CharField(max_length=300, blank=True)

    folded = models.TextField()
    is_sample = models.BooleanField(default=False)

    objects = ProcedureQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("code", "version"), name="one_row_a_version_of_a_procedure"),)

    def __str__(self) -> str:
        return f"{self.code} {self.version}"


class FormFile(models.Model):
    """A form (mẫu đơn, tờ khai) that a paper of the procedure is written on; all its versions point at it by its number."""

    code = models.SlugField(max_length=LONGEST_CODE)
    number = models.PositiveSmallIntegerField()
    label = models.CharField(max_length=200)
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("code", "number"), name="one_form_a_number"),)
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.code} {self.number}"
