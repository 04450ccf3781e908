"""The points (điểm kiến nghị) of a criticism document, what the body answered to each, and whether it kept its word."""

from django.db import models

from vidan.consultations.kinds import Kept, Verdict
from vidan.consultations.models.draft import Draft
from vidan.foundation.papers.models import IncomingPaper


class Point(models.Model):
    """One numbered point made from opinions, many to one. Its words and number no longer change once the document is sent.

    `key` is the piece of the draft it is about, none for the whole. `opinion_count` and `agree_count` are what stood behind
    it when the document was sent.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=12, blank=True)
    text = models.TextField()
    proposal = models.TextField(blank=True)
    topic = models.CharField(max_length=12, blank=True)
    opinion_count = models.PositiveIntegerField(default=0)
    agree_count = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="one_number_a_point"),)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"


class Disposition(models.Model):
    """Tiếp thu, giải trình: what the body answers to one point, with its reason, signed in or recorded from its paper.

    `clause` says where the text was changed, in the body's words. `paper` is the paper it stands in; `on_behalf` that the
    Front recorded it (ghi nhận hộ).
    """

    point = models.OneToOneField(Point, on_delete=models.CASCADE, related_name="disposition")
    verdict = models.CharField(max_length=8, choices=Verdict.choices)
    reason = models.TextField(blank=True)
    clause = models.CharField(max_length=300, blank=True)
    answered_on = models.DateField()
    paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    on_behalf = models.BooleanField(default=False)
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.point_id} {self.verdict}"


class Check(models.Model):
    """Whether an accepted point stands in the text that was issued (nói và làm), judged by the Front with a note."""

    point = models.OneToOneField(Point, on_delete=models.CASCADE, related_name="check_made")
    kept = models.CharField(max_length=8, choices=Kept.choices)
    key = models.CharField(max_length=12, blank=True)
    note = models.TextField(blank=True)
    checked_by = models.CharField(max_length=20)
    checked_on = models.DateField()

    def __str__(self) -> str:
        return f"{self.point_id} {self.kept}"
