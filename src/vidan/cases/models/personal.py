"""Sổ dữ liệu cá nhân: the proof of consent of each case, and what a person asked about his own data."""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.casefile import CaseFile
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.vault.models import SealedText


class Consent(models.Model):
    """What a person agreed to when he sent his word, and on which version of the notice (data/notices)."""

    case = models.OneToOneField(CaseFile, on_delete=models.PROTECT, related_name="consent")
    notice = models.CharField(max_length=12)
    mode = models.CharField(max_length=14, choices=TellerMode.choices)
    names_to_settler = models.BooleanField()
    given_at = models.DateTimeField()
    given_to = models.CharField(max_length=20)
    withdrawn_on = models.DateField(null=True)

    def __str__(self) -> str:
        return f"{self.case_id} {self.notice}"


class Right(models.TextChoices):
    """What a person may ask (Luật Bảo vệ dữ liệu cá nhân 2025)."""

    ACCESS = "access", _("xem dữ liệu của mình")
    CORRECTION = "correction", _("sửa dữ liệu cho đúng")
    WITHDRAW = "withdraw", _("rút lại sự đồng ý cho biết tên")
    ERASURE = "erasure", _("xóa dữ liệu")
    RESTRICTION = "restriction", _("hạn chế sử dụng dữ liệu")
    OBJECTION = "objection", _("phản đối việc sử dụng dữ liệu")


NO_FURTHER_USE = (Right.RESTRICTION, Right.OBJECTION)
"""Rights that, once granted, leave the case to be settled and counted, and nothing else to be done with it."""


class DataState(models.TextChoices):
    ASKED = "asked", _("chờ trả lời")
    TOLD = "told", _("đã báo nhận, đang làm")
    DONE = "done", _("đã làm theo yêu cầu")
    REFUSED = "refused", _("không làm được, có nêu lý do")


class Ground(models.TextChoices):
    """On which ground a request is not carried out."""

    KEPT_BY_LAW = "kept_by_law", _("hồ sơ khiếu nại, tố cáo phải lưu (Luật Khiếu nại Điều 34, Luật Tố cáo Điều 39)")
    RUNNING = "running", _("hồ sơ đang được giải quyết, cần dữ liệu này")
    NOT_KNOWN = "not_known", _("chưa xác định được người yêu cầu là người gửi")
    OTHERS = "others", _("làm theo sẽ lộ dữ liệu của người khác")


OPEN_STATES = (DataState.ASKED, DataState.TOLD)


class DataRequestQuerySet(models.QuerySet["DataRequest"]):
    def visible_to(self, actor: Actor) -> "DataRequestQuerySet":
        """The requests about cases that the actor may know of, in the Fronts where he answers them."""
        fronts = actor.units_with("cases.data_requests")
        return self.filter(case__front_id__in=fronts, case__in=CaseFile.objects.visible_to(actor))

    def restricting(self) -> "DataRequestQuerySet":
        """The granted requests by which the data of a case is not used any further."""
        return self.filter(right__in=NO_FURTHER_USE, state=DataState.DONE)


class DataRequest(models.Model):
    """One request of a person about his own data; what he wrote and what he was answered is sealed."""

    code = models.CharField(max_length=20, unique=True)
    case = models.ForeignKey(CaseFile, on_delete=models.PROTECT, related_name="data_requests")
    right = models.CharField(max_length=12, choices=Right.choices)
    by_receipt = models.BooleanField()
    asked_at = models.DateTimeField()
    words = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    third_party = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=DataState.choices, default=DataState.ASKED)
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True)
    answer = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    objects = DataRequestQuerySet.as_manager()

    class Meta:
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.code
