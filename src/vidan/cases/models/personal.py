"""Sổ dữ liệu cá nhân: the proof of consent of each case, and what a person asked about his own data."""

from django.db import models

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.personal import NO_FURTHER_USE, Consented, DataAsked, DataState


class Consent(Consented):
    """The proof of one case."""

    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, related_name="consent")
    names_to_settler = models.BooleanField()

    def __str__(self) -> str:
        return f"{self.case_id} {self.notice}"


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    def visible_to(self, actor: Actor) -> "DataRequestQuerySet":
        """The requests about cases that the actor may know of, in the Fronts where he answers them."""
        fronts = actor.units_with("cases.data_requests")
        return self.filter(case__front_id__in=fronts, case__in=CaseFile.objects.visible_to(actor))

    def restricting(self) -> "DataRequestQuerySet":
        """The granted requests by which the data of a case is not used any further."""
        return self.filter(right__in=NO_FURTHER_USE, state=DataState.DONE)


class DataRequest(DataAsked):
    """One request about a case."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="data_requests")

    objects = DataRequestQuerySet.as_manager()

    @property
    def subject(self) -> str:
        """What it is about, by its code."""
        return str(self.case.code)
