"""Nhờ mở danh tính: an officer asks the custodians about who gave an opinion in confidence."""

from django.db import models

from vidan.consultations.models.opinion import Opinion
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.names import NameAsked, Outcome


class NameRequestQuerySet(models.QuerySet["NameRequest"]):
    def visible_to(self, actor: Actor) -> "NameRequestQuerySet":
        """The requests about opinions whose names lie in the custodian's keeping."""
        return self.filter(opinion__in=Opinion.objects.in_custody_of(actor))


class NameRequest(NameAsked):
    """One request about an opinion."""

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="name_requests")

    objects = NameRequestQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        constraints = (
            models.UniqueConstraint(
                fields=("opinion", "asked_by"),
                condition=models.Q(outcome=Outcome.WAITING),
                name="one_waiting_name_request_an_officer",
            ),
        )

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.outcome}"

    @property
    def subject(self) -> str:
        """What it is about, by its code."""
        return str(self.opinion.code)
