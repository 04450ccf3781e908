"""The bulletin (bản tin), whoever asked for it by mail, and who was sent which."""

from django.db import models
from django.db.models import Q

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit
from vidan.outreach.article_moves import SEE
from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models.article import Article


class BulletinQuerySet(models.QuerySet["Bulletin"]):
    def visible_to(self, actor: Actor) -> "BulletinQuerySet":
        """The bulletins an actor may know of at the desk: those of the Fronts whose news he writes or reviews."""
        return self.filter(front_id__in=actor.units_with(SEE))

    def public(self) -> "BulletinQuerySet":
        """What everybody may read."""
        return self.filter(state=BulletinState.SENT)


class Bulletin(models.Model):
    """One bulletin. `author` wrote it last, `frozen` is what went out (bulletin_text.py) and `digest` its SHA-256.

    `mailed_at` is when the last mail of it had gone; until then the worker goes on. The state changes only through a move.
    """

    year = models.PositiveSmallIntegerField()
    number = models.PositiveSmallIntegerField()
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    title = models.CharField(max_length=200)
    opening = models.CharField(max_length=500)
    state = models.CharField(max_length=10, choices=BulletinState.choices, default=BulletinState.DRAFT)
    author = models.CharField(max_length=20)
    reviewer = models.CharField(max_length=20, blank=True)
    sent_at = models.DateTimeField(null=True)
    mailed_at = models.DateTimeField(null=True)
    frozen = models.JSONField(null=True)
    digest = models.CharField(max_length=64, blank=True)
    version = models.PositiveIntegerField(default=1)
    is_sample = models.BooleanField(default=False)

    objects = BulletinQuerySet.as_manager()

    class Meta:
        ordering = ("-year", "-number")
        constraints = (
            models.UniqueConstraint(fields=("year", "number"), name="one_number_a_bulletin"),
            models.CheckConstraint(
                condition=~Q(state=BulletinState.SENT) | Q(sent_at__isnull=False, frozen__isnull=False),
                name="a_sent_bulletin_is_frozen",
            ),
        )

    def __str__(self) -> str:
        return self.code

    @property
    def code(self) -> str:
        """What the journal calls it: `BT-2018-03`."""
        return f"BT-{self.year}-{self.number:02d}"

    @property
    def numbered(self) -> str:
        """Its number as readers see it: `3/2018`."""
        return f"{self.number}/{self.year}"


class BulletinArticle(models.Model):
    """An article in a bulletin, at its place."""

    bulletin = models.ForeignKey(Bulletin, on_delete=models.CASCADE, related_name="picks")
    article = models.ForeignKey(Article, on_delete=models.PROTECT, related_name="+")
    position = models.PositiveSmallIntegerField()

    class Meta:
        ordering = ("position", "pk")
        constraints = (models.UniqueConstraint(fields=("bulletin", "article"), name="an_article_once_a_bulletin"),)

    def __str__(self) -> str:
        return f"{self.bulletin_id} {self.position}"


class Subscriber(models.Model):
    """Whoever asked for the bulletin by mail (người đăng ký); until `confirmed_at` only somebody who typed an address.

    The address lies in `body` alone, sealed together with the token of its links; it is found by HMACs under a key outside
    the database (subscriber_marks.py). No page shows these rows. Leaving destroys the row.
    """

    mark = models.CharField(max_length=64, unique=True)
    token_mark = models.CharField(max_length=64, unique=True)
    body = models.BinaryField()
    asked_at = models.DateTimeField()
    confirmed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return str(self.pk)


class Mailing(models.Model):
    """That a bulletin was, or was about to be, mailed to a subscriber: written before the mail goes, so none goes twice."""

    bulletin = models.ForeignKey(Bulletin, on_delete=models.CASCADE, related_name="mailings")
    subscriber = models.ForeignKey(Subscriber, on_delete=models.CASCADE, related_name="mailings")

    class Meta:
        constraints = (models.UniqueConstraint(fields=("bulletin", "subscriber"), name="one_mail_a_subscriber"),)

    def __str__(self) -> str:
        return f"{self.bulletin_id} {self.subscriber_id}"
