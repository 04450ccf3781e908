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


class KeptText(models.Model):
    """What a signed-in person was writing in one place; sealed, and gone once it was sent."""

    user_id = models.BigIntegerField()
    place = models.CharField(max_length=60)
    body = models.BinaryField()
    kept_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("user_id", "place"), name="one_text_a_place"),)

    def __str__(self) -> str:
        return self.place
