"""A recommendation (kiến nghị) of a conclusion, its answer, what the Front verified, and the petition to the superior."""

from datetime import date

from django.db import models

from vidan.domain.supervision.standing import Standing, Told, is_late, standing
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.oversight.inspection_kinds import STANDINGS, Carried, DueBy
from vidan.oversight.models.inspection import Inspection


class Recommendation(models.Model):
    """One recommendation to the unit.

    `sets_due_on` is the day the conclusion itself names; without one the programme's term counts from the day the conclusion
    is sent. `due_on` stands from that day on, with `due_by` saying why. `overdue_told` marks that the fact of being overdue
    was written for the figures.
    """

    inspection = models.ForeignKey(Inspection, on_delete=models.CASCADE, related_name="recommendations")
    number = models.PositiveSmallIntegerField()
    text = models.TextField()
    sets_due_on = models.DateField(null=True)
    due_on = models.DateField(null=True)
    due_by = models.CharField(max_length=10, choices=DueBy.choices, blank=True)
    overdue_told = models.BooleanField(default=False)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answer_paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    carried = models.CharField(max_length=10, choices=Carried.choices, blank=True)
    verified_on = models.DateField(null=True)
    verified_note = models.TextField(blank=True)
    petition = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    petitioned_on = models.DateField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("inspection", "number"), name="one_recommendation_a_number"),)

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.number}"

    @property
    def standing(self) -> Standing:
        """Where it stands today."""
        return standing(Told(self.due_on, self.answered_on, self.carried, self.petitioned_on), clock.today())

    @property
    def is_overdue(self) -> bool:
        """Whether an answer is owed and its day has passed."""
        return self.answered_on is None and not self.carried and self.is_late_on(clock.today())

    def is_late_on(self, today: date) -> bool:
        """Whether the answer came, or is still missing, after its day."""
        return is_late(self.due_on, self.answered_on, today)

    @property
    def standing_words(self) -> str:
        """Where it stands, in words."""
        return str(STANDINGS[self.standing][0])

    @property
    def tone(self) -> str:
        """How it is coloured."""
        return STANDINGS[self.standing][1]

    @property
    def petition_slug(self) -> str:
        """How its petition is called in the address."""
        return f"kien-nghi-{self.number}"
