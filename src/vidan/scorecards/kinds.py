"""What a scorecard can be: its kinds, its states, the sides that enter numbers, and what is said of an item."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class CardKind(models.TextChoices):
    """The Front's own score of its People's Committee, or a unit's sheet by any rubric, which the unit scores first."""

    FRONT = "front", _("Mặt trận chấm điểm Ủy ban nhân dân")
    UNIT = "unit", _("Đơn vị tự chấm, Mặt trận thẩm định")


class State(models.TextChoices):
    DRAFTING = "drafting", _("đang soạn")
    CONSULTING = "consulting", _("đang lấy ý kiến")
    SUBMITTED = "submitted", _("chờ Ban Thường trực quyết định")
    DECIDED = "decided", _("đã quyết định")
    SENT = "sent", _("đã gửi cơ quan thẩm định")
    PUBLISHED = "published", _("đã công bố")
    SELF_SCORING = "self_scoring", _("đơn vị đang tự chấm")
    SENT_IN = "sent_in", _("đơn vị đã nộp, chờ thẩm định")
    APPRAISING = "appraising", _("đang thẩm định lần 1")
    EXPLAINING = "explaining", _("chờ đơn vị giải trình")
    REVIEWING = "reviewing", _("đang thẩm định lần 2")


class Stage(models.TextChoices):
    """Whose numbers they are; a second appraisal holds only the items that it changed."""

    DECLARED = "declared", _("đơn vị kê khai")
    SCORED = "scored", _("Mặt trận chấm")
    SECOND = "second", _("Mặt trận thẩm định lần 2")


STAGE_WORDS = {
    Stage.DECLARED: _("Tự chấm"),
    Stage.SCORED: _("Thẩm định lần 1"),
    Stage.SECOND: _("Thẩm định lần 2"),
}
"""What the sides are called on a sheet that the unit scores first."""


class Outcome(models.TextChoices):
    """What the head answers an objection with."""

    KEPT = "kept", _("Giữ nguyên kết quả")
    CORRECTED = "opened", _("Mở bản đính chính để thẩm định lại")


class Stand(models.TextChoices):
    """What a body that was asked thinks of the points of an item."""

    AGREES = "agrees", _("Đồng ý")
    HIGHER = "higher", _("Nên cao hơn")
    LOWER = "lower", _("Nên thấp hơn")
    UNSURE = "unsure", _("Chưa đủ thông tin")
