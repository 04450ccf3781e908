"""The book of a reception session (sổ tiếp công dân): who presided, each turn (lượt) with its end, and what was promised."""

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import Paper
from vidan.foundation.units.models import ReceptionDay, Unit


class ReceptionSessionQuerySet(models.QuerySet["ReceptionSession"]):
    def visible_to(self, actor: Actor) -> "ReceptionSessionQuerySet":
        """The sessions of the Fronts in which the actor keeps the book."""
        return self.filter(front_id__in=actor.units_with("cases.receptions"))


class ReceptionSession(models.Model):
    """One published day of reception as it was held. `leaders` names office and name of who received; no teller."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    day = models.OneToOneField(ReceptionDay, on_delete=models.PROTECT, related_name="session")
    leaders = models.CharField(max_length=300)
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=20)
    minutes = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    is_sample = models.BooleanField(default=False)

    objects = ReceptionSessionQuerySet.as_manager()

    def __str__(self) -> str:
        return f"{self.front_id} {self.day_id}"


class TurnEnd(models.TextChoices):
    """How a turn ended that became no case (Luật Tiếp công dân 2013 Đ.9, 25, 26)."""

    ANSWERED = "answered", _("đã trả lời ngay tại buổi tiếp")
    GUIDED = "guided", _("đã hướng dẫn đến nơi có thẩm quyền")
    LISTENED = "listened", _("chỉ trình bày, không đề nghị gì")
    REFUSED = "refused", _("từ chối tiếp theo Điều 9 Luật Tiếp công dân")


class ReceptionTurn(models.Model):
    """One turn: how many came, the gist without identity, the case it became or how it ended, what was promised by when."""

    session = models.ForeignKey(ReceptionSession, on_delete=models.PROTECT, related_name="turns")
    number = models.PositiveSmallIntegerField()
    people = models.PositiveIntegerField(default=1)
    speakers = models.PositiveSmallIntegerField(default=1)
    gist = models.CharField(max_length=160)
    case = models.OneToOneField(CaseFile, null=True, on_delete=models.PROTECT, related_name="reception_turn")
    ended = models.CharField(max_length=10, choices=TurnEnd.choices, blank=True)
    promise = models.CharField(max_length=200, blank=True)
    promised_by = models.DateField(null=True)
    kept = models.BooleanField(null=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("session", "number"), name="one_row_a_turn"),
            models.CheckConstraint(condition=Q(case__isnull=True) | Q(ended=""), name="a_turn_ends_in_one_way"),
            models.CheckConstraint(
                condition=Q(promise="", promised_by__isnull=True) | (~Q(promise="") & Q(promised_by__isnull=False)),
                name="a_promise_has_its_day",
            ),
        )

    def __str__(self) -> str:
        return f"{self.session_id}/{self.number}"
