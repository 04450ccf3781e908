"""Words of programme, plan and duties (chương trình phối hợp, kế hoạch, nhiệm vụ): rhythms, states, who does what."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class PlanState(models.TextChoices):
    """Trạng thái của một kế hoạch."""

    DRAFT = "draft", pgettext_lazy("plan", "đang soạn")
    PUBLISHED = "published", pgettext_lazy("plan", "đã ban hành")


class DutyStage(models.TextChoices):
    """Whether a person has confirmed what was read out of the plan."""

    PROPOSED = "proposed", _("máy đọc ra, chờ xác nhận")
    CONFIRMED = "confirmed", _("nhiệm vụ")


class RhythmWords(models.TextChoices):
    """Bao lâu một lần; the values are those of domain/duties."""

    ONCE = "once", _("một lần")
    MONTH = "month", _("hằng tháng")
    QUARTER = "quarter", _("hằng quý")
    HALF_YEAR = "half_year", _("sáu tháng một lần")
    YEAR = "year", _("cả năm")


class Part(models.TextChoices):
    """What a unit has to do with a duty."""

    RESPONSIBLE = "responsible", _("chịu trách nhiệm")
    TAKING_PART = "taking_part", _("phối hợp")


class ReportState(models.TextChoices):
    """Trạng thái của một báo cáo thực hiện."""

    DRAFT = "draft", pgettext_lazy("report", "chưa nộp")
    SENT = "sent", pgettext_lazy("report", "đã nộp, chờ xem")
    RETURNED = "returned", pgettext_lazy("report", "trả về để bổ sung")
    ACCEPTED = "accepted", pgettext_lazy("report", "đã nhận")
    CANCELLED = "cancelled", pgettext_lazy("report", "không yêu cầu nữa")


OWED = (ReportState.DRAFT, ReportState.RETURNED)
"""States in which the unit has something to do."""


class GuidanceState(models.TextChoices):
    """Trạng thái của một văn bản hướng dẫn."""

    DRAFT = "draft", pgettext_lazy("guidance", "đang soạn")
    SENT = "sent", pgettext_lazy("guidance", "đã gửi")
