"""The prepared copy (bản chuyển): what a body may read, written by one officer and checked by a second."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.files.models import StoredFile
from vidan.foundation.vault.models import SealedText


class CopyState(models.TextChoices):
    DRAFT = "draft", _("đang viết")
    READY = "ready", _("chờ kiểm tra")
    CHECKED = "checked", _("đã kiểm tra")
    RETURNED = "returned", _("trả lại")


class PreparedCopy(models.Model):
    """One version of the copy. A checked version is never changed; a new one is written beside it."""

    subject = models.CharField(max_length=40)
    version = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=10, choices=CopyState.choices, default=CopyState.DRAFT)
    text = models.TextField()
    prepared_by = models.CharField(max_length=20)
    prepared_at = models.DateTimeField()
    checked_by = models.CharField(max_length=20, blank=True)
    checked_at = models.DateTimeField(null=True)
    note = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("subject", "version"), name="one_copy_a_version"),
            models.CheckConstraint(
                condition=~models.Q(state="checked") | ~models.Q(prepared_by=models.F("checked_by")),
                name="a_second_person_checks",
            ),
        )
        ordering = ("subject", "version")

    def __str__(self) -> str:
        return f"{self.subject} v{self.version}"


class CopiedFile(models.Model):
    """A file whose cleaned copy goes along with a prepared copy."""

    copy = models.ForeignKey(PreparedCopy, on_delete=models.CASCADE, related_name="files")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("copy", "file"), name="one_line_a_copied_file"),)

    def __str__(self) -> str:
        return f"{self.copy_id} {self.file_id}"


class BlackenedFile(models.Model):
    """A file drawn anew with black bars (tệp đã che): `file` holds the new bytes, `source` is what the teller sent."""

    file = models.OneToOneField(StoredFile, on_delete=models.CASCADE, related_name="blackened")
    source = models.ForeignKey(StoredFile, on_delete=models.CASCADE, related_name="+")
    bars = models.TextField()
    made_by = models.CharField(max_length=20)
    made_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.source_id} → {self.file_id}"
