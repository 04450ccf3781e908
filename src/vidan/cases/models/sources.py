"""Where words come from besides the web: the hotline's log (sổ điện thoại), the openings of suggestion boxes (hộp thư góp ý)."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.papers.models import Paper
from vidan.foundation.units.models import ContactPoint, Unit
from vidan.foundation.vault.models import SealedText


def _in_own_fronts(actor: Actor) -> models.Q:
    return models.Q(front_id__in=actor.units_with("cases.receive"))


class CallQuerySet(models.QuerySet["Call"]):
    def visible_to(self, actor: Actor) -> "CallQuerySet":
        """The calls of the Fronts in which the actor enters words."""
        return self.filter(_in_own_fronts(actor))


class BoxOpeningQuerySet(models.QuerySet["BoxOpening"]):
    def visible_to(self, actor: Actor) -> "BoxOpeningQuerySet":
        """The openings of the Fronts in which the actor enters words."""
        return self.filter(_in_own_fronts(actor))


class CallEnd(models.TextChoices):
    """Why a call did not become a case."""

    GUIDED = "guided", _("đã hướng dẫn, người gọi không gửi ý kiến")
    ELSEWHERE = "elsewhere", _("đã chỉ nơi có thẩm quyền")
    WRONG_NUMBER = "wrong_number", _("gọi nhầm số")
    NOTHING_SAID = "nothing_said", _("không nói gì, hoặc cuộc gọi bị ngắt")


class Call(models.Model):
    """One call to the hotline: it becomes a case, or ends with a reason. Who called is sealed and gone with a nameless case."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    taken_at = models.DateTimeField()
    taken_by = models.CharField(max_length=20)
    gist = models.CharField(max_length=160)
    wish = models.CharField(max_length=160, blank=True)
    caller = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    case = models.OneToOneField(CaseFile, null=True, on_delete=models.PROTECT, related_name="call")
    ended = models.CharField(max_length=14, choices=CallEnd.choices, blank=True)
    is_sample = models.BooleanField(default=False)

    objects = CallQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("front", "-id"), name="call_newest"),)
        constraints = (
            models.CheckConstraint(
                condition=models.Q(case__isnull=True) | models.Q(ended=""), name="a_call_ends_in_one_way"
            ),
        )

    def __str__(self) -> str:
        return f"{self.front_id} {self.pk}"


class BoxOpening(models.Model):
    """One opening of a suggestion box before witnesses, with its minutes."""

    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    box = models.ForeignKey(ContactPoint, on_delete=models.PROTECT, related_name="+")
    opened_at = models.DateTimeField()
    opened_by = models.CharField(max_length=20)
    witnesses = models.CharField(max_length=300)
    letters = models.PositiveSmallIntegerField()
    remark = models.CharField(max_length=300, blank=True)
    minutes = models.OneToOneField(Paper, null=True, on_delete=models.PROTECT, related_name="+")
    is_sample = models.BooleanField(default=False)

    objects = BoxOpeningQuerySet.as_manager()

    class Meta:
        indexes = (models.Index(fields=("front", "-id"), name="box_opening_newest"),)

    def __str__(self) -> str:
        return f"{self.box_id} {self.opened_at}"


class LetterRefused(models.TextChoices):
    """Why a letter from a box is not handled (TT 05/2021/TT-TTCP; Luật Tố cáo 2018 Đ.25); such a letter is kept for a year."""

    UNREADABLE = "unreadable", _("không đọc được")
    NO_CONTENT = "no_content", _("không có nội dung cụ thể")
    REPEATED = "repeated", _("trùng với thư đã nhận")
    NOT_OURS = "not_ours", _("không phải ý kiến gửi Mặt trận (quảng cáo, thư lạc)")


class BoxLetter(models.Model):
    """One letter of an opening: a case, or a refusal with its ground."""

    opening = models.ForeignKey(BoxOpening, on_delete=models.PROTECT, related_name="contents")
    number = models.PositiveSmallIntegerField()
    case = models.OneToOneField(CaseFile, null=True, on_delete=models.PROTECT, related_name="box_letter")
    refused = models.CharField(max_length=12, choices=LetterRefused.choices, blank=True)

    class Meta:
        ordering = ("number",)
        constraints = (
            models.UniqueConstraint(fields=("opening", "number"), name="one_row_a_letter"),
            models.CheckConstraint(
                condition=models.Q(case__isnull=True) | models.Q(refused=""), name="a_letter_is_a_case_or_refused"
            ),
        )

    def __str__(self) -> str:
        return f"{self.opening_id}/{self.number}"
