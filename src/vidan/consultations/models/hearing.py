"""The three lawful forms of criticism: conference, written opinions, dialogue (Luật MTTQ 2015 Đ.34)."""

from django.db import models

from vidan.consultations.kinds import HearingKind
from vidan.consultations.models.draft import Draft
from vidan.foundation.files.models import StoredFile
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Unit


class Hearing(models.Model):
    """One conference, dialogue, or round of asking in writing.

    `programme` is what will be done and when, `done` which of the form's steps are done, with a note each:
    `{"step": "note"}`. `minutes` is the issued record (biên bản); `asked_by` the last day for written answers.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="hearings")
    kind = models.CharField(max_length=12, choices=HearingKind.choices)
    held_on = models.DateField(null=True)
    at = models.TimeField(null=True)
    place = models.CharField(max_length=200, blank=True)
    chair = models.CharField(max_length=200, blank=True)
    asked_by = models.DateField(null=True)
    programme = models.TextField(blank=True)
    done = models.JSONField(default=dict)
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
    """A body or an expert that was invited or asked in writing: whether it came, what it answered, whether it was urged."""

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
    urged_on = models.DateField(null=True)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.name
