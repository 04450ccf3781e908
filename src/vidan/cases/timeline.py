"""The timeline of a case at the desk: each entry of its journal in one line, newest at the end."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType
from typing import Any

from django.db.models import OuterRef, Subquery
from django.db.models.fields.json import KT
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.cases import routing_lines
from vidan.cases import timeline_of_verification as verifying
from vidan.cases.kinds import Kind, Source, TransferRole
from vidan.cases.models import CaseFile, Transfer
from vidan.foundation.accounts.models import User
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.ui.words import long_date

Facts = Mapping[str, Any]


@dataclass(frozen=True)
class PaperLink:
    """A paper of a step: its key and its number."""

    pk: int
    label: str


@dataclass(frozen=True)
class Line:
    """One line: the day, what was done, more about it, by whom, and its papers."""

    on: date
    label: str | Promise
    told: str
    by: str
    papers: tuple[PaperLink, ...] = field(default=())


LABELS: Mapping[str, str | Promise] = MappingProxyType(
    {
        "case.receive": gettext_lazy("Tiếp nhận"),
        "case.classify": gettext_lazy("Phân loại"),
        "case.assign": gettext_lazy("Giao người phụ trách"),
        "case.prepare": gettext_lazy("Chuẩn bị bản chuyển"),
        "case.return_copy": gettext_lazy("Trả lại bản chuyển"),
        "case.check": gettext_lazy("Xác nhận bản chuyển"),
        "case.submit": gettext_lazy("Trình duyệt phiếu chuyển"),
        "case.return_letters": gettext_lazy("Trả lại phiếu chuyển"),
        "case.transfer": gettext_lazy("Chuyển"),
        "case.urge": gettext_lazy("Soạn công văn đôn đốc"),
        "case.sign_urging": gettext_lazy("Đôn đốc"),
        "case.answer": gettext_lazy("Trả lời"),
        "case.record_answer": gettext_lazy("Trả lời"),
        "case.remark": gettext_lazy("Ý kiến theo dõi"),
        "case.record_remark": gettext_lazy("Ý kiến theo dõi"),
        "case.inform": gettext_lazy("Báo người gửi"),
        "case.close": gettext_lazy("Kết thúc"),
        "case.conclude": gettext_lazy("Ghi nhận kết quả, kết thúc"),
        "case.mail_receipt": gettext_lazy("Gửi biên nhận qua thư điện tử"),
        "case.withdraw": gettext_lazy("Người gửi rút ý kiến"),
        "case.rate": gettext_lazy("Người gửi đánh giá"),
        "case.letter_in": gettext_lazy("Người gửi viết thư"),
        "case.file_in": gettext_lazy("Người gửi gửi thêm tệp"),
        "case.letter_out": gettext_lazy("Mặt trận viết thư cho người gửi"),
        "case.read_original": gettext_lazy("Mở bản gốc"),
        "case.open_identity": gettext_lazy("Mở danh tính người gửi"),
        "case.data_request": gettext_lazy("Người gửi yêu cầu về dữ liệu của mình"),
        "case.data_told": gettext_lazy("Báo đã nhận yêu cầu về dữ liệu"),
        "case.data_extend": gettext_lazy("Gia hạn yêu cầu về dữ liệu"),
        "case.data_answer": gettext_lazy("Trả lời yêu cầu về dữ liệu"),
        "case.keep_longer": gettext_lazy("Giữ nội dung thêm một năm"),
        "case.erase": gettext_lazy("Xóa nội dung hết hạn lưu"),
        "case.ask_identity": gettext_lazy("Nhờ người giữ khóa danh tính"),
        "case.answer_identity_request": gettext_lazy("Người giữ khóa trả lời cán bộ"),
        "case.blacken": gettext_lazy("Che trên tệp"),
        "case.download": gettext_lazy("Tải tệp"),
        "summary.write": gettext_lazy("Viết bản công khai"),
        "summary.publish": gettext_lazy("Công khai kết quả"),
        "summary.return": gettext_lazy("Trả lại bản công khai"),
        "summary.take_back": gettext_lazy("Gỡ bản công khai"),
        "summary.erase": gettext_lazy("Xóa bản công khai"),
        "case.recount": gettext_lazy("Hạn tính lại vì lịch thay đổi"),
        **routing_lines.LABELS,
        **verifying.LINES,
    }
)
"""Events that are shown, with their label; those of papers are told by the step they belong to."""

PAPERS = ("paper_settle", "paper_monitor", "paper_plan", "paper_minutes", "paper_proposal", "paper")


def timeline_of(case: CaseFile, transfers: Iterable[Transfer]) -> list[Line]:
    """The lines of a case, by one query."""
    rows = (
        Entry.objects.filter(subject=case.code)
        .annotate(given=KT("facts__to"), by=_name_of("actor"), to=_name_of("given"))
        .values_list("event", "at", "facts", "by", "to")
        .order_by("pk")
    )
    entries = [(event, at, facts | {"to_name": to or ""}, by) for event, at, facts, by, to in rows]
    numbers = {facts["paper"]: facts["number"] for event, _at, facts, _by in entries if event == "paper.issue"}
    units = {transfer.role: transfer.recipient.short_name for transfer in transfers}
    return [
        Line(
            clock.local(at).date(),
            LABELS[event],
            TOLD[event](facts, units) if event in TOLD else "",
            by or "",
            tuple(PaperLink(facts[key], numbers.get(facts[key], "")) for key in PAPERS if facts.get(key)),
        )
        for event, at, facts, by in entries
        if event in LABELS
    ]


def _name_of(code: str) -> Subquery:
    """The name behind an account's code in a column of the entry."""
    return Subquery(User.objects.filter(code=OuterRef(code)).values("name")[:1])


def _received(facts: Facts, _units: Mapping[str, str]) -> str:
    if facts["source"] == Source.FRONT:
        return str(Source.FRONT.label)
    return _("qua %(source)s") % {"source": Source(facts["source"]).label}


def _classified(facts: Facts, _units: Mapping[str, str]) -> str:
    return _("là %(kind)s") % {"kind": Kind(facts["kind"]).label}


def _transferred(_facts: Facts, units: Mapping[str, str]) -> str:
    return _("đến %(units)s") % {"units": ", ".join(dict.fromkeys(units.values()))}


def _urged(facts: Facts, units: Mapping[str, str]) -> str:
    late = [
        units.get(role, "") for role in TransferRole.values if facts.get(f"paper_{role}") or facts.get(f"to_{role}")
    ]
    return _("%(units)s, lần %(n)s") % {"units": ", ".join(filter(None, late)), "n": facts.get("number", "")}


def _answered(facts: Facts, units: Mapping[str, str]) -> str:
    told = _("%(unit)s, đúng hạn") if facts.get("on_time") else _("%(unit)s, trễ hạn")
    told = told % {"unit": units.get(facts.get("role", ""), "")}
    return told + (_(" (ghi nhận hộ từ văn bản giấy)") if facts.get("on_behalf") else "")


def _recounted(facts: Facts, _units: Mapping[str, str]) -> str:
    return _("từ %(was)s sang %(now)s") % {
        "was": long_date(date.fromisoformat(facts["was"])),
        "now": long_date(date.fromisoformat(facts["now"])),
    }


TOLD: Mapping[str, Callable[[Facts, Mapping[str, str]], str]] = MappingProxyType(
    {
        "case.receive": _received,
        "case.classify": _classified,
        "case.assign": lambda facts, _units: _("cho %(name)s") % {"name": facts["to_name"]},
        "case.transfer": _transferred,
        "case.urge": _urged,
        "case.sign_urging": _urged,
        "case.answer": _answered,
        "case.record_answer": _answered,
        "case.remark": _answered,
        "case.record_remark": _answered,
        "case.rate": lambda facts, _units: _("mức %(score)s trên 5") % {"score": facts["score"]},
        "case.recount": _recounted,
        **routing_lines.TOLD,
        **verifying.TOLD,
    }
)
"""What an event adds to its label."""
