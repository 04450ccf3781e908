"""Tiêu hủy nội dung: what is due to be erased by which rule, and what the head decided."""

from django.db import models
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import User
from vidan.foundation.units.models import Unit


class ErasureState(models.TextChoices):
    PROPOSED = "proposed", _("đến hạn, chờ duyệt")
    ERASED = "erased", _("đã xóa")
    KEPT = "kept", _("giữ thêm")


class KeptFor(models.TextChoices):
    """Why content is kept beyond its time."""

    DISPUTE = "dispute", _("việc còn khiếu nại, tố cáo hoặc tranh chấp")
    AUTHORITY = "authority", _("cơ quan có thẩm quyền yêu cầu giữ")
    HISTORY = "history", _("có giá trị lưu trữ lịch sử")


class ErasureQuerySet(models.QuerySet["Erasure"]):
    def visible_to(self, actor: Actor) -> "ErasureQuerySet":
        """The proposals of the Fronts that the actor heads."""
        return self.filter(front_id__in=actor.units_with("cases.erase"))


class Erasure(models.Model):
    """One file whose content may go; `subject` is a case's code or `call-<key>`. The row stays as the proof of it."""

    subject = models.CharField(max_length=40, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=12)
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=ErasureState.choices, default=ErasureState.PROPOSED)
    kept_for = models.CharField(max_length=10, choices=KeptFor.choices, blank=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True)

    objects = ErasureQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("front", "state", "due_on", "id"), name="erasure_desk"),)

    def __str__(self) -> str:
        return f"{self.subject} {self.state}"

    @property
    def label(self) -> str:
        """How the file is called on a page."""
        kind, _dash, number = self.subject.partition("-")
        return gettext("Cuộc gọi số %(n)s") % {"n": number} if kind == "call" else self.subject
