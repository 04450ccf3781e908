"""Drafts of public forms: a day on the server, unreadable without their short code and the server's key."""

from django.db import models


class Draft(models.Model):
    """What a person typed so far. After sending only the secret of the receipt is left, until it was noted or a day is over."""

    mark = models.CharField(max_length=64, unique=True)
    form = models.CharField(max_length=20)
    body = models.BinaryField()
    sent = models.BooleanField(default=False)
    files = models.CharField(max_length=40, unique=True)
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.form
