"""A recommendation (kiến nghị) of a conclusion, its answer, what the Front verified, and the papers that press for it."""

from datetime import date

from django.db import models

from vidan.domain.supervision.standing import Standing, Told, is_late, standing
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.oversight.inspection_kinds import STANDINGS, Carried, Decided, DueBy, PressingKind
from vidan.oversight.models.inspection import Inspection


class RecommendationQuerySet(models.QuerySet["Recommendation"]):
    def followed(self) -> "RecommendationQuerySet":
        """Those that are neither verified nor declined by the superior."""
        declined = Pressing.objects.filter(recommendation=models.OuterRef("pk"), decided=Decided.DECLINED)
        return self.filter(~models.Exists(declined), carried="")


class Recommendation(models.Model):
    """One recommendation to the unit.

    `sets_due_on` is the day the conclusion itself names; without one the programme's term counts from the day the conclusion
    is sent. `due_on` stands from that day on, with `due_by` saying why; a superior that tells the unit to answer gives it a
    new one. `overdue_told` marks that the fact of being overdue was written for the figures.
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

    objects = RecommendationQuerySet.as_manager()

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("inspection", "number"), name="one_recommendation_a_number"),)

    def __str__(self) -> str:
        return f"{self.inspection_id} {self.number}"

    @property
    def pressed(self) -> "list[Pressing]":
        """The papers that pressed for an answer, in their order."""
        return list(self.pressings.all())

    @property
    def told(self) -> Told:
        """What is known of it, as the rules ask for it; what went before an instruction of the superior counts no more."""
        last = next(reversed(self.pressed), None)
        if last is not None and last.decided == Decided.INSTRUCTED:
            last = None
        urged = last is not None and last.kind == PressingKind.URGING
        return Told(
            self.due_on,
            self.answered_on,
            self.carried,
            urged_until=last.answer_by if last and urged else None,
            petitioned_on=last.sent_on if last and not urged else None,
            decided=last.decided if last else "",
        )

    @property
    def standing(self) -> Standing:
        """Where it stands today."""
        return standing(self.told, clock.today())

    @property
    def next_on(self) -> date | None:
        """The day that counts next: an answer to be verified, else the day by which somebody owes one; None when it is over."""
        last = next(reversed(self.pressed), None)
        match self.standing:
            case Standing.ANSWERED:
                return self.answered_on
            case Standing.SETTLED:
                return last.answered_on if last else None
            case Standing.URGED | Standing.PETITIONED:
                return last.answer_by if last else None
            case Standing.OWED | Standing.OVERDUE:
                return self.due_on
            case _:
                return None

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
    def clock_role(self) -> str:
        """How the term that runs for it is called among the clocks of its inspection."""
        return f"answer-{self.number}"


class Pressing(models.Model):
    """A numbered paper that presses for the answer to a recommendation: an urging to the unit, or a petition to its superior.

    `answer_by` is the last day that it asks an answer by; the law names no number of days (GS-06), the programme's count. What
    the superior answered to a petition is recorded from its paper: what it `decided`, and its words.
    """

    recommendation = models.ForeignKey(Recommendation, on_delete=models.CASCADE, related_name="pressings")
    kind = models.CharField(max_length=10, choices=PressingKind.choices)
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField()
    answer_by = models.DateField()
    decided = models.CharField(max_length=12, choices=Decided.choices, blank=True)
    answer = models.TextField(blank=True)
    answered_on = models.DateField(null=True)
    answer_paper = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.recommendation_id} {self.kind}"

    @property
    def slug(self) -> str:
        """How its paper is called in the address."""
        return f"{SLUGS[PressingKind(self.kind)]}-{self.pk}"


SLUGS = {PressingKind.URGING: "don-doc", PressingKind.PETITION: "kien-nghi"}
