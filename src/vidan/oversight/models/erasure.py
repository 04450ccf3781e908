"""Inspections and supervisions whose working papers may go, as the table of retention says, and what the head decided."""

from django.db import models

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.personal import Erasing
from vidan.oversight.inspection_moves import ERASE


class InspectionErasureQuerySet(models.QuerySet["InspectionErasure"]):
    def visible_to(self, actor: Actor) -> "InspectionErasureQuerySet":
        """The proposals of the Fronts that the actor heads."""
        return self.filter(front_id__in=actor.units_with(ERASE))


class InspectionErasure(Erasing):
    """One inspection whose working papers may go; `subject` is its code."""

    objects = InspectionErasureQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("front", "state", "due_on", "id"), name="inspection_erasure_desk"),)

    @property
    def label(self) -> str:
        """How it is called on a page."""
        return self.subject
