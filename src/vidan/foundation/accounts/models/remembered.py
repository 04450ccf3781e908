"""What sign-in remembers for some minutes."""

from django.db import models


class Remembered(models.Model):
    """A failed try or a used code, known to every web process; `mark` is an HMAC, so no address and no person is told."""

    mark = models.CharField(max_length=64, unique=True)
    value = models.JSONField()
    ends_at = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        return self.mark
