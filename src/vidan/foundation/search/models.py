"""One index over everything that may be searched; each duty says what it publishes, never a sealed text."""

from django.db import models


class Found(models.Model):
    """One searchable file: its public code, and its words folded (without marks) with the marks of who may look."""

    subject = models.CharField(max_length=40, unique=True)
    folded = models.TextField()

    def __str__(self) -> str:
        return self.subject
