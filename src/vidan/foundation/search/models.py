"""One index over everything that may be searched; each duty says what it publishes, never a sealed text."""

from django.db import models
from django.urls import reverse


class Found(models.Model):
    """One searchable file: its public code, and its words folded (without marks) with the marks of who may look."""

    subject = models.CharField(max_length=40, unique=True)
    folded = models.TextField()

    def __str__(self) -> str:
        return self.subject


class Published(models.Model):
    """How a file is told to everybody who finds it: its kind, title, a sentence, its day, and where it stands."""

    found = models.OneToOneField(Found, primary_key=True, on_delete=models.CASCADE, related_name="published")
    kind = models.CharField(max_length=16)
    title = models.CharField(max_length=300)
    summary = models.CharField(max_length=400, blank=True)
    on = models.DateField()
    route = models.CharField(max_length=60)
    key = models.CharField(max_length=120, blank=True)

    def __str__(self) -> str:
        return self.title

    @property
    def url(self) -> str:
        """Its address in the reader's language; a key of several parts has strokes between them."""
        return reverse(self.route, args=self.key.split("/") if self.key else [])


class KnownWord(models.Model):
    """A word without marks that some published file holds; a mistyped one is compared with them."""

    word = models.CharField(max_length=20, primary_key=True)

    def __str__(self) -> str:
        return self.word
