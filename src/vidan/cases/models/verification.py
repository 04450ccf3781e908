"""What follows an answer: explanation (giải trình), verification (xác minh), proposal (đề xuất) and the decision on it.

What the official says and why an authority refuses lies in the vault; plan, minutes and proposal are numbered papers.
"""

from django.db import models

from vidan.cases.models.casefile import CaseFile
from vidan.cases.outcomes import Finding, NoExplanation, Verdict
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import SealedText


class Explanation(models.Model):
    """Giải trình of the official complained of, before a finding: at the desk of his body, or recorded from his letter.

    One in each round of a case; the case points at the newest, which is read with it.
    """

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="explanations")
    text = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    round = models.PositiveSmallIntegerField(default=1)
    given_on = models.DateField()
    recorded_by = models.CharField(max_length=20)
    paper = models.OneToOneField(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.given_on}"


class Verification(models.Model):
    """Xác minh chung: the plan that the head signs, and the minutes with the finding."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="verifications")
    plan = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    meets_on = models.DateField()
    signed_on = models.DateField(null=True)
    held_on = models.DateField(null=True)
    finding = models.CharField(max_length=12, choices=Finding.choices, blank=True)
    no_explanation = models.CharField(max_length=12, choices=NoExplanation.choices, blank=True)
    asked_until = models.DateField(null=True)
    minutes = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.case_id} {self.meets_on}"


class Proposal(models.Model):
    """Đề xuất hình thức xử lý to the competent authority, and what it decided."""

    verification = models.OneToOneField(Verification, on_delete=models.PROTECT, related_name="proposal")
    to = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    forms = models.JSONField(default=list)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)
    verdict = models.CharField(max_length=12, choices=Verdict.choices, blank=True)
    accepted = models.JSONField(default=list)
    reason = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=20, blank=True)
    decision_paper = models.OneToOneField(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.verification_id} → {self.to_id}"
