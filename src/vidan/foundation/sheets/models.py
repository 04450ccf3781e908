"""Spreadsheets that take a while: made by the worker, found again at their own page, gone after some days."""

from django.db import models

from vidan.foundation.accounts.models import User


class Export(models.Model):
    """One list that a person asked for: what of, how far it is, and where it lies once it is done."""

    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    what = models.CharField(max_length=40)
    filters = models.CharField(max_length=400, blank=True)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    asked_at = models.DateTimeField()
    ready = models.BooleanField(default=False)
    name = models.CharField(max_length=60, blank=True)
    sealed = models.CharField(max_length=40, blank=True)

    def __str__(self) -> str:
        return f"{self.what} {self.done}/{self.total}"
