"""Rows pasted from Excel: what was entered once is known again, by a mark that tells nothing of what stood in the row."""

from django.db import models

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.units.models import Unit


class PastedRow(models.Model):
    """One row of a list that became a case; the same row is not entered twice for one Front."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    mark = models.CharField(max_length=64)
    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, related_name="pasted_row")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("front", "mark"), name="a_row_is_entered_once"),)

    def __str__(self) -> str:
        return f"{self.front_id} {self.pk}"
