"""The way of the Front's own score of its People's Committee: drafted, heard, decided, sent, compared, published."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Move, Need
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.moves.basis import PLAN

KINDS = frozenset({CardKind.FRONT.value})
OPEN = frozenset({State.DRAFTING.value, State.CONSULTING.value})


def _row(name: str, sources: frozenset[str], target: State | None, permission: str, *needs: str) -> Move:
    to = None if target is None else target.value
    return Move(name, sources, to, permission, PLAN, tuple(Need(need) for need in needs), kinds=KINDS)


def _in(*states: State) -> frozenset[str]:
    return frozenset(state.value for state in states)


SCORED = ("all_scored", "grounds_given", "differences_explained")

ROWS = (
    _row("declare", OPEN, None, "scorecards.declare"),
    _row("score", OPEN, None, "scorecards.draft"),
    _row("consult", _in(State.DRAFTING), State.CONSULTING, "scorecards.draft", *SCORED),
    _row("opine", _in(State.CONSULTING), None, "scorecards.opine"),
    _row("remark", _in(State.CONSULTING), None, "scorecards.declare"),
    _row("record_remark", _in(State.CONSULTING), None, "scorecards.draft"),
    _row("submit", _in(State.CONSULTING), State.SUBMITTED, "scorecards.draft", *SCORED, "heard"),
    _row("give_back", _in(State.SUBMITTED), State.CONSULTING, "scorecards.decide"),
    _row("decide", _in(State.SUBMITTED), State.DECIDED, "scorecards.decide", "comment_written"),
    _row("send", _in(State.DECIDED), State.SENT, "scorecards.decide", "letter_drafted"),
    _row("publish", _in(State.SENT), State.PUBLISHED, "scorecards.decide"),
    _row("record_index", _in(State.SENT, State.PUBLISHED), None, "scorecards.draft"),
    _row("correct", _in(State.PUBLISHED), None, "scorecards.draft", "not_corrected"),
)

LABELS: dict[str, Promise] = {
    "declare": _("Kê khai"),
    "score": _("Chấm từng mục"),
    "consult": _("Gửi lấy ý kiến"),
    "opine": _("Góp ý từng mục"),
    "remark": _("Nêu ý kiến của đơn vị"),
    "record_remark": _("Ghi nhận ý kiến bằng văn bản của đơn vị"),
    "submit": _("Trình Ban Thường trực"),
    "give_back": _("Trả lại để bổ sung"),
    "decide": _("Ra quyết định"),
    "send": _("Duyệt, cấp số và gửi"),
    "publish": _("Công bố"),
    "record_index": _("Ghi kết quả được công bố"),
    "correct": _("Lập bản đính chính"),
}

NEEDS: dict[str, Promise] = {
    "all_scored": _("mỗi tiêu chí đã chấm, hoặc ghi rõ không áp dụng"),
    "grounds_given": _("điểm theo nhận định và mục không áp dụng đều có lý do"),
    "differences_explained": _("chỗ số liệu các bên khác nhau đều có giải thích"),
    "heard": _("đơn vị được chấm đã có ý kiến, hoặc đã hết hạn lấy ý kiến"),
    "comment_written": _("đã viết nhận xét chung"),
    "letter_drafted": _("đã soạn công văn gửi cơ quan thẩm định"),
    "not_corrected": _("bản này chưa có bản đính chính"),
}
