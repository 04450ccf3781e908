"""What others say of a sheet: the bodies that were asked, the unit itself, and the index that another body published later."""

from django.db import models

from vidan.foundation.papers.models import IncomingPaper
from vidan.foundation.units.models import Unit
from vidan.scorecards.kinds import Stand
from vidan.scorecards.models.card import Scorecard


class ItemOpinion(models.Model):
    """What a member organisation or a Front below thinks of one item (ý kiến góp ý); one a unit, the newest counts."""

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="opinions")
    item = models.CharField(max_length=20)
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    stand = models.CharField(max_length=8, choices=Stand.choices)
    text = models.TextField(blank=True)
    said_by = models.CharField(max_length=20)
    said_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("card", "item", "unit"), name="one_opinion_a_unit"),)
        ordering = ("unit__sort_key", "pk")

    def __str__(self) -> str:
        return f"{self.item} {self.stand}"


class Remark(models.Model):
    """What the scored unit remarks (ý kiến của đơn vị được chấm): on an item, or on the whole; signed in, or from paper."""

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="remarks")
    item = models.CharField(max_length=20, blank=True)
    text = models.TextField()
    paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    said_by = models.CharField(max_length=20)
    said_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.item} {self.pk}"


class OfficialIndex(models.Model):
    """What the appraising body later published for an item (empty: the whole), beside the Front's own points.

    `maximum` is that body's own, where it weighs otherwise.
    """

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="official")
    item = models.CharField(max_length=20, blank=True)
    points = models.DecimalField(max_digits=9, decimal_places=4)
    maximum = models.DecimalField(max_digits=9, decimal_places=4)
    source = models.CharField(max_length=300)
    published_on = models.DateField()
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("card", "item"), name="one_official_an_item"),)

    def __str__(self) -> str:
        return f"{self.item} {self.points}"
