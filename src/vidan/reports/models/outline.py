"""A Front's own versions of the templates."""

from django.db import models

from vidan.foundation.units.models import Unit
from vidan.reports.kinds import ReportKind


class OutlineVersion(models.Model):
    """One version of a Front's template of a kind of report; the newest is used for reports that are opened from then on."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ReportKind.choices)
    number = models.PositiveIntegerField()
    written = models.JSONField()
    made_by = models.CharField(max_length=20)
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("front", "kind", "number"), name="one_outline_a_number"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"
