"""Official surveys (khảo sát chính thức) that the Front watches: what is known of them, what was found, letters and answers."""

from django.db import models
from django.db.models import Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Area, Unit
from vidan.surveys.kinds import Finding, Mode
from vidan.surveys.models.round import SurveyRound


class OfficialSurveyQuerySet(models.QuerySet["OfficialSurvey"]):
    def visible_to(self, actor: Actor) -> "OfficialSurveyQuerySet":
        """The surveys an actor may know of at the desk: those that his Front watches."""
        return self.filter(front_id__in=actor.units_with("surveys.watch"))

    def shown(self) -> "OfficialSurveyQuerySet":
        """What everybody may read, by its public page."""
        return self.filter(shown_on__isnull=False)

    def unpublished(self) -> "OfficialSurveyQuerySet":
        """Those whose result is not published, while they are watched."""
        return self.filter(published_on__isnull=True, closed_on__isnull=True)


class OfficialSurvey(models.Model):
    """A satisfaction survey by a body of the state, which a Front watches.

    `body` ran it, or `body_name` where it is no unit of ours; `area` is the territory that it covers. `checklist` is the
    version that it is held against, as it stood when the survey was recorded. `due_basis` names the rule or the promise that
    sets the day of publication. `index` is what was published, in per cent of answers at levels 4 and 5; `index_n` the
    replies that it rests on, `population` how many could have been asked, each None where it was not said. `round` is the
    Front's own round beside it. Everybody may read the watch from `shown_on` on.
    """

    code = models.SlugField(max_length=40, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    body_name = models.CharField(max_length=200, blank=True)
    area = models.ForeignKey(Area, on_delete=models.PROTECT, related_name="+")
    year = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=300)
    decision_number = models.CharField(max_length=60, blank=True)
    decided_on = models.DateField(null=True)
    first_day = models.DateField(null=True)
    last_day = models.DateField(null=True)
    mode = models.CharField(max_length=12, choices=Mode.choices, default=Mode.UNKNOWN)
    method = models.TextField(blank=True)
    planned = models.PositiveIntegerField(null=True)
    reached = models.PositiveIntegerField(null=True)
    publish_due = models.DateField(null=True)
    due_basis = models.CharField(max_length=300, blank=True)
    published_on = models.DateField(null=True)
    published_where = models.CharField(max_length=300, blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    index = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    index_n = models.PositiveIntegerField(null=True)
    population = models.PositiveIntegerField(null=True)
    round = models.ForeignKey(SurveyRound, null=True, on_delete=models.PROTECT, related_name="+")
    checklist = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()
    shown_on = models.DateField(null=True)
    shown_by = models.CharField(max_length=20, blank=True)
    closed_on = models.DateField(null=True)
    closed_by = models.CharField(max_length=20, blank=True)
    outcome = models.TextField(blank=True)
    is_sample = models.BooleanField(default=False)

    objects = OfficialSurveyQuerySet.as_manager()

    class Meta:
        ordering = ("-year", "-pk")
        indexes = (models.Index(fields=("front", "publish_due"), name="official_due"),)
        constraints = (
            models.CheckConstraint(
                condition=Q(body__isnull=False) | ~Q(body_name=""), name="official_survey_has_a_body"
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def ran_by(self) -> str:
        """The name of the body that ran it."""
        return self.body.name if self.body else self.body_name


class ChecklistFinding(models.Model):
    """What the Front found of one item of the checklist, with its evidence: a note, a link, a file."""

    survey = models.ForeignKey(OfficialSurvey, on_delete=models.CASCADE, related_name="findings")
    item = models.CharField(max_length=40)
    finding = models.CharField(max_length=8, choices=Finding.choices)
    note = models.TextField(blank=True)
    link = models.URLField(max_length=500, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    judged_by = models.CharField(max_length=20)
    judged_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("survey", "item"), name="one_finding_an_item"),)

    def __str__(self) -> str:
        return f"{self.item} {self.finding}"


class WatchLetter(models.Model):
    """A letter with recommendations (công văn kiến nghị) to the body that ran a survey, and what it answered."""

    survey = models.ForeignKey(OfficialSurvey, on_delete=models.CASCADE, related_name="letters")
    recommendations = models.TextField()
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    answer = models.OneToOneField(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    answer_text = models.TextField(blank=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return f"{self.survey_id} {self.paper_id}"
