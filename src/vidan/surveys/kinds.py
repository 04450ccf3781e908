"""What a survey can be: the states of a round, the ways to answer, what came of asking somebody, how official ones are held."""

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


class Mode(models.TextChoices):
    """How an official survey takes its answers (hình thức lấy phiếu)."""

    FACE_TO_FACE = "face_to_face", _("phỏng vấn trực tiếp")
    AT_COUNTER = "at_counter", _("phát phiếu tại quầy")
    POST = "post", _("gửi phiếu qua bưu điện")
    ONLINE = "online", _("trả lời trên mạng")
    TELEPHONE = "telephone", _("hỏi qua điện thoại")
    MIXED = "mixed", _("nhiều hình thức")
    UNKNOWN = "unknown", _("không nêu")


class Finding(models.TextChoices):
    """What was found of one item of the checklist; the values are those of domain.watching.checklist.Found."""

    YES = "yes", _("Đạt")
    PARTLY = "partly", _("Đạt một phần")
    NO = "no", _("Chưa đạt")
    UNKNOWN = "unknown", _("Chưa rõ")
