"""The three lawful forms of criticism: conference, written opinions, dialogue (Luật MTTQ 2015 Đ.34)."""

from django.db import models

from vidan.consultations.kinds import HearingKind
from vidan.consultations.models.draft import Draft
from vidan.foundation.files.models import StoredFile
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Unit


class Hearing(models.Model):
    """One conference, dialogue, or round of asking in writing.

    `programme` is what will be done and when; `steps` what was noted of each step of the form and whether it is done:
    `{"step": {"note": "...", "done": true}}`. `invitation` is the letter that invites or asks, `minutes` the record (biên
    bản) with `minutes_text` as its own words; `asked_by` the last day for written answers.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="hearings")
    kind = models.CharField(max_length=12, choices=HearingKind.choices)
    held_on = models.DateField(null=True)
    at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    chair = models.CharField(max_length=200, blank=True)
    asked_by = models.DateField(null=True)
    programme = models.TextField(blank=True)
    steps = models.JSONField(default=dict)
    minutes_text = models.TextField(blank=True)
    minutes = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    invitation = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    made_on = models.DateField()
    version = models.PositiveIntegerField(default=1)
    is_over = models.BooleanField(default=False)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.kind}"


class Invited(models.Model):
    """A body or an expert that was invited or asked in writing: whether it came, when it answered, whether it was urged.

    Everybody reads which bodies were asked; who has no `unit` is only counted in public. `urging` is the letter that urged,
    or the one that waits for the head.
    """

    hearing = models.ForeignKey(Hearing, on_delete=models.CASCADE, related_name="invited")
    unit = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField(default=0)
    invited_on = models.DateField(null=True)
    came = models.BooleanField(null=True)
    people = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True)
    answer = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    urging = models.ForeignKey(Paper, null=True, on_delete=models.SET_NULL, related_name="+")
    urged_on = models.DateField(null=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name
