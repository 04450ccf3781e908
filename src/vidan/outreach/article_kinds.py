"""What an article can be about, and where it can stand."""

from django.db.models import TextChoices
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class Category(TextChoices):
    """Chuyên mục."""

    FRONT = "front", _("Hoạt động Mặt trận")
    REFORM = "reform", _("Cải cách hành chính")
    PEOPLE = "people", _("Ý kiến người dân")
    NOTICE = "notice", pgettext_lazy("news", "Thông báo")
    GUIDE = "guide", pgettext_lazy("news", "Hướng dẫn")


class State(TextChoices):
    """Where an article stands on its way to the readers."""

    DRAFT = "draft", pgettext_lazy("news", "Đang viết")
    IN_REVIEW = "in_review", pgettext_lazy("news", "Chờ duyệt")
    APPROVED = "approved", pgettext_lazy("news", "Đã duyệt, chưa đăng")
    SCHEDULED = "scheduled", pgettext_lazy("news", "Hẹn giờ đăng")
    PUBLISHED = "published", pgettext_lazy("news", "Đã đăng")
    WITHDRAWN = "withdrawn", pgettext_lazy("news", "Đã gỡ")


TONES = {State.IN_REVIEW: "soon", State.PUBLISHED: "ok", State.WITHDRAWN: "late"}
"""How a state is coloured; its word always stands beside."""
