"""Files that people and officers hand in; the row tells nothing of the sender, the bytes lie sealed beside it."""

from django.db import models

from vidan.foundation.files.kinds import FileKind


class StoredFile(models.Model):
    """One original (tệp gốc): `subject` is a case code or the key of a draft, `digest` the SHA-256 of the original.

    `is_destroyed` marks a row whose bytes are being removed; it goes when they are gone.
    """

    name = models.CharField(max_length=26, unique=True)
    subject = models.CharField(max_length=40, db_index=True)
    kind = models.CharField(max_length=4, choices=FileKind.choices)
    size = models.PositiveIntegerField()
    digest = models.CharField(max_length=64)
    sealed_name = models.BinaryField()
    position = models.PositiveSmallIntegerField()
    created_at = models.DateTimeField()
    cleaned_digest = models.CharField(max_length=64, blank=True)
    is_destroyed = models.BooleanField(default=False)

    class Meta:
        ordering = ("subject", "position", "pk")

    def __str__(self) -> str:
        return self.name
