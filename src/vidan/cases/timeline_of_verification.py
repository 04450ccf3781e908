"""The lines of a case's timeline that tell of explanation, verification, proposal, decision, and of a case that comes back."""

from collections.abc import Callable, Mapping
from types import MappingProxyType
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.cases.kinds import TransferRole
from vidan.cases.outcomes import Finding, Verdict, Withdrawal

Facts = Mapping[str, Any]

LINES: Mapping[str, str | Promise] = MappingProxyType(
    {
        "case.explain": gettext_lazy("Giải trình"),
        "case.record_explanation": gettext_lazy("Giải trình"),
        "case.plan_verification": gettext_lazy("Lập kế hoạch xác minh"),
        "case.return_plan": gettext_lazy("Trả lại kế hoạch xác minh"),
        "case.sign_verification": gettext_lazy("Duyệt kế hoạch xác minh"),
        "case.record_verification": gettext_lazy("Biên bản xác minh"),
        "case.propose": gettext_lazy("Soạn đề xuất xử lý"),
        "case.return_proposal": gettext_lazy("Trả lại đề xuất xử lý"),
        "case.sign_proposal": gettext_lazy("Đề xuất xử lý"),
        "case.decide": gettext_lazy("Quyết định về đề xuất"),
        "case.record_decision": gettext_lazy("Quyết định về đề xuất"),
        "case.reopen": gettext_lazy("Lãnh đạo mở lại hồ sơ"),
        "case.reopen_own": gettext_lazy("Mở lại theo đề nghị của người gửi"),
        "case.record_withdrawal": gettext_lazy("Người gửi rút bằng giấy"),
        "case.let_withdraw": gettext_lazy("Chấp nhận rút tố cáo"),
        "case.go_on": gettext_lazy("Vẫn xem xét dù người tố cáo rút"),
    }
)
"""Labels of the events."""


def _on_behalf(facts: Facts) -> str:
    return _(" (ghi nhận hộ từ văn bản giấy)") if facts.get("on_behalf") else ""


def _verified(facts: Facts, _units: Mapping[str, str]) -> str:
    return _("nội dung phản ánh %(finding)s") % {"finding": Finding(facts["finding"]).label}


def _proposed(_facts: Facts, units: Mapping[str, str]) -> str:
    return _("đến %(units)s") % {"units": units.get(TransferRole.SETTLE, "")}


def _decided(facts: Facts, units: Mapping[str, str]) -> str:
    told = {"unit": units.get(TransferRole.SETTLE, ""), "verdict": Verdict(facts["verdict"]).label}
    return _("%(unit)s %(verdict)s") % told + _on_behalf(facts)


def _withdrawn(facts: Facts, _units: Mapping[str, str]) -> str:
    return _("chờ Mặt trận xem xét") if facts.get("waits") else ""


TOLD: Mapping[str, Callable[[Facts, Mapping[str, str]], str]] = MappingProxyType(
    {
        "case.record_explanation": lambda facts, _units: _on_behalf(facts).strip(),
        "case.record_verification": _verified,
        "case.sign_proposal": _proposed,
        "case.decide": _decided,
        "case.record_decision": _decided,
        "case.withdraw": _withdrawn,
        "case.record_withdrawal": _withdrawn,
        "case.go_on": lambda facts, _units: str(Withdrawal(facts["ground"]).label),
    }
)
"""What an event adds to its label."""
