"""Questionnaires (mẫu phiếu) as a Front keeps them: in versions, of which a published one never changes."""

from django.db import models

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit


class QuestionnaireQuerySet(models.QuerySet["QuestionnaireVersion"]):
    def visible_to(self, actor: Actor) -> "QuestionnaireQuerySet":
        """The versions an actor may know of: drafts are of his own Front, published ones are everybody's."""
        return self.filter(models.Q(published_at__isnull=False) | self._own(actor))

    def of_own(self, actor: Actor) -> "QuestionnaireQuerySet":
        """The versions that the actor's Front keeps."""
        return self.filter(self._own(actor))

    @staticmethod
    def _own(actor: Actor) -> models.Q:
        return models.Q(front_id__in=actor.units_with("surveys.questionnaires"))


class QuestionnaireVersion(models.Model):
    """One version of a questionnaire. `written` stands as domain/questionnaire reads it; `digest` is over what was published."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    slug = models.SlugField(max_length=60)
    number = models.PositiveSmallIntegerField(default=1)
    title = models.CharField(max_length=200)
    title_en = models.CharField(max_length=200, blank=True)
    written = models.JSONField()
    version = models.PositiveIntegerField(default=1)
    drafted_by = models.CharField(max_length=20)
    drafted_at = models.DateTimeField()
    published_by = models.CharField(max_length=20, blank=True)
    published_at = models.DateTimeField(null=True)
    digest = models.CharField(max_length=64, blank=True)

    objects = QuestionnaireQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("front", "slug", "number"), name="one_questionnaire_a_number"),)
        ordering = ("slug", "-number")

    def __str__(self) -> str:
        return f"{self.title} ({self.number})"
