"""The report (báo cáo) of a Front about a period, its texts by section, and what colleagues say of them."""

from django.db import models
from django.db.models import Q

from vidan.domain.reporting.periods import Kind, Period
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.papers.models import Paper
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import in_place_of
from vidan.reports.kinds import ReportKind, State


class ReportQuerySet(models.QuerySet["Report"]):
    def visible_to(self, actor: Actor) -> "ReportQuerySet":
        """The reports an actor may know of: the one copy of the rule.

        - The Front that reports reads its own, drafts too; so does the Front that stands in its place.
        - The Front to which a report was sent reads it from then on.
        """
        return self.filter(self._own(actor) | (self._received(actor) & Q(state=State.SENT)))

    def of_own(self, actor: Actor) -> "ReportQuerySet":
        """The reports of the actor's own Front."""
        return self.filter(self._own(actor))

    def received_by(self, actor: Actor) -> "ReportQuerySet":
        """What was sent to the actor's Front."""
        return self.filter(self._received(actor), state=State.SENT)

    def sent(self) -> "ReportQuerySet":
        """What everybody may read: sent, and not corrected by a later edition that was sent."""
        return self.filter(state=State.SENT).exclude(corrected_by__state=State.SENT)

    @staticmethod
    def _own(actor: Actor) -> Q:
        return Q(front_id__in=in_place_of(actor.units_with("reports.read"), clock.today()))

    @staticmethod
    def _received(actor: Actor) -> Q:
        return Q(receiver_id__in=in_place_of(actor.units_with("reports.read_below"), clock.today()))


class Report(models.Model):
    """One report, in one edition. A state changes only through a move.

    `cut_off` is the day up to which its numbers count (ngày chốt số liệu). `below` counts the work of all Fronts below as
    well. `outline` is the template it was opened with. `frozen` is the content as the head approved it, `digest` is over it.
    A correction is a new edition, which names the one it corrects and why; `changes` is kept in its frozen content.
    """

    code = models.SlugField(max_length=60, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=8, choices=ReportKind.choices)
    year = models.PositiveSmallIntegerField()
    part = models.PositiveSmallIntegerField(default=1)
    cut_off = models.DateField()
    below = models.BooleanField(default=False)
    outline = models.JSONField()
    state = models.CharField(max_length=12, choices=State.choices, default=State.DRAFTING)
    version = models.PositiveIntegerField(default=1)
    edition = models.PositiveSmallIntegerField(default=1)
    corrects = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="corrected_by")
    why = models.TextField(blank=True)
    returned_for = models.TextField(blank=True)
    receiver = models.ForeignKey(Unit, null=True, on_delete=models.PROTECT, related_name="+")
    frozen = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    approved_on = models.DateField(null=True)
    approved_by = models.CharField(max_length=20, blank=True)
    paper = models.ForeignKey(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)
    opened_at = models.DateTimeField()
    is_sample = models.BooleanField(default=False)

    objects = ReportQuerySet.as_manager()

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("front", "kind", "year", "part", "edition"), name="one_report_an_edition"),
        )
        ordering = ("-year", "-opened_at")

    def __str__(self) -> str:
        return self.code

    @property
    def period(self) -> Period:
        """Of which time it tells."""
        return Period(Kind(self.kind), self.year, self.part)


class SectionText(models.Model):
    """The text of one section, with the citations it had when it was written and how they read then."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="texts")
    section = models.CharField(max_length=40)
    text = models.TextField(blank=True)
    cited = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    written_by = models.CharField(max_length=20)
    written_at = models.DateTimeField()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("report", "section"), name="one_text_a_section"),)

    def __str__(self) -> str:
        return self.section


class SectionComment(models.Model):
    """What a colleague says of one section (góp ý); open until somebody of the Front has dealt with it."""

    report = models.ForeignKey(Report, on_delete=models.CASCADE, related_name="comments")
    section = models.CharField(max_length=40)
    text = models.TextField()
    said_by = models.CharField(max_length=20)
    said_at = models.DateTimeField()
    done_on = models.DateField(null=True)

    class Meta:
        ordering = ("pk",)

    def __str__(self) -> str:
        return self.section
