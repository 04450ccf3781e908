"""The roles of design.md section 2 that sign in."""

from django.db import models
from django.utils.translation import gettext_lazy as _


class Role(models.TextChoices):
    WARD_OFFICER = "ward_officer", _("Cán bộ Mặt trận phường")
    DISTRICT_OFFICER = "district_officer", _("Cán bộ Mặt trận quận")
    HEAD = "head", _("Lãnh đạo Mặt trận")
    CUSTODIAN = "custodian", _("Người giữ khóa danh tính")
    COMMITTEE_OFFICER = "committee_officer", _("Cán bộ Ủy ban nhân dân")
    COMMITTEE_HEAD = "committee_head", _("Người đứng đầu cơ quan trả lời")
    MONITOR = "monitor", _("Cơ quan theo dõi")
    MEMBER = "member", _("Tổ chức thành viên")
    EDITOR = "editor", _("Biên tập viên")
    INTERVIEWER = "interviewer", _("Điều tra viên")
    CITY_FRONT = "city_front", _("Mặt trận thành phố")
