"""The numbers of a report that covers the Fronts below, as the worker counted them (số liệu đã đếm)."""

from django.db import models

from vidan.reports.models.report import Report


class CountedNumbers(models.Model):
    """The newest count of a report: sums of the facts of all figures up to the end of a day, and when they were counted."""

    report = models.OneToOneField(Report, on_delete=models.CASCADE, related_name="counted")
    cut_off = models.DateField()
    numbers = models.JSONField()
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.report_id} {self.cut_off}"
