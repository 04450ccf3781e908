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


class Custodian(models.Model):
    """A keeper of the private key (người giữ khóa): her copy of it, wrapped under her passphrase (Argon2id)."""

    key = models.ForeignKey(FrontKey, on_delete=models.PROTECT, related_name="custodians")
    user = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    salt = models.BinaryField()
    wrapped = models.BinaryField()
    since = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("key", "user"), name="one_copy_a_custodian"),)

    def __str__(self) -> str:
        return f"{self.user_id} {self.key_id}"


class SealedText(models.Model):
    """One sealed text; `kind` and `subject` are bound into the seal, so that no text can be moved to another place."""

    SERVER: ClassVar[str] = "server"
    FRONT: ClassVar[str] = "front"

    kind = models.CharField(max_length=30)
    subject = models.CharField(max_length=40, db_index=True)
    under = models.CharField(max_length=6, choices=((SERVER, SERVER), (FRONT, FRONT)))
    front_key = models.ForeignKey(FrontKey, null=True, on_delete=models.PROTECT, related_name="+")
    body = models.BinaryField()

    def __str__(self) -> str:
        return f"{self.kind} {self.subject}"
