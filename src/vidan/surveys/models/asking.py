"""How people are asked: one-time invitations, devices that work without a network, paper that two people key."""

from django.db import models

from vidan.surveys.kinds import Way
from vidan.surveys.models.round import Stratum, SurveyRound


class Invitation(models.Model):
    """A code that gives one reply (giấy mời); `mark` is its HMAC, and only the day of use is kept."""

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="invitations")
    stratum = models.ForeignKey(Stratum, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64, unique=True)
    made_on = models.DateField()
    used_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.mark[:8]


class Device(models.Model):
    """A kiosk or an interviewer's phone that may send replies of a round; `mark` is the HMAC of the secret that it holds."""

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="devices")
    stratum = models.ForeignKey(Stratum, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=Way.choices)
    label = models.CharField(max_length=80)
    mark = models.CharField(max_length=64, unique=True)
    added_by = models.CharField(max_length=20)
    added_on = models.DateField()
    ended_on = models.DateField(null=True)

    def __str__(self) -> str:
        return self.label


class PaperReply(models.Model):
    """A paper that two people key (phiếu giấy nhập hai lần): its number, both entries sealed until they agree and it is taken.

    `taken_on` is the day it became a reply; the entries are destroyed then.
    """

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="papers")
    stratum = models.ForeignKey(Stratum, on_delete=models.PROTECT, related_name="+")
    number = models.PositiveIntegerField()
    filled_on = models.DateField()
    first = models.BinaryField(null=True)
    first_by = models.CharField(max_length=20, blank=True)
    second = models.BinaryField(null=True)
    second_by = models.CharField(max_length=20, blank=True)
    resolved_by = models.CharField(max_length=20, blank=True)
    differences = models.PositiveSmallIntegerField(null=True)
    taken_on = models.DateField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="one_reply_a_paper_number"),)
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}"
