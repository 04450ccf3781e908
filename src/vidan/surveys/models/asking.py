"""How people are asked: one-time invitations, devices that work without a network, paper that two people key."""

from django.db import models

from vidan.foundation.accounts.actors import Actor
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


class DeviceQuerySet(models.QuerySet["Device"]):
    def visible_to(self, actor: Actor) -> "DeviceQuerySet":
        """The devices an actor may know of: all of a Front whose rounds he runs, his own where he interviews."""
        runs = models.Q(round__front_id__in=actor.units_with("surveys.run"))
        own = models.Q(round__front_id__in=actor.units_with("surveys.interview"), added_by=actor.code)
        return self.filter(runs | own)


class Device(models.Model):
    """A kiosk or an interviewer's phone that may send replies of a round; `mark` is the HMAC of the secret that it holds.

    Without a stratum its person chooses one for each reply. `last_sent_on` is a day: nothing finer is kept of what it sends.
    """

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="devices")
    stratum = models.ForeignKey(Stratum, null=True, on_delete=models.PROTECT, related_name="+")
    way = models.CharField(max_length=12, choices=Way.choices)
    label = models.CharField(max_length=80)
    mark = models.CharField(max_length=64, unique=True)
    added_by = models.CharField(max_length=20)
    added_on = models.DateField()
    last_sent_on = models.DateField(null=True)
    ended_on = models.DateField(null=True)

    objects = DeviceQuerySet.as_manager()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.label


class PaperQuerySet(models.QuerySet["PaperReply"]):
    def visible_to(self, actor: Actor) -> "PaperQuerySet":
        """The papers of the rounds of a Front where the actor keys them."""
        return self.filter(round__front_id__in=actor.units_with("surveys.paper"))


class PaperReply(models.Model):
    """A paper that two people key (phiếu giấy nhập hai lần): its number, both entries sealed until it is taken.

    An entry holds the counter, the day and the answers as one person read them. `differences` is in how many places the two
    were not the same; `taken_on` the day the paper became a reply: the entries are destroyed then.
    """

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="papers")
    number = models.PositiveIntegerField()
    first = models.BinaryField(null=True)
    first_by = models.CharField(max_length=20, blank=True)
    second = models.BinaryField(null=True)
    second_by = models.CharField(max_length=20, blank=True)
    resolved_by = models.CharField(max_length=20, blank=True)
    differences = models.PositiveSmallIntegerField(null=True)
    taken_on = models.DateField(null=True)

    objects = PaperQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("round", "number"), name="one_reply_a_paper_number"),)
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}"
