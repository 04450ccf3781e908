"""Dữ liệu cá nhân: what a person may ask about his own data, the proof of his consent, and content whose time is over.

Each duty has tables of its own, which say what file each row is about; what they have in common stands here.
"""

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.accounts.models import User
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.units.models import Unit
from vidan.foundation.vault.models import SealedText


class Consented(models.Model):
    """What a person agreed to when he sent his word, and on which version of the notice (data/notices)."""

    notice = models.CharField(max_length=12)
    mode = models.CharField(max_length=14, choices=TellerMode.choices)
    given_at = models.DateTimeField()
    given_to = models.CharField(max_length=20)
    withdrawn_on = models.DateField(null=True)

    class Meta:
        abstract = True


class Right(models.TextChoices):
    """What a person may ask (Luật Bảo vệ dữ liệu cá nhân 2025)."""

    ACCESS = "access", _("xem dữ liệu của mình")
    CORRECTION = "correction", _("sửa dữ liệu cho đúng")
    WITHDRAW = "withdraw", _("rút lại sự đồng ý cho biết tên")
    ERASURE = "erasure", _("xóa dữ liệu")
    RESTRICTION = "restriction", _("hạn chế sử dụng dữ liệu")
    OBJECTION = "objection", _("phản đối việc sử dụng dữ liệu")


NO_FURTHER_USE = (Right.RESTRICTION, Right.OBJECTION)
"""Rights that, once granted, leave the file to be settled and counted, and nothing else to be done with it."""


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


class DataAsked(models.Model):
    """One request of a person about his own data; what he wrote and what he was answered is sealed."""

    code = models.CharField(max_length=20, unique=True)
    right = models.CharField(max_length=12, choices=Right.choices)
    by_receipt = models.BooleanField()
    asked_at = models.DateTimeField()
    words = models.OneToOneField(SealedText, on_delete=models.PROTECT, related_name="+")
    third_party = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=DataState.choices, default=DataState.ASKED)
    ground = models.CharField(max_length=12, choices=Ground.choices, blank=True)
    answer = models.OneToOneField(SealedText, null=True, on_delete=models.PROTECT, related_name="+")
    answered_at = models.DateTimeField(null=True)

    class Meta:
        abstract = True
        ordering = ("-pk",)

    def __str__(self) -> str:
        return self.code


class ErasureState(models.TextChoices):
    PROPOSED = "proposed", _("đến hạn, chờ duyệt")
    ERASED = "erased", _("đã xóa")
    KEPT = "kept", _("giữ thêm")


class KeptFor(models.TextChoices):
    """Why content is kept beyond its time."""

    DISPUTE = "dispute", _("việc còn khiếu nại, tố cáo hoặc tranh chấp")
    AUTHORITY = "authority", _("cơ quan có thẩm quyền yêu cầu giữ")
    HISTORY = "history", _("có giá trị lưu trữ lịch sử")


class Erasing(models.Model):
    """One file whose content may go, by which rule, and what the head decided. The row stays as the proof of it."""

    subject = models.CharField(max_length=40, unique=True)
    front = models.ForeignKey(Unit, on_delete=models.PROTECT, related_name="+")
    rule = models.CharField(max_length=12)
    due_on = models.DateField()
    state = models.CharField(max_length=8, choices=ErasureState.choices, default=ErasureState.PROPOSED)
    kept_for = models.CharField(max_length=10, choices=KeptFor.choices, blank=True)
    decided_by = models.ForeignKey(User, null=True, on_delete=models.PROTECT, related_name="+")
    decided_on = models.DateField(null=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"{self.subject} {self.state}"
