"""Where a case goes besides its own way: links to other cases, the handing to another Front, the petition to a superior."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.casefile import CaseFile, Transfer
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Official
from vidan.foundation.papers.models import IncomingPaper, Paper
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import SealedText


class LinkKind(models.TextChoices):
    """Quan hệ giữa hai hồ sơ."""

    MERGED = "merged", _("nhập vào")
    SPLIT = "split", _("tách ra từ")
    SAME = "same", _("liên quan đến")


class CaseLink(models.Model):
    """`case` was merged into, was split off, or has to do with `other`."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="links")
    other = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="linked")
    kind = models.CharField(max_length=8, choices=LinkKind.choices)
    made_on = models.DateField()
    made_by = models.CharField(max_length=20)

    class Meta:
        constraints = (
            models.UniqueConstraint(fields=("case", "other"), name="one_link_between_two"),
            models.UniqueConstraint(fields=("case",), condition=Q(kind="merged"), name="merged_into_one"),
            models.CheckConstraint(condition=~Q(case=models.F("other")), name="no_link_to_itself"),
        )

    def __str__(self) -> str:
        return f"{self.case_id} {self.kind} {self.other_id}"


class Direction(models.TextChoices):
    """Chuyển lên, giao xuống, bàn giao."""

    UP = "up", _("chuyển lên")
    DOWN = "down", _("giao xuống")
    OVER = "over", _("bàn giao")


class HandingEnd(models.TextChoices):
    ACCEPTED = "accepted", _("đã nhận")
    RETURNED = "returned", _("đã trả lại")
    WITHDRAWN = "withdrawn", _("người gửi đã rút")


class HandingQuerySet(models.QuerySet["Handing"]):
    def visible_to(self, actor: Actor) -> "HandingQuerySet":
        """What the actor's Fronts handed on or were handed, without what the conflict guard keeps from him.

        A Front that has handed a case on keeps its code, date and outcome, and no more of it.
        """
        fronts = actor.units_with("cases.hand")
        if actor.user_id is None or not fronts:
            return self.none()
        own_service = Official.objects.filter(user_id=actor.user_id).values("pk")
        seen = self.filter(Q(from_front_id__in=fronts) | Q(to_front_id__in=fronts))
        seen = seen.filter(Q(case__subject_unit__isnull=True) | ~Q(case__subject_unit_id__in=fronts))
        return seen.filter(Q(case__official__isnull=True) | ~Q(case__official_id__in=own_service))


class Handing(models.Model):
    """One handing of a case from a Front to another; open until it is accepted or given back."""

    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="handings")
    from_front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    to_front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    direction = models.CharField(max_length=4, choices=Direction.choices)
    paper = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    handed_on = models.DateField()
    ended = models.CharField(max_length=10, choices=HandingEnd.choices, blank=True)
    ended_on = models.DateField(null=True)

    objects = HandingQuerySet.as_manager()

    class Meta:
        constraints = (models.UniqueConstraint(fields=("case",), condition=Q(ended=""), name="one_open_handing"),)
        indexes = (models.Index(fields=("from_front", "-id"), name="handing_newest"),)

    def __str__(self) -> str:
        return f"{self.case_id} {self.direction}"


class Petition(models.Model):
    """Kiến nghị cấp trên trực tiếp of a body that is very late; its letter is numbered when the head approves it."""

    transfer = models.OneToOneField(Transfer, on_delete=models.PROTECT, related_name="petition")
    superior = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    paper = models.OneToOneField(Paper, on_delete=models.PROTECT, related_name="+")
    sent_on = models.DateField(null=True)

    answer = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    answered_on = models.DateField(null=True)
    answer_paper = models.OneToOneField(IncomingPaper, null=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self) -> str:
        return f"{self.transfer_id} → {self.superior_id}"
