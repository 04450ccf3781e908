"""Dữ liệu cá nhân của người góp ý: the proof of consent, what they asked about their data, and content whose time is over."""

from django.db import models
from django.utils.translation import gettext

from vidan.consultations.models.opinion import Opinion
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.personal import NO_FURTHER_USE, Consented, DataAsked, DataState, Erasing


class OpinionConsent(Consented):
    """The proof of one opinion."""

    opinion = models.OneToOneField(Opinion, on_delete=models.PROTECT, related_name="consent")

    def __str__(self) -> str:
        return f"{self.opinion_id} {self.notice}"


class OpinionDataRequestQuerySet(models.QuerySet["OpinionDataRequest"]):
    def visible_to(self, actor: Actor) -> "OpinionDataRequestQuerySet":
        """The requests about opinions on drafts of the Fronts in which the actor answers them."""
        return self.filter(opinion__draft__front_id__in=actor.units_with("consultations.data_requests"))

    def restricting(self) -> "OpinionDataRequestQuerySet":
        """The granted requests by which an opinion is not shown any further."""
        return self.filter(right__in=NO_FURTHER_USE, state=DataState.DONE)


class OpinionDataRequest(DataAsked):
    """One request about an opinion."""

    opinion = models.ForeignKey(Opinion, on_delete=models.PROTECT, related_name="data_requests")

    objects = OpinionDataRequestQuerySet.as_manager()

    @property
    def subject(self) -> str:
        """What it is about, by its code."""
        return str(self.opinion.code)


class OpinionErasureQuerySet(models.QuerySet["OpinionErasure"]):
    def visible_to(self, actor: Actor) -> "OpinionErasureQuerySet":
        """The proposals of the Fronts that the actor heads."""
        return self.filter(front_id__in=actor.units_with("consultations.erase"))


class OpinionErasure(Erasing):
    """Opinions whose content may go; `subject` is a draft's code for all of its opinions, or one opinion's code."""

    objects = OpinionErasureQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("front", "state", "due_on", "id"), name="opinion_erasure_desk"),)

    @property
    def label(self) -> str:
        """How it is called on a page."""
        if Opinion.is_code(self.subject):
            return self.subject
        return gettext("Mọi ý kiến về dự thảo %(code)s") % {"code": self.subject}
