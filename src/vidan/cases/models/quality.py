"""Quality of answers (chất lượng trả lời): a drawn round of answers, each read by two people, and what they settled on."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.cases.models.casefile import CaseFile, Transfer
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import SealedText

READERS = 2
"""How many people read an answer, each without the other's marks."""


class Mark(models.TextChoices):
    """Mức."""

    YES = "yes", pgettext_lazy("mark", "Có")
    PARTLY = "partly", _("Một phần")
    NO = "no", pgettext_lazy("mark", "Không")


class RoundQuerySet(models.QuerySet["QualityRound"]):
    def visible_to(self, actor: Actor) -> "RoundQuerySet":
        """The rounds of the Fronts in which the actor reads cases."""
        return self.filter(front_id__in=actor.units_with("cases.quality"))


class QualityRound(models.Model):
    """One round: answers of a period, drawn with a seed that is kept, so that anybody can draw it again."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    since = models.DateField()
    until = models.DateField()
    seed = models.CharField(max_length=32)
    size = models.PositiveSmallIntegerField()
    population = models.PositiveIntegerField()
    drawn_at = models.DateTimeField()
    drawn_by = models.CharField(max_length=20)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return f"{self.since} {self.until} {self.seed}"


class ItemQuerySet(models.QuerySet["QualityItem"]):
    def visible_to(self, actor: Actor) -> "ItemQuerySet":
        """The answers of the actor's rounds whose cases he may know of; the conflict guard holds here too."""
        rounds = QualityRound.objects.visible_to(actor)
        return self.filter(round__in=rounds, transfer__case__in=CaseFile.objects.visible_to(actor))


class QualityItem(models.Model):
    """One answer of a round. `marks` are what counts in the end, by question; `settled_by` is empty when both agreed."""

    round = models.ForeignKey(QualityRound, on_delete=models.PROTECT, related_name="items")
    number = models.PositiveSmallIntegerField()
    transfer = models.ForeignKey(Transfer, on_delete=models.PROTECT, related_name="+")
    marks = models.JSONField(default=dict)
    settled_by = models.CharField(max_length=20, blank=True)
    together = models.BooleanField(default=False)
    reason = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")

    objects = ItemQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("round", "number"), name="one_item_a_number"),
            models.UniqueConstraint(fields=("round", "transfer"), name="one_item_an_answer"),
        )

    def __str__(self) -> str:
        return f"{self.round_id}/{self.number}"


class QualityReading(models.Model):
    """What one reader thinks of one answer, by question."""

    item = models.ForeignKey(QualityItem, on_delete=models.PROTECT, related_name="readings")
    reader = models.CharField(max_length=20)
    marks = models.JSONField()
    read_at = models.DateTimeField()

    class Meta:
        ordering = ("pk",)
        constraints = (models.UniqueConstraint(fields=("item", "reader"), name="one_reading_a_reader"),)

    def __str__(self) -> str:
        return f"{self.item_id} {self.reader}"
