"""What is told to everybody of a closed case (công khai kết quả): two short texts with nobody in them, a place, a month."""

import re
import secrets
from datetime import date

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import Kind, State
from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import SealedText


class SummaryState(models.TextChoices):
    """Trạng thái của bản công khai."""

    NONE = "none", _("chưa viết")
    READY = "ready", _("chờ duyệt")
    RETURNED = "returned", _("trả lại để viết lại")
    PUBLISHED = "published", _("đang công khai")
    TAKEN_BACK = "taken_back", _("đã gỡ xuống")
    ERASED = "erased", _("đã xóa theo hồ sơ")


TURN = re.compile(r"(20\d\d-(?:0[1-9]|1[0-2]))_([0-9a-f]{16})")
"""Where a page of the list ends: a month and a key."""


def make_key() -> str:
    """A random key by which pages turn; it tells neither which case it is nor how many there are."""
    return secrets.token_hex(8)


class SummaryQuerySet(models.QuerySet["Summary"]):
    def visible_to(self, actor: Actor) -> "SummaryQuerySet":
        """At the desk: the summaries of cases that the actor's Front carries and that he may know of."""
        fronts = actor.units_with("cases.summarise")
        return self.filter(case__in=CaseFile.objects.visible_to(actor).filter(front_id__in=fronts))

    def public(self) -> "SummaryQuerySet":
        """What everybody reads: published, and its case still closed; a case that is opened again takes it off the page."""
        return self.filter(state=SummaryState.PUBLISHED, case__state=State.CLOSED)

    def newest(self, *, after: str = "") -> "SummaryQuerySet":
        """Newest month first, inside a month by the random key, so that no order is told; from a `turn` on."""
        turn = TURN.fullmatch(after)
        rows = self
        if turn:
            month = date.fromisoformat(f"{turn[1]}-01")
            rows = rows.filter(models.Q(month__lt=month) | models.Q(month=month, key__gt=turn[2]))
        return rows.order_by("-month", "key")


class Summary(models.Model):
    """The one summary of a case. It holds no code and no day; the month is that in which the case was closed."""

    key = models.CharField(max_length=16, unique=True, default=make_key)
    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, related_name="summary")
    state = models.CharField(max_length=10, choices=SummaryState.choices, default=SummaryState.NONE)
    version = models.PositiveIntegerField(default=0)
    said = models.TextField(blank=True)
    done = models.TextField(blank=True)
    place = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    kind = models.CharField(max_length=24, choices=Kind.choices)
    conduct = models.JSONField(default=list)
    written_by = models.CharField(max_length=20, blank=True)
    approved_by = models.CharField(max_length=20, blank=True)
    note = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")

    objects = SummaryQuerySet.as_manager()

    class Meta:
        indexes = (
            models.Index(fields=("state", "-month", "key"), name="summary_newest"),
            models.Index(fields=("place", "state", "-month"), name="summary_of_place"),
        )
        constraints = (
            models.CheckConstraint(
                condition=~models.Q(state="published") | ~models.Q(written_by=models.F("approved_by")),
                name="a_second_person_publishes",
            ),
        )

    def __str__(self) -> str:
        return self.key

    @property
    def turn(self) -> str:
        """The end of a page that ends here."""
        return f"{self.month:%Y-%m}_{self.key}"
