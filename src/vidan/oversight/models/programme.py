"""Chương trình phối hợp, kế hoạch, nhiệm vụ: the programme of two bodies, the plan of a year, what it asks and of whom."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of, within
from vidan.oversight.duty_kinds import DutyStage, Part, PlanState, RhythmWords

SEE, RUN, APPROVE = "oversight.see_programme", "oversight.run_plan", "oversight.approve_plan"


def _above_or_below(units: frozenset[int]) -> Q:
    """Fronts in whose territory the units lie, or that lie in theirs."""
    below = Q(children__in=units) | Q(children__children__in=units) | Q(children__children__children__in=units)
    return Q(front__in=Unit.objects.filter(below | Q(pk__in=units)).values("pk")) | Q(
        front__in=Unit.objects.filter(within(units)).values("pk")
    )


class ProgrammeQuerySet(models.QuerySet["Programme"]):
    def visible_to(self, actor: Actor) -> "ProgrammeQuerySet":
        """The programmes of the Fronts above and below the actor's units; they are signed papers, no drafts."""
        return self.filter(_above_or_below(in_place_of(actor.units_with(SEE), clock.today())))


class Programme(models.Model):
    """Chương trình phối hợp between a Front and the People's Committee beside it, for some years.

    `articles` are in our own words, one a paragraph; its terms are the rules of kind programme in data/rules. `file` is the
    signed copy.
    """

    code = models.SlugField(max_length=30, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    partner = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    number = models.CharField(max_length=60)
    title = models.CharField(max_length=300)
    signed_on = models.DateField()
    first_year = models.PositiveSmallIntegerField()
    last_year = models.PositiveSmallIntegerField()
    articles = models.TextField(blank=True)
    file = models.OneToOneField(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    is_sample = models.BooleanField(default=False)

    objects = ProgrammeQuerySet.as_manager()

    class Meta:
        ordering = ("-first_year", "pk")
        constraints = (
            models.CheckConstraint(condition=Q(first_year__lte=models.F("last_year")), name="a_programme_ends_later"),
        )

    def __str__(self) -> str:
        return self.code


class PlanQuerySet(models.QuerySet["Plan"]):
    def visible_to(self, actor: Actor) -> "PlanQuerySet":
        """One's own Front's plans in every state; published ones of the Fronts above and below the actor's units."""
        day = clock.today()
        own = Q(front_id__in=in_place_of(actor.units_with(RUN), day))
        around = _above_or_below(in_place_of(actor.units_with(SEE), day))
        return self.filter(own | around & Q(state=PlanState.PUBLISHED))

    def run_by(self, actor: Actor) -> "PlanQuerySet":
        """The plans that the actor's Front runs."""
        return self.filter(front_id__in=in_place_of(actor.units_with(RUN), clock.today()))

    def public(self) -> "PlanQuerySet":
        """What everybody may read."""
        return self.filter(state=PlanState.PUBLISHED)


class Plan(models.Model):
    """Kế hoạch of a Front for a year. `file` is the paper that it was read from; `number` is the paper's own."""

    code = models.SlugField(max_length=30, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    programme = models.ForeignKey(Programme, null=True, on_delete=models.PROTECT, related_name="plans")
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    number = models.CharField(max_length=60, blank=True)
    state = models.CharField(max_length=10, choices=PlanState.choices, default=PlanState.DRAFT)
    published_on = models.DateField(null=True)
    file = models.OneToOneField(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    version = models.PositiveIntegerField(default=1)
    made_by = models.CharField(max_length=20)
    is_sample = models.BooleanField(default=False)

    objects = PlanQuerySet.as_manager()

    class Meta:
        ordering = ("-year", "-pk")
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=PlanState.PUBLISHED) | Q(published_on__isnull=False),
                name="a_published_plan_has_a_day",
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def is_published(self) -> bool:
        """Whether units and everybody read it."""
        return self.state == PlanState.PUBLISHED


class DutyQuerySet(models.QuerySet["Duty"]):
    def visible_to(self, actor: Actor) -> "DutyQuerySet":
        """The confirmed duties of the plans the actor may read, and what was read out of those he runs."""
        seen = Plan.objects.visible_to(actor).values("pk")
        ours = Plan.objects.run_by(actor).values("pk")
        return self.filter(Q(plan__in=seen) & (Q(stage=DutyStage.CONFIRMED) | Q(plan__in=ours)))

    def confirmed(self) -> "DutyQuerySet":
        """What a person has confirmed."""
        return self.filter(stage=DutyStage.CONFIRMED)


class Duty(models.Model):
    """Nhiệm vụ: one thing that a plan asks. `clause` is its place in the plan (2.3), `title` a short name of its `words`.

    Its report is due `days` working days after each period, or on `by` when it is done once. `figure` is the declared figure
    that shows it done, out of `target` when one was set; `place` names where it is done otherwise (duty_places.py).
    `done_on` is set by its last accepted report or by the Front, with `done_note`.
    """

    code = models.SlugField(max_length=30, unique=True)
    plan = models.ForeignKey(Plan, on_delete=models.CASCADE, related_name="duties")
    position = models.PositiveSmallIntegerField()
    clause = models.CharField(max_length=20)
    part = models.CharField(max_length=300, blank=True)
    title = models.CharField(max_length=160)
    words = models.TextField(max_length=4000)
    stage = models.CharField(max_length=10, choices=DutyStage.choices, default=DutyStage.PROPOSED)
    is_likely = models.BooleanField(default=True)
    rhythm = models.CharField(max_length=10, choices=RhythmWords.choices, default=RhythmWords.YEAR)
    by = models.DateField(null=True)
    days = models.PositiveSmallIntegerField(default=5)
    figure = models.CharField(max_length=40, blank=True)
    target = models.PositiveIntegerField(null=True)
    place = models.CharField(max_length=20, blank=True)
    done_on = models.DateField(null=True)
    done_note = models.CharField(max_length=300, blank=True)
    version = models.PositiveIntegerField(default=1)

    objects = DutyQuerySet.as_manager()

    class Meta:
        ordering = ("plan", "position")
        verbose_name_plural = "duties"
        constraints = (models.UniqueConstraint(fields=("plan", "position"), name="one_duty_a_place"),)

    def __str__(self) -> str:
        return self.code

    @property
    def rhythm_words(self) -> str:
        """`hằng quý`, or the day of what is done once."""
        if self.rhythm == RhythmWords.ONCE and self.by:
            return _("một lần, đến %(day)s") % {"day": f"{self.by:%d/%m/%Y}"}
        return str(self.get_rhythm_display())


class DutyUnit(models.Model):
    """A unit that is responsible for a duty (chịu trách nhiệm), and then reports on it, or takes part (phối hợp)."""

    duty = models.ForeignKey(Duty, on_delete=models.CASCADE, related_name="units")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    part = models.CharField(max_length=12, choices=Part.choices)

    class Meta:
        ordering = ("unit__level", "unit__kind", "unit__sort_key")
        constraints = (models.UniqueConstraint(fields=("duty", "unit"), name="one_part_a_unit"),)

    def __str__(self) -> str:
        return f"{self.duty_id} {self.unit_id} {self.part}"
