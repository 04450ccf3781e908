"""The draft (dự thảo) that is criticised, its texts in versions, and the pieces of each text."""

from django.db import models
from django.db.models import F, Q

from vidan.consultations.kinds import PUBLIC, Descent, DraftKind, Level, State, VersionKind
from vidan.consultations.marks import mark
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Unit

ANSWERED_FOR = frozenset({State.SENT, State.ANSWERED, State.ISSUED, State.CLOSED})
"""States in which the body that must answer sees the points at the desk."""


class DraftQuerySet(models.QuerySet["Draft"]):
    def visible_to(self, actor: Actor) -> "DraftQuerySet":
        """The drafts an actor may know of at the desk: the one copy of the rule.

        - The Front that criticises sees its own drafts from the day they come in.
        - Member organisations and Fronts below, in the territory of the Front, see a draft once it is open.
        - The body that must answer sees it once the criticism was sent to it.
        - What is public is everybody's, by its public page.
        """
        # What nobody of the actor's roles may is not asked for: building it costs more than the database's answer.
        seen = Q(front_id__in=actor.units_with("consultations.read"))
        if asked := actor.units_with("consultations.opine"):
            around, territory = Unit.objects.filter(pk__in=asked), Q(pk__in=())
            for path in ("area_id", "area__parent_id", "area__parent__parent_id"):
                territory |= Q(front__area_id__in=around.values(path))
            seen |= territory & Q(state__in=PUBLIC)
        if answers := actor.units_with("consultations.answer"):
            seen |= Q(body_id__in=answers, state__in=ANSWERED_FOR)
        return self.filter(seen)

    def public(self) -> "DraftQuerySet":
        """What everybody may read."""
        return self.filter(state__in=PUBLIC)


class Draft(models.Model):
    """A draft of the People's Committee, or of an office under it, on which the Front gives its criticism.

    `body` must answer; `drafter` is the office that wrote it where that is another. `submits_on` is the day on which the
    drafter lays it before who issues it (ngày trình): the law wants it at the Front fifteen days before (PB-01). Opinions are
    taken from `opens_on` to `closes_on`, both included. `paper` is the criticism document (văn bản phản biện), `spoken` who
    spoke as it counts them (spoken.py), `answer` the paper that answered. `current` is the newest text of the draft, `final`
    the text that was issued. `assessment` (nhận xét, đánh giá chung) stands before the points of the document, `closing` on
    top of the public page once all is over. A state changes only through a move.
    """

    code = models.SlugField(max_length=40, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    body = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    drafter = models.CharField(max_length=200, blank=True)
    contact = models.CharField(max_length=200, blank=True)
    kind = models.CharField(max_length=12, choices=DraftKind.choices)
    title = models.CharField(max_length=300)
    summary = models.TextField(blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.REGISTERED)
    received_on = models.DateField()
    submits_on = models.DateField(null=True)
    opens_on = models.DateField(null=True)
    closes_on = models.DateField(null=True)
    officer = models.CharField(max_length=20, blank=True)
    current = models.ForeignKey("DraftVersion", null=True, on_delete=models.PROTECT, related_name="+")
    final = models.ForeignKey("DraftVersion", null=True, on_delete=models.PROTECT, related_name="+")
    paper = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)
    answer = models.ForeignKey(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True)
    issued_number = models.CharField(max_length=60, blank=True)
    issued_on = models.DateField(null=True)
    assessment = models.TextField(blank=True)
    closing = models.TextField(blank=True)
    returned_for = models.TextField(blank=True)
    spoken = models.JSONField(default=dict)
    version = models.PositiveIntegerField(default=1)
    recorded_by = models.CharField(max_length=20)
    recorded_at = models.DateTimeField()
    closed_on = models.DateField(null=True)
    is_sample = models.BooleanField(default=False)

    objects = DraftQuerySet.as_manager()

    class Meta:
        ordering = ("-received_on", "-pk")
        indexes = (
            models.Index(fields=("front", "state"), name="draft_front_state"),
            models.Index(fields=("state", "closes_on"), name="draft_window"),
        )
        constraints = (
            models.CheckConstraint(
                condition=Q(opens_on__isnull=True) | Q(closes_on__isnull=True) | Q(closes_on__gte=F("opens_on")),
                name="window_ends_after_it_begins",
            ),
        )

    def __str__(self) -> str:
        return self.code


class DraftPaper(models.Model):
    """A paper that came with a draft (tài liệu kèm theo): everybody reads it once the draft is public."""

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="papers")
    label = models.CharField(max_length=200)
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.label


class DraftVersion(models.Model):
    """One text of a draft. While `fixed_at` is empty the pieces may be mended by hand; afterwards the text never changes.

    `digest` is over the pieces as they were fixed. `unlooked` counts the opinions whose place in this version nobody has
    looked at yet, of those that are not sure. `placing` says that the worker has not placed all of them yet; once a text is
    fixed, no opinion is given on an older one. `unrepaired` holds, for each repair of scanning slips, heading and words of the
    pieces that it changed, by key, as they were before, the newest last, so that they can be undone one after the other.
    """

    draft = models.ForeignKey(Draft, on_delete=models.CASCADE, related_name="versions")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=VersionKind.choices, default=VersionKind.DRAFT)
    received_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    fixed_at = models.DateTimeField(null=True)
    fixed_by = models.CharField(max_length=20, blank=True)
    digest = models.CharField(max_length=64, blank=True)
    unlooked = models.PositiveIntegerField(default=0)
    placing = models.BooleanField(default=False)
    unrepaired = models.JSONField(default=list)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("draft", "number"), name="one_number_a_version"),)

    def __str__(self) -> str:
        return f"{self.draft_id} {self.number}"


class Piece(models.Model):
    """One piece of a text: a chapter, an article, a clause, a point, or words before and after them.

    `key` is the identity that goes from version to version: the same key in two versions is the same piece of the draft.
    `path` names it for people (Điều 5 khoản 2 điểm a). `descent` says how it came from the version before, `confidence` how
    sure that is (0 to 1000), `sources` the keys of the pieces it was split or merged from. `opinions` counts the shown
    opinions whose place it is, changed in the transaction that shows, hides or moves one.
    """

    version = models.ForeignKey(DraftVersion, on_delete=models.CASCADE, related_name="pieces")
    key = models.CharField(max_length=12)
    position = models.PositiveIntegerField()
    level = models.CharField(max_length=8, choices=Level.choices)
    number = models.CharField(max_length=12, blank=True)
    heading = models.TextField(blank=True)
    text = models.TextField(blank=True)
    path = models.CharField(max_length=120, blank=True)
    descent = models.CharField(max_length=8, choices=Descent.choices, default=Descent.NEW)
    confidence = models.PositiveSmallIntegerField(default=1000)
    sources = models.JSONField(default=list)
    opinions = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ("position",)
        constraints = (
            models.UniqueConstraint(fields=("version", "key"), name="one_piece_a_key"),
            models.UniqueConstraint(fields=("version", "position"), name="one_piece_a_position"),
        )

    def __str__(self) -> str:
        return f"{self.version_id} {self.path}"

    @property
    def mark(self) -> str:
        """`Điều 5.`, `2.`, `a)`."""
        return mark(self.level, self.number)
