"""The points (điểm kiến nghị) of a criticism document, what the body answered to each, and whether it kept its word."""

from django.db import models

from vidan.consultations.kinds import Kept, Topic, Verdict
from vidan.consultations.models.draft import Draft
from vidan.foundation.papers.models import IncomingPaper, Paper


class Point(models.Model):
    """One numbered point made from opinions, many to one. Its words and number no longer change once the document is sent.

    `key` is the piece of the draft it is about, none for the whole; `place` names it (Điều 5 khoản 2) as the document does.
    `opinion_count` is how many opinions went into it, `agree_count` how many agreed with one of them instead of repeating it;
    the document freezes both. `revision` says which words a person was looking at.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="points")
    number = models.PositiveSmallIntegerField()
    key = models.CharField(max_length=12, blank=True)
    text = models.TextField()
    proposal = models.TextField(blank=True)
    topic = models.CharField(max_length=12, choices=Topic.choices, blank=True)
    place = models.CharField(max_length=120, blank=True)
    revision = models.PositiveIntegerField(default=1)
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
    Front recorded it (ghi nhận hộ). `earlier` is what was answered before and corrected, the oldest first, as told() gives it.
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
    earlier = models.JSONField(default=list)

    def __str__(self) -> str:
        return f"{self.point_id} {self.verdict}"

    @property
    def told(self) -> dict[str, str]:
        """What is answered, as it is kept when it is corrected."""
        return {
            "verdict": self.verdict,
            "reason": self.reason,
            "clause": self.clause,
            "answered_on": self.answered_on.isoformat(),
        }


class Urging(models.Model):
    """A letter that urges the body to answer (công văn đôn đốc); it waits for the head until it is sent."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="urgings")
    number = models.PositiveSmallIntegerField()
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="one_urging_of_a_criticism_a_number"),)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"

    @property
    def slug(self) -> str:
        """How the letter is called in an address."""
        return f"don-doc-{self.number}"


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
