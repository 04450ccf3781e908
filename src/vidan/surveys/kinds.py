"""What a survey can be: the states of a round, the ways to answer, what came of asking somebody."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class RoundState(models.TextChoices):
    DRAFT = "draft", _("đang chuẩn bị")
    OPEN = "open", _("đang lấy phiếu")
    CLOSED = "closed", _("đã thôi lấy phiếu")
    PUBLISHED = "published", _("đã công bố kết quả")


class Way(models.TextChoices):
    """How a reply was given (cách trả lời)."""

    COUNTER = "counter", _("Quét mã tại quầy")
    INVITATION = "invitation", _("Giấy mời có mã dùng một lần")
    INTERVIEWER = "interviewer", _("Điều tra viên hỏi")
    KIOSK = "kiosk", _("Máy đặt tại chỗ")
    PAPER = "paper", _("Phiếu giấy")


class ContactOutcome(models.TextChoices):
    """What came of asking somebody who did not reply."""

    REFUSED = "refused", _("Từ chối trả lời")
    UNREACHABLE = "unreachable", _("Không gặp được")
