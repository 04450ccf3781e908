"""What the worker did, and how far a long piece of work has come."""

from django.db import models


class JobState(models.Model):
    """The last run of a scheduled job: when, how long, and how it ended; real time, not the sample clock."""

    name = models.CharField(max_length=60, unique=True)
    started_at = models.DateTimeField()
    took_ms = models.PositiveIntegerField(default=0)
    ok = models.BooleanField(default=True)
    told = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.name


class Progress(models.Model):
    """A long piece of work that can be left and found again: so many done of so many."""

    name = models.CharField(max_length=80, unique=True)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    updated_at = models.DateTimeField(auto_now=True)

    def __str__(self) -> str:
        return f"{self.name} {self.done}/{self.total}"

    @property
    def finished(self) -> bool:
        return self.done >= self.total
