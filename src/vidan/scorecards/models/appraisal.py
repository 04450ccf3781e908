"""What an appraisal is made of besides numbers: evidence, questions with their answers, objections, decisions on a tie."""

from django.db import models

from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit
from vidan.scorecards.kinds import Outcome, Stage
from vidan.scorecards.models.card import Scorecard
from vidan.scorecards.models.rubric import RubricVersion


class Evidence(models.Model):
    """One paper behind an item (tài liệu kiểm chứng); `digest` is the SHA-256 of the original as the unit handed it in.

    `stage` is DECLARED for what came with the self-score, SECOND for what came with the explanation. A correction names the
    file of the edition that it corrects.
    """

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="evidence")
    item = models.CharField(max_length=20)
    stage = models.CharField(max_length=8, choices=Stage.choices)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    digest = models.CharField(max_length=64)
    added_by = models.CharField(max_length=20)
    added_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("card", "file"), name="one_evidence_a_file"),)
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.item} {self.digest[:12]}"


class Question(models.Model):
    """What the appraiser asks the unit to explain of an item (yêu cầu giải trình), and the unit's answer; one an item."""

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="questions")
    item = models.CharField(max_length=20)
    text = models.TextField()
    asked_by = models.CharField(max_length=20)
    asked_at = models.DateTimeField()
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=20, blank=True)
    answered_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("card", "item"), name="one_question_an_item"),)
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.item} {self.pk}"


class Objection(models.Model):
    """What the unit objects to in a published result (kiến nghị về kết quả), and what the head answered; one an edition."""

    card = models.OneToOneField(Scorecard, on_delete=models.CASCADE, related_name="objection")
    text = models.TextField()
    made_by = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    outcome = models.CharField(max_length=8, choices=Outcome.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_by = models.CharField(max_length=20, blank=True)
    answered_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.card_id} {self.outcome}"


class TieDecision(models.Model):
    """Who of several units with equal results stands before whom (quyết định thứ hạng khi bằng điểm), with the reason.

    `order` holds the codes of the sheets; it counts only while exactly these are equal.
    """

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rubric = models.ForeignKey(RubricVersion, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    order = models.JSONField()
    reason = models.TextField()
    decided_by = models.CharField(max_length=20)
    decided_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.rubric_id} {self.year}"
