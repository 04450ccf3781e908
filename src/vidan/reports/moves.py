"""The one table of a report's moves: drafted, commented, submitted, approved with its number, sent; corrected by an edition."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Move, Need, Table
from vidan.reports.kinds import State

BASIS = "Chương trình phối hợp, chế độ báo cáo; không phải thời hạn do luật định"
"""Reports are owed by the programme; the layout is that of Nghị định 30/2020/NĐ-CP."""

OPEN = frozenset({State.DRAFTING.value, State.COMMENTING.value})

READY = ("nothing_unknown", "comments_settled", "numbers_counted")
"""What is needed of a report that is to be signed."""


def _row(name: str, sources: frozenset[str], target: State | None, permission: str, *needs: str) -> Move:
    return Move(name, sources, None if target is None else target.value, permission, BASIS, tuple(map(Need, needs)))


def _in(*states: State) -> frozenset[str]:
    return frozenset(state.value for state in states)


TABLE = Table(
    states=frozenset(State.values),
    ends=frozenset({State.SENT.value}),
    moves=(
        _row("write", OPEN, None, "reports.draft"),
        _row("set_cut_off", OPEN, None, "reports.draft"),
        _row("recount", OPEN, None, "reports.draft", "covers_below"),
        _row("ask", _in(State.DRAFTING), State.COMMENTING, "reports.draft"),
        _row("comment", OPEN | {State.SUBMITTED.value}, None, "reports.read"),
        _row("settle", OPEN, None, "reports.read"),
        _row("submit", OPEN, State.SUBMITTED, "reports.draft", *READY),
        _row("give_back", _in(State.SUBMITTED), State.COMMENTING, "reports.decide"),
        _row("approve", _in(State.SUBMITTED), State.APPROVED, "reports.decide", *READY),
        _row("send", _in(State.APPROVED), State.SENT, "reports.decide"),
        _row("correct", _in(State.SENT), None, "reports.draft", "not_corrected"),
    ),
)

LABELS: dict[str, Promise] = {
    "write": _("Viết từng phần"),
    "set_cut_off": _("Đổi ngày chốt số liệu"),
    "recount": _("Đếm lại số liệu"),
    "ask": _("Xin góp ý"),
    "comment": _("Góp ý báo cáo"),
    "settle": _("Ghi là đã xem góp ý"),
    "submit": _("Trình duyệt"),
    "give_back": _("Trả lại để sửa"),
    "approve": _("Duyệt và cấp số"),
    "send": _("Gửi báo cáo"),
    "correct": _("Lập bản đính chính báo cáo"),
}

NEEDS: dict[str, Promise] = {
    "nothing_unknown": _("mọi số liệu được dẫn trong lời văn đều có thật"),
    "comments_settled": _("mọi góp ý đã được xem xong"),
    "numbers_counted": _("số liệu đã được đếm xong đến ngày chốt"),
    "covers_below": _("báo cáo gồm cả việc của các Mặt trận cấp dưới"),
    "not_corrected": _("bản này chưa có bản đính chính"),
}
