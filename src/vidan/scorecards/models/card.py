"""The scorecard (phiếu chấm) of one unit for one year, and what each side entered in it."""

from datetime import date

from django.db import models
from django.db.models import Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import Paper
from vidan.foundation.units.models import Unit
from vidan.scorecards.kinds import CardKind, Stage, State
from vidan.scorecards.models.rubric import RubricVersion

HEARD = frozenset({State.CONSULTING, State.SUBMITTED, State.DECIDED, State.SENT, State.PUBLISHED})
"""States in which those who are asked, and the unit itself, may look at the sheet."""


class ScorecardQuerySet(models.QuerySet["Scorecard"]):
    def visible_to(self, actor: Actor) -> "ScorecardQuerySet":
        """The sheets an actor may know of: the one copy of the rule.

        - The Front that scores sees its own sheets.
        - The unit that is scored declares from the start, and sees the points once it is asked for its remarks.
        - Member organisations and Fronts below, in the territory of the Front, see the sheet once they are asked.
        - What is published is everybody's, by its public page.
        """
        fronts = actor.units_with("scorecards.read")
        scored = actor.units_with("scorecards.declare")
        asked = actor.units_with("scorecards.opine")
        around = Unit.objects.filter(pk__in=asked)
        territory: Q = Q(pk__in=())
        for path in ("area_id", "area__parent_id", "area__parent__parent_id"):
            territory |= Q(front__area_id__in=around.values(path))
        return self.filter(
            Q(front_id__in=fronts) | Q(unit_id__in=scored) | (territory & Q(kind=CardKind.FRONT, state__in=HEARD))
        )

    def published(self) -> "ScorecardQuerySet":
        """What everybody may read."""
        return self.filter(state=State.PUBLISHED)

    def scored_in(self, since: date, until: date) -> "ScorecardQuerySet":
        """The Front's own sheets behind the yearly score of some days: dated as services/tally.py dates them."""
        over = until.year if (until.month, until.day) == (12, 31) else until.year - 1
        by_then = Q(decided_on__lte=until) | Q(decided_on__isnull=False, year__lte=over)
        return self.filter(by_then, kind=CardKind.FRONT, decided_on__gte=since, year__gte=since.year)


class Scorecard(models.Model):
    """One unit's sheet of one year by one version of a rubric. A state changes only through a move.

    `cut_off` is the day up to which figures and records count (ngày chốt số liệu). `frozen` is the sheet as it was decided,
    with every input, reason and point; `digest` is over it. A correction is a new edition, which names the one it corrects.

    A sheet that the unit scores first has the last days for scoring itself, explaining and objecting, and the day on which it
    was sent in, none when it never was. `reminded_on` keeps a reminder from being left twice on a day.

    `returned_for` is why the Standing Committee last gave the sheet back; it is for the Front alone.
    """

    code = models.SlugField(max_length=60, unique=True)
    kind = models.CharField(max_length=8, choices=CardKind.choices)
    rubric = models.ForeignKey(RubricVersion, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    cut_off = models.DateField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFTING)
    version = models.PositiveIntegerField(default=1)
    edition = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    heard_until = models.DateField(null=True)
    appraiser = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    comment = models.TextField(blank=True)
    returned_for = models.TextField(blank=True)
    frozen = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    decided_on = models.DateField(null=True)
    decided_by = models.CharField(max_length=20, blank=True)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    published_on = models.DateField(null=True)
    self_score_until = models.DateField(null=True)
    sent_in_on = models.DateField(null=True)
    explain_until = models.DateField(null=True)
    objections_until = models.DateField(null=True)
    reminded_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    is_sample = models.BooleanField(default=False)

    objects = ScorecardQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("kind", "front", "unit", "year", "edition"), name="one_card_an_edition"),
        )
        ordering = ("-year", "unit__sort_key", "-edition")

    def __str__(self) -> str:
        return self.code


class Entry(models.Model):
    """What one side entered for one item: its inputs as they were typed, by their names, and why.

    `note` is the written ground of a judgement, the reason why the item does not apply, or the explanation of a difference.
    """

    card = models.ForeignKey(Scorecard, on_delete=models.CASCADE, related_name="entries")
    item = models.CharField(max_length=20)
    stage = models.CharField(max_length=8, choices=Stage.choices)
    inputs = models.JSONField(default=dict)
    applies = models.BooleanField(default=True)
    note = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    entered_by = models.CharField(max_length=20)
    entered_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("card", "item", "stage"), name="one_entry_a_side"),)

    def __str__(self) -> str:
        return f"{self.item} {self.stage}"
