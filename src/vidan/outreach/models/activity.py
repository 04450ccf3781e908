"""Hoạt động tuyên truyền: what a unit did so that people know, and the lines of the year's plan."""

from django.db import models
from django.db.models import Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of, within
from vidan.outreach.activity_kinds import ActivityKind, ActivityState, Reach
from vidan.outreach.topics import topic_words

LOG, OVERSEE = "outreach.log_activity", "outreach.oversee_activities"

SHOWN = (ActivityState.DONE, ActivityState.PLANNED)
"""States in which everybody may read of a public activity."""


def _seen_by(actor: Actor) -> Q:
    """Who logs sees what his own unit did; a Front that oversees, what the units of its territory did.

    Whoever stands in the place of a unit that ended reads what that unit did.
    """
    day = clock.today()
    seen = Q(unit_id__in=in_place_of(actor.units_with(LOG), day))
    if fronts := in_place_of(actor.units_with(OVERSEE), day):
        seen |= Q(unit__in=Unit.objects.filter(within(fronts)))
    return seen


class ActivityQuerySet(models.QuerySet["Activity"]):
    def visible_to(self, actor: Actor) -> "ActivityQuerySet":
        """What an actor may read at the desk, costs too: the one copy of the rule."""
        return self.filter(_seen_by(actor))

    def public(self) -> "ActivityQuerySet":
        """What everybody may read of: held or still to come, and told by its unit."""
        return self.filter(state__in=SHOWN, is_public=True)


class Activity(models.Model):
    """One activity (hoạt động tuyên truyền) of a unit; `front` leads it and answers for the plan (leading_front()).

    `reached` people took part, read or heard; it is empty until the activity was held. `folded` is what it is found by
    without marks. Nothing is erased: one that was entered by mistake becomes void, with its reason.
    """

    code = models.SlugField(max_length=40, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=ActivityKind.choices)
    topic = models.CharField(max_length=24)
    state = models.CharField(max_length=10, choices=ActivityState.choices)
    on = models.DateField()
    place = models.CharField(max_length=200)
    reached = models.PositiveIntegerField(null=True)
    reach = models.CharField(max_length=10, choices=Reach.choices, default=Reach.COUNTED)
    title = models.CharField(max_length=200, blank=True)
    materials = models.CharField(max_length=300, blank=True)
    cost = models.PositiveBigIntegerField(null=True)
    partners = models.CharField(max_length=300, blank=True)
    is_public = models.BooleanField(default=True)
    reason = models.CharField(max_length=300, blank=True)
    folded = models.TextField(blank=True)
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()
    is_sample = models.BooleanField(default=False)

    objects = ActivityQuerySet.as_manager()

    class Meta:
        ordering = ("-on", "-pk")
        verbose_name_plural = "activities"
        indexes = (
            models.Index(fields=("unit", "-on"), name="activity_unit_on"),
            models.Index(fields=("-on", "-id"), name="activity_on"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(state=ActivityState.DONE) | Q(reached__isnull=False), name="who_held_it_says_how_many"
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def topic_words(self) -> str:
        """The topic as it reads in lists."""
        return topic_words(self.topic)

    @property
    def name(self) -> str:
        """Its title, or what it was and about what."""
        return self.title or f"{self.get_kind_display()}: {self.topic_words}"

    @property
    def is_overdue(self) -> bool:
        """Whether its day is over and nobody has said how it went."""
        return self.state == ActivityState.PLANNED and self.on < clock.today()


class ActivityFile(models.Model):
    """A picture or paper of an activity. A picture stands in public only with `alt`, what it shows in words."""

    activity = models.ForeignKey(Activity, on_delete=models.CASCADE, related_name="files")
    file = models.OneToOneField(StoredFile, on_delete=models.PROTECT, related_name="+")
    is_picture = models.BooleanField(default=False)
    alt = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.alt or str(self.pk)


class PlanLineQuerySet(models.QuerySet["PlanLine"]):
    def visible_to(self, actor: Actor) -> "PlanLineQuerySet":
        """The lines of the units whose activities the actor may read."""
        return self.filter(_seen_by(actor))


class PlanLine(models.Model):
    """One line of a Front's plan of the year (kế hoạch tuyên truyền): in a quarter, a unit does so many of a kind on a topic.

    What was done is counted against it, never stored (domain/planning). `responsible` is an office, not a person's name.
    """

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    quarter = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=12, choices=ActivityKind.choices)
    topic = models.CharField(max_length=24)
    count = models.PositiveSmallIntegerField()
    responsible = models.CharField(max_length=120, blank=True)
    is_sample = models.BooleanField(default=False)

    objects = PlanLineQuerySet.as_manager()

    class Meta:
        ordering = ("year", "unit__level", "unit__sort_key", "quarter", "kind", "topic")
        constraints = (
            models.UniqueConstraint(fields=("unit", "year", "quarter", "kind", "topic"), name="one_line_a_purpose"),
            models.CheckConstraint(condition=Q(quarter__gte=1, quarter__lte=4), name="quarters_are_four"),
        )

    def __str__(self) -> str:
        return f"{self.unit_id} {self.year}/{self.quarter} {self.kind} {self.topic}"

    @property
    def topic_words(self) -> str:
        """The topic as it reads in lists."""
        return topic_words(self.topic)
