"""What the reports of many units come to (bảng tổng hợp), as the worker summed them up."""

from django.db import models

from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit
from vidan.reports.kinds import ReportKind


class RollUp(models.Model):
    """The newest sum of a Front and period: of how many reports, the newest of them, sections with labels, numbers, the XLSX."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ReportKind.choices)
    year = models.PositiveSmallIntegerField()
    part = models.PositiveSmallIntegerField(default=1)
    reports = models.PositiveIntegerField()
    newest = models.BigIntegerField()
    sections = models.JSONField()
    numbers = models.JSONField()
    file = models.OneToOneField(StoredFile, null=True, on_delete=models.SET_NULL, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("front", "kind", "year", "part"), name="one_roll_up_a_period"),)

    def __str__(self) -> str:
        return f"{self.front_id} {self.kind} {self.year} {self.part}"
