"""The article (tin bài) and its texts, each kept as it was written."""

from django.db import models
from django.db.models import Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.renditions import Rendition, size_of
from vidan.foundation.units.models import Unit
from vidan.outreach.article_kinds import Category, State
from vidan.outreach.article_moves import SEE


class ArticleQuerySet(models.QuerySet["Article"]):
    def visible_to(self, actor: Actor) -> "ArticleQuerySet":
        """The articles an actor may know of at the desk: those of the Fronts for which he writes, reviews or decides."""
        return self.filter(front_id__in=actor.units_with(SEE))

    def public(self) -> "ArticleQuerySet":
        """What everybody may read now."""
        return self.filter(state=State.PUBLISHED, published_at__lte=clock.now())

    def newest_first(self) -> "ArticleQuerySet":
        """As the public lists them."""
        return self.order_by("-published_at", "-pk")


class Article(models.Model):
    """One article. `shown` is the text that everybody reads, `latest` the newest one; they differ while a correction waits.

    `published_at` is when it came out, or will while it is scheduled. `views` counts openings (lượt xem) in batches
    (services/count_views.py). `remark` is what the reviewer wrote when giving it back, `withdrawn_for` what readers are told.
    The state changes only through a move.
    """

    code = models.SlugField(max_length=20, unique=True)
    slug = models.SlugField(max_length=100, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    category = models.CharField(max_length=8, choices=Category.choices)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    latest = models.ForeignKey("ArticleRevision", null=True, on_delete=models.PROTECT, related_name="+")
    shown = models.ForeignKey("ArticleRevision", null=True, on_delete=models.PROTECT, related_name="+")
    reviewer = models.CharField(max_length=20, blank=True)
    remark = models.TextField(blank=True)
    published_at = models.DateTimeField(null=True)
    withdrawn_for = models.CharField(max_length=300, blank=True)
    withdrawn_on = models.DateField(null=True)
    views = models.PositiveIntegerField(default=0)
    version = models.PositiveIntegerField(default=1)
    is_sample = models.BooleanField(default=False)

    objects = ArticleQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)
        indexes = (
            models.Index(fields=("state", "published_at"), name="article_state_published"),
            models.Index(fields=("category", "state", "published_at"), name="article_category_published"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~Q(state__in=(State.SCHEDULED, State.PUBLISHED)) | Q(published_at__isnull=False),
                name="what_comes_out_has_its_time",
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def correction_waits(self) -> bool:
        """Whether a newer text than the shown one waits for the second person."""
        return self.shown_id is not None and self.latest_id != self.shown_id


class ArticleRevision(models.Model):
    """One text of an article (bản), never changed. `note` tells readers what a correction put right; `shown_at` when it came out.

    `body` is HTML that went through article_text.cleaned() and is drawn as it is.
    """

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="revisions")
    number = models.PositiveSmallIntegerField()
    title = models.CharField(max_length=200)
    summary = models.CharField(max_length=500)
    body = models.TextField()
    author = models.CharField(max_length=20)
    made_at = models.DateTimeField()
    note = models.CharField(max_length=300, blank=True)
    shown_at = models.DateTimeField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (models.UniqueConstraint(fields=("article", "number"), name="one_number_a_revision"),)

    def __str__(self) -> str:
        return f"{self.article_id} {self.number}"


class ArticlePicture(models.Model):
    """A picture (ảnh): drawn anew from its pixels when it came in; `alt` says what it shows to whoever does not see it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="pictures")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    alt = models.CharField(max_length=300)
    caption = models.CharField(max_length=300, blank=True)
    width = models.PositiveSmallIntegerField()
    height = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.alt

    @property
    def small_width(self) -> int:
        """How many dots wide the rendition for a telephone is."""
        return size_of(Rendition.PAGE, self.width, self.height)[0]

    @property
    def row_size(self) -> tuple[int, int]:
        """Width and height of the rendition beside a line of a list."""
        return size_of(Rendition.ROW, self.width, self.height)


class ArticlePaper(models.Model):
    """A file to be saved (tệp đính kèm), cleaned of what its makers left in it."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="papers")
    file = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    label = models.CharField(max_length=200)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")

    def __str__(self) -> str:
        return self.label


class ArticleFilm(models.Model):
    """A film (phim): our own file, or the key of one at YouTube; until somebody presses, only our own still is there."""

    article = models.ForeignKey(Article, on_delete=models.CASCADE, related_name="films")
    title = models.CharField(max_length=200)
    still = models.ForeignKey(StoredFile, on_delete=models.PROTECT, related_name="+")
    still_alt = models.CharField(max_length=300)
    file = models.ForeignKey(StoredFile, null=True, on_delete=models.PROTECT, related_name="+")
    youtube = models.CharField(max_length=11, blank=True)
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")
        constraints = (
            models.CheckConstraint(
                condition=Q(file__isnull=False, youtube="") | (Q(file__isnull=True) & ~Q(youtube="")),
                name="a_film_is_ours_or_linked",
            ),
        )

    def __str__(self) -> str:
        return self.title
