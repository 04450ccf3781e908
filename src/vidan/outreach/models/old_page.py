"""Where an article came from that was brought over from the old portal, and the work of bringing a whole archive."""

from django.db import models

from vidan.foundation.units.models import Unit
from vidan.outreach.models.article import Article


class OldPage(models.Model):
    """The page (trang cũ) an article was made of.

    `identity` is a digest of heading and moment, so that no page comes in twice; `address` what visitors still ask for;
    `posted_at` and `views` are carried over when the article comes out. `beside` holds the titles that stood around it by
    `newer`, `older` and `films`, each with the address it led to; `doubts` what a person should look at.
    """

    article = models.OneToOneField(Article, on_delete=models.CASCADE, related_name="old_page")
    identity = models.CharField(max_length=64, unique=True)
    file_name = models.CharField(max_length=255)
    address = models.CharField(max_length=800, blank=True)
    posted_at = models.DateTimeField()
    views = models.PositiveIntegerField(default=0)
    beside = models.JSONField(default=dict)
    doubts = models.JSONField(default=list)
    title_folded = models.CharField(max_length=220, db_index=True)
    brought_at = models.DateTimeField()

    class Meta:
        ordering = ("-posted_at", "-pk")
        constraints = (
            models.UniqueConstraint(
                fields=("address",), condition=~models.Q(address=""), name="an_old_address_leads_to_one_article"
            ),
        )

    def __str__(self) -> str:
        return self.file_name


class OldArchive(models.Model):
    """An archive of pages that somebody handed in at the desk; the worker brings it over page by page and tells of each.

    `content` is emptied when the work is done. `verdicts` has a line a page: name, verdict, reasons, code of the article.
    """

    key = models.SlugField(max_length=20, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    brought_by = models.CharField(max_length=20)
    file_name = models.CharField(max_length=255)
    content = models.BinaryField()
    only_tried = models.BooleanField(default=False)
    made_at = models.DateTimeField()
    done_at = models.DateTimeField(null=True)
    verdicts = models.JSONField(default=list)

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.file_name
