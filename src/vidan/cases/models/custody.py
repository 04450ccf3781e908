"""Nhờ mở danh tính: an officer asks the custodians about the teller of one case, and what they answered."""

from django.db import models

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.names import NameAsked, Outcome


class IdentityRequestQuerySet(models.QuerySet["IdentityRequest"]):
    def visible_to(self, actor: Actor) -> "IdentityRequestQuerySet":
        """The requests about cases whose names lie in the custodian's keeping."""
        return self.filter(case__in=CaseFile.objects.in_custody_of(actor))


class IdentityRequest(NameAsked):
    """One request about a case."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="identity_requests")

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

    @property
    def subject(self) -> str:
        """What it is about, by its code."""
        return str(self.case.code)
