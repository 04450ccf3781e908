"""Receipts (biên nhận) and the conversation that goes by them."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.vault.models import SealedText


class Receipt(models.Model):
    """The right to come back: the code itself is nowhere, only its HMAC under a key outside the database."""

    subject = models.CharField(max_length=40, unique=True)
    mark = models.CharField(max_length=64, unique=True)
    issued_at = models.DateTimeField()
    noted_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return self.subject


class Author(models.TextChoices):
    TELLER = "teller", _("Người gửi")
    FRONT = "front", _("Mặt trận")


class Letter(models.Model):
    """One letter (thư) between the Front and the person who holds the receipt; its words are sealed."""

    subject = models.CharField(max_length=40, db_index=True)
    author = models.CharField(max_length=8, choices=Author.choices)
    actor = models.CharField(max_length=20)
    body = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    written_at = models.DateTimeField()
    read_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("written_at", "pk")
        indexes = (models.Index(fields=("subject",), condition=models.Q(read_at__isnull=True), name="letter_unread"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.author}"
