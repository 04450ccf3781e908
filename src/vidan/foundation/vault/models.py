"""The vault (két): every text of a teller and every reason, sealed; the table alone tells nothing."""

from typing import ClassVar

from django.db import models

from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import Unit


class FrontKey(models.Model):
    """The Front's public key, to which a confidential teller's own words are sealed; the private half is nowhere at rest."""

    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    public = models.BinaryField()
    made_at = models.DateTimeField()
    retired_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.unit_id} {self.pk}"


class Keeper(models.Model):
    """A custodian's own key pair (khóa riêng của người giữ khóa): its private half is wrapped under her passphrase (Argon2id).

    `tries` counts wrong passphrases in a row, so that guessing is slowed down.
    """

    user = models.OneToOneField(User, on_delete=models.PROTECT, related_name="+")
    public = models.BinaryField()
    salt = models.BinaryField()
    wrapped = models.BinaryField()
    since = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    tried_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}"


class Custodian(models.Model):
    """A keeper of a Front's key (người giữ khóa): her copy of its private half, sealed to her own public key."""

    key = models.ForeignKey(FrontKey, on_delete=models.PROTECT, related_name="custodians")
    keeper = models.ForeignKey(Keeper, on_delete=models.PROTECT, related_name="copies")
    copy = models.BinaryField()
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "keeper"), name="one_copy_a_custodian"),)

    def __str__(self) -> str:
        return f"{self.keeper_id} {self.key_id}"


class Sitting(models.Model):
    """An open sitting (phiên mở danh tính): the custodian's own private half, re-wrapped under a secret in her browser alone."""

    keeper = models.OneToOneField(Keeper, on_delete=models.CASCADE, related_name="sitting")
    opened_at = models.DateTimeField()
    ends_at = models.DateTimeField(db_index=True)
    wrapped = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.keeper_id} {self.ends_at}"


class SealedText(models.Model):
    """One sealed text; `kind` and `subject` are bound into the seal, so that no text can be moved to another place.

    An empty `body` is a text that was destroyed when its time was over (tiêu hủy).
    """

    SERVER: ClassVar[str] = "server"
    FRONT: ClassVar[str] = "front"

    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=40, db_index=True)
    under = models.CharField(max_length=6, choices=((SERVER, SERVER), (FRONT, FRONT)))
    front_key = models.ForeignKey(FrontKey, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
