"""Nhờ mở danh tính: an officer asks the custodians about somebody who asked for confidence, and what they answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.models import User
from vidan.foundation.vault.models import SealedText


class Outcome(models.TextChoices):
    WAITING = "waiting", _("chờ người giữ khóa")
    DONE = "done", _("người giữ khóa đã làm")
    REFUSED = "refused", _("người giữ khóa không mở")


class NotToBeOpened(Exception):
    """The teller is anonymous or asked for confidence, or the content is gone: the name does not open this way."""


class AlreadyAsked(ValueError):
    """The officer's request about this file still waits."""


class AlreadyAnswered(ValueError):
    """Another custodian has answered in the meantime."""


class NameAsked(models.Model):
    """One request; the name itself never comes back this way, the custodian says only what is needed.

    Each duty has a table of its own, which says what the request is about.
    """

    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)
    answer = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
