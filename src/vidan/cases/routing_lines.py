"""The lines of the timeline that tell where a case went."""

from collections.abc import Callable, Mapping
from datetime import date
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.cases.grounds import ground_words
from vidan.cases.kinds import TransferRole
from vidan.foundation.ui.words import long_date
from vidan.foundation.units.selectors import unit_by_slug

Facts = Mapping[str, Any]
Units = Mapping[str, str]

LABELS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "case.refuse": gettext_lazy("Không xử lý, có căn cứ"),
        "case.guide": gettext_lazy("Soạn thư hướng dẫn"),
        "case.return_guidance": gettext_lazy("Trả lại thư hướng dẫn"),
        "case.sign_guidance": gettext_lazy("Hướng dẫn người gửi"),
        "case.ask": gettext_lazy("Hỏi người gửi"),
        "case.asked_end": gettext_lazy("Các hạn tính tiếp"),
        "case.merge": gettext_lazy("Nhập vào hồ sơ khác"),
        "case.informed_with": gettext_lazy("Báo người gửi"),
        "case.release": gettext_lazy("Trở lại đường riêng"),
        "case.split": gettext_lazy("Tách thành hồ sơ mới"),
        "case.link": gettext_lazy("Nối với hồ sơ liên quan"),
        "case.go_along": gettext_lazy("Đi cùng hồ sơ đã nhập vào"),
        "case.hand_up": gettext_lazy("Chuyển lên"),
        "case.hand_down": gettext_lazy("Giao xuống"),
        "case.take_over": gettext_lazy("Nhận từ"),
        "case.hand_back": gettext_lazy("Trả lại"),
        "case.hand_over": gettext_lazy("Bàn giao cho"),
        "case.name_successor": gettext_lazy("Xác định nơi kế thừa"),
        "case.petition_superior": gettext_lazy("Soạn văn bản kiến nghị"),
        "case.sign_petition_superior": gettext_lazy("Kiến nghị cấp trên"),
        "case.record_superior_answer": gettext_lazy("Cấp trên trả lời kiến nghị"),
    }
)


def _unit(slug: str) -> str:
    unit = unit_by_slug(slug) if slug else None
    return unit.short_name if unit else ""


def _asked(facts: Facts, _units: Units) -> str:
    return _("các hạn tạm dừng, chờ đến %(day)s") % {"day": long_date(date.fromisoformat(facts["until"]))}


def _asked_end(facts: Facts, _units: Units) -> str:
    return _("người gửi đã trả lời") if facts.get("answered") else _("hết thời gian chờ, người gửi chưa trả lời")


def _petitioned(facts: Facts, units: Units) -> str:
    told = _("%(superior)s, về %(unit)s")
    lines = [
        told % {"superior": _unit(facts[f"to_{role}"]), "unit": units.get(role, "")}
        for role in TransferRole.values
        if facts.get(f"to_{role}")
    ]
    return "; ".join(lines)


TOLD: Mapping[str, Callable[[Facts, Units], str]] = MappingProxyType(
    {
        "case.refuse": lambda facts, _units: ground_words(facts["ground"]),
        "case.ask": _asked,
        "case.asked_end": _asked_end,
        "case.merge": lambda facts, _units: facts["into"],
        "case.informed_with": lambda facts, _units: _("cùng kết quả của %(code)s") % {"code": facts["with"]},
        "case.release": lambda facts, _units: _("vì %(code)s không còn xử lý") % {"code": facts["from_case"]},
        "case.split": lambda facts, _units: facts["new"],
        "case.link": lambda facts, _units: facts["other"],
        "case.go_along": lambda facts, _units: (
            _("%(code)s, đến %(front)s") % {"code": facts["with"], "front": _unit(facts["to_front"])}
        ),
        "case.hand_up": lambda facts, _units: _unit(facts["to_front"]),
        "case.hand_down": lambda facts, _units: _unit(facts["to_front"]),
        "case.take_over": lambda facts, _units: _unit(facts["from_front"]),
        "case.hand_back": lambda facts, _units: _unit(facts["to_front"]),
        "case.hand_over": lambda facts, _units: _unit(facts["to_front"]),
        "case.name_successor": lambda facts, _units: (
            _("%(heir)s, thay %(body)s") % {"heir": _unit(facts["to_body"]), "body": _unit(facts["from_body"])}
        ),
        "case.petition_superior": _petitioned,
        "case.sign_petition_superior": _petitioned,
        "case.record_superior_answer": lambda facts, _units: (
            _("%(unit)s (ghi nhận hộ từ văn bản giấy)") % {"unit": _unit(facts["by"])}
        ),
    }
)
"""What an event adds to its label: codes and names of units, never who spoke."""
