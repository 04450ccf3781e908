"""Official papers (văn bản đi), their registers, and papers that came in (văn bản đến)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit


class Register(models.Model):
    """The numbers of one kind of paper of a unit in a year; taken numbers stay taken."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=24)
    taken = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "year", "kind"), name="one_register_a_kind_and_year"),)

    def __str__(self) -> str:
        return f"{self.kind} {self.year}"


class PaperState(models.TextChoices):
    DRAFT = "draft", _("dự thảo")
    ISSUED = "issued", _("đã ban hành")
    VOIDED = "voided", _("đã hủy")


class Frozen(RuntimeError):
    """An issued paper was to be changed; it can only be voided."""


class Paper(models.Model):
    """One paper. What it says is frozen with its digest when it gets its number."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="papers")
    kind = models.CharField(max_length=24)
    subject = models.CharField(max_length=40, db_index=True)
    structure = models.JSONField()
    state = models.CharField(max_length=8, choices=PaperState.choices, default=PaperState.DRAFT)
    drafted_by = models.CharField(max_length=20)
    drafted_at = models.DateTimeField()
    year = models.PositiveSmallIntegerField(null=True)
    number = models.PositiveIntegerField(null=True)
    issued_on = models.DateField(null=True)
    issued_by = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    sent_on = models.DateField(null=True)
    sent_how = models.CharField(max_length=16, blank=True)
    void_reason = models.CharField(max_length=30, blank=True)
    signed_copy = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "kind", "year", "number"), name="one_paper_a_number"),)

    def __str__(self) -> str:
        return self.label

    @property
    def label(self) -> str:
        """`07/PC-MTTQ-BTT`: numbers below 10 get a leading 0 (NĐ 30/2020 Annex I)."""
        return f"{self.number:02d}/{self.structure['symbol']}" if self.number else ""


class IncomingPaper(models.Model):
    """A paper that came in, with its number in the register of incoming papers (số đến)."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    number = models.PositiveIntegerField()
    sender = models.CharField(max_length=200)
    their_number = models.CharField(max_length=60)
    dated = models.DateField()
    received_on = models.DateField()
    subject = models.CharField(max_length=40, db_index=True)
    scan = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "year", "number"), name="one_incoming_number"),)

    def __str__(self) -> str:
        return f"{self.number}/{self.year}"


class WordingVersion(models.Model):
    """One version of the wording of a kind of paper (mẫu lời văn), never changed; the one used last is in force."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    name = models.CharField(max_length=24)
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    made_by = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints = (models.UniqueConstraint(fields=("unit", "name", "number"), name="one_wording_a_number"),)
        ordering = ("-number",)

    def __str__(self) -> str:
        return f"{self.name} v{self.number}"
