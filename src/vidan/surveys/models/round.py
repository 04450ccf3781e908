"""A round of a survey (đợt khảo sát): what is asked, where, of how many, and how asking went."""

from datetime import date

from django.db import models

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import CounterPoint, Unit
from vidan.surveys.kinds import ContactOutcome, RoundState, Way
from vidan.surveys.models.questionnaire import QuestionnaireVersion


class SurveyRoundQuerySet(models.QuerySet["SurveyRound"]):
    def visible_to(self, actor: Actor) -> "SurveyRoundQuerySet":
        """The rounds an actor may know of at the desk: those of a Front where he works with surveys or interviews."""
        fronts = actor.units_with("surveys.see")
        return self.filter(front_id__in=fronts)

    def answerable(self) -> "SurveyRoundQuerySet":
        """The rounds that take replies now."""
        return self.filter(state=RoundState.OPEN)

    def on_day(self, day: date) -> "SurveyRoundQuerySet":
        """The rounds whose period holds a day."""
        return self.filter(first_day__lte=day, last_day__gte=day)

    def published(self) -> "SurveyRoundQuerySet":
        """What everybody may read."""
        return self.filter(state=RoundState.PUBLISHED)


class SurveyRound(models.Model):
    """One round by one version of a questionnaire, from a day to a day.

    `error` is the margin e of the sample size n = N / (1 + N e²), in per cent. `ways` are the ways that are open. `live` says
    that everybody may follow the result while it is open, in steps of ten replies. `device_key` is the private key, sealed
    under the server's, for what devices without a network seal; `device_public` its public half (P-256, an uncompressed
    point in base64url).
    `taken` counts the replies that are kept, `unusable` those that could not be read, `journalled` how many of them the
    journal holds already. `frozen` is the result as it was published; `digest` is over it.
    """

    code = models.SlugField(max_length=40, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    questionnaire = models.ForeignKey(QuestionnaireVersion, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    purpose = models.TextField(blank=True)
    first_day = models.DateField()
    last_day = models.DateField()
    error = models.DecimalField(max_digits=4, decimal_places=2, default=5)
    ways = models.JSONField(default=list)
    live = models.BooleanField(default=False)
    state = models.CharField(max_length=12, choices=RoundState.choices, default=RoundState.DRAFT)
    version = models.PositiveIntegerField(default=1)
    device_key = models.BinaryField(null=True)
    device_public = models.CharField(max_length=100, blank=True)
    taken = models.PositiveIntegerField(default=0)
    unusable = models.PositiveIntegerField(default=0)
    journalled = models.PositiveIntegerField(default=0)
    frozen = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    opened_by = models.CharField(max_length=20)
    opened_at = models.DateTimeField(null=True)
    closed_at = models.DateTimeField(null=True)
    published_on = models.DateField(null=True)
    published_by = models.CharField(max_length=20, blank=True)
    is_sample = models.BooleanField(default=False)

    objects = SurveyRoundQuerySet.as_manager()

    class Meta:
        ordering = ("-first_day", "-pk")

    def __str__(self) -> str:
        return self.code


class Stratum(models.Model):
    """One part of the sampling frame (tầng mẫu): a counter, for one procedure or for all.

    `population` is how many used it in the period (N), None where nobody knows; `target` how many replies are wanted, `quota`
    from how many on no more are taken, None for no limit.
    """

    round = models.ForeignKey(SurveyRound, on_delete=models.CASCADE, related_name="strata")
    counter = models.ForeignKey(CounterPoint, on_delete=models.PROTECT, related_name="+")
    unit = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    procedure = models.CharField(max_length=200, blank=True)
    population = models.PositiveIntegerField(null=True)
    target = models.PositiveIntegerField(null=True)
    quota = models.PositiveIntegerField(null=True)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("round", "counter", "procedure"), name="one_stratum_a_procedure"),
        )
        ordering = ("unit__sort_key", "counter__code", "procedure")

    def __str__(self) -> str:
        return f"{self.counter_id} {self.procedure}"


class ContactCount(models.Model):
    """How many people of a stratum were asked in vain on a day, by outcome; no row is about one person."""

    stratum = models.ForeignKey(Stratum, on_delete=models.CASCADE, related_name="contacts")
    on = models.DateField()
    way = models.CharField(max_length=12, choices=Way.choices)
    outcome = models.CharField(max_length=12, choices=ContactOutcome.choices)
    count = models.PositiveIntegerField(default=0)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("stratum", "on", "way", "outcome"), name="one_contact_count_a_day"),
        )

    def __str__(self) -> str:
        return f"{self.on} {self.outcome} {self.count}"
