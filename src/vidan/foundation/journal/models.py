"""The journal (sổ ghi): what happened, when, by whose code; never free text, never identity."""

from django.db import models


class Entry(models.Model):
    """One event. The database itself refuses to change or delete it."""

    at = models.DateTimeField()
    event = models.CharField(max_length=60)
    subject = models.CharField(max_length=40, db_index=True)
    actor = models.CharField(max_length=20)
    unit_id = models.BigIntegerField(null=True)
    facts = models.JSONField(default=dict)
    reason_kind = models.CharField(max_length=30, blank=True)
    reason_digest = models.CharField(max_length=64, blank=True)
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.event} {self.subject}"


class Seal(models.Model):
    """One published link (con dấu): the Merkle root over some entries, chained to the link before it."""

    number = models.PositiveIntegerField(unique=True)
    sealed_at = models.DateTimeField()
    entries = models.PositiveIntegerField()
    root = models.CharField(max_length=64)
    chain = models.CharField(max_length=64)

    class Meta:
        ordering = ("number",)

    def __str__(self) -> str:
        return f"{self.number}"


class Leaf(models.Model):
    """Which seal holds an entry, and at which place; an entry that committed late is simply in a later seal."""

    entry = models.OneToOneField(Entry, primary_key=True, on_delete=models.PROTECT, related_name="leaf")
    seal = models.ForeignKey(Seal, on_delete=models.PROTECT, related_name="leaves")
    position = models.PositiveIntegerField()

    def __str__(self) -> str:
        return f"{self.seal_id}/{self.position}"
