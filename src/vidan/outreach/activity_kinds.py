"""Words of dissemination (tuyên truyền, phổ biến): kinds of activity, where one stands, how people were counted."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy


class ActivityKind(models.TextChoices):
    """Hình thức tuyên truyền."""

    CONFERENCE = "conference", _("Hội nghị")
    TALK = "talk", _("Nói chuyện, sinh hoạt")
    LOUDSPEAKER = "loudspeaker", _("Phát thanh, loa phường")
    MEDIA = "media", _("Báo, đài")
    BULLETIN = "bulletin", _("Bản tin")
    LEAFLET = "leaflet", _("Tờ gấp, áp phích")
    ONLINE = "online", _("Bài trên mạng")


class ActivityState(models.TextChoices):
    """Trạng thái của một hoạt động. One that was entered by mistake is void: it stays in the book, with its reason."""

    PLANNED = "planned", _("sắp tổ chức")
    DONE = "done", _("đã tổ chức")
    CANCELLED = "cancelled", _("không tổ chức")
    VOID = "void", _("ghi nhầm, đã bỏ")


class Reach(models.TextChoices):
    """How the number of people was found."""

    COUNTED = "counted", pgettext_lazy("people", "đếm được")
    ESTIMATED = "estimated", pgettext_lazy("people", "ước chừng")
