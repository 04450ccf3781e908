"""Nhờ mở danh tính: an officer asks the custodians about the teller of one case, and what they answered."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.vault.models import SealedText


class Outcome(models.TextChoices):
    WAITING = "waiting", _("chờ người giữ khóa")
    DONE = "done", _("người giữ khóa đã làm")
    REFUSED = "refused", _("người giữ khóa không mở")


class IdentityRequestQuerySet(models.QuerySet["IdentityRequest"]):
    def visible_to(self, actor: Actor) -> "IdentityRequestQuerySet":
        """The requests about cases whose names lie in the custodian's keeping."""
        return self.filter(case__in=CaseFile.objects.in_custody_of(actor))


class IdentityRequest(models.Model):
    """One request; the name itself never comes back this way, the custodian says only what is needed."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="identity_requests")
    asked_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    asked_at = models.DateTimeField()
    reason = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices, default=Outcome.WAITING)
    answer = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    answered_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = IdentityRequestQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("case", "asked_by"),
                condition=models.Q(outcome=Outcome.WAITING),
                name="one_waiting_request_an_officer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.outcome}"
