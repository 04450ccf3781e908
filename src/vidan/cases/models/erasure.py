"""Tiêu hủy nội dung: what is due to be erased by which rule, and what the head decided."""

from django.db import models
from django.utils.translation import gettext

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.personal import Erasing


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def visible_to(self, actor: Actor) -> "ErasureQuerySet":
        """The proposals of the Fronts that the actor heads."""
        return self.filter(front_id__in=actor.units_with("cases.erase"))


class Erasure(Erasing):
    """One file of cases whose content may go; `subject` is a case's code or `call-<key>`."""

    objects = ErasureQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("front", "state", "due_on", "id"), name="erasure_desk"),)

    @property
    def label(self) -> str:
        """How the file is called on a page."""
        kind, _dash, number = self.subject.partition("-")
        return gettext("Cuộc gọi số %(n)s") % {"n": number} if kind == "call" else self.subject
