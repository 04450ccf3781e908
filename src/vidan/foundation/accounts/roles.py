"""The roles of those who sign in, and in which kind of unit each can be held."""

from collections.abc import Mapping
from types import MappingProxyType

from django.db import models
from django.utils.translation import gettext_lazy as _

from vidan.foundation.units.models import UnitKind


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


BODIES = frozenset({UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE})

HELD_IN: Mapping[Role, frozenset[UnitKind]] = MappingProxyType(
    {
        Role.WARD_OFFICER: frozenset({UnitKind.FRONT_COMMITTEE}),
        Role.DISTRICT_OFFICER: frozenset({UnitKind.FRONT_COMMITTEE}),
        Role.HEAD: frozenset({UnitKind.FRONT_COMMITTEE}),
        Role.COMMITTEE_OFFICER: BODIES | {UnitKind.ONE_STOP_COUNTER},
        Role.COMMITTEE_HEAD: BODIES | {UnitKind.ONE_STOP_COUNTER},
        Role.MONITOR: BODIES,
        Role.MEMBER: frozenset({UnitKind.MEMBER_ORGANISATION}),
        Role.EDITOR: frozenset({UnitKind.FRONT_COMMITTEE}),
        Role.INTERVIEWER: frozenset({UnitKind.FRONT_COMMITTEE}),
        Role.CITY_FRONT: frozenset({UnitKind.FRONT_COMMITTEE}),
    }
)
"""Roles that a head gives, and where. A custodian is not among them: giving that role means sharing the Front's key."""
