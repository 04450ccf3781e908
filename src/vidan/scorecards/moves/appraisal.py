"""The way of a sheet that a unit scores first: sent in, appraised, explained, appraised again, decided, published."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.moves import Move, Need
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.moves.basis import APPRAISAL

KINDS = frozenset({CardKind.UNIT.value})
UNIT, OFFICER, HEAD = "scorecards.declare", "scorecards.draft", "scorecards.decide"


def _row(name: str, sources: tuple[State, ...], target: State | None, permission: str, *needs: str) -> Move:
    starts = frozenset(state.value for state in sources)
    to = None if target is None else target.value
    return Move(name, starts, to, permission, APPRAISAL, tuple(Need(need) for need in needs), kinds=KINDS)


SELF, SENT_IN, FIRST = (State.SELF_SCORING,), (State.SENT_IN,), (State.APPRAISING,)
EXPLAINING, SECOND, SUBMITTED = (State.EXPLAINING,), (State.REVIEWING,), (State.SUBMITTED,)
PUBLISHED = (State.PUBLISHED,)
COUNTED = ("all_scored", "grounds_given", "differences_explained", "no_question_unsent")

ROWS = (
    _row("self_score", SELF, None, UNIT),
    _row("add_evidence", SELF + EXPLAINING, None, UNIT),
    _row("drop_evidence", SELF, None, UNIT),
    _row("send_in", SELF, State.SENT_IN, UNIT, "all_declared", "left_out_explained", "backed"),
    _row("take_back", SENT_IN, State.SELF_SCORING, UNIT),
    _row("take_up", SENT_IN, State.APPRAISING, OFFICER),
    _row("take_up_unsent", SELF, State.APPRAISING, OFFICER, "self_score_over"),
    _row("appraise", FIRST, None, OFFICER),
    _row("accept_declared", FIRST, None, OFFICER, "something_to_accept"),
    _row("question", FIRST, None, OFFICER),
    _row("ask_explanation", FIRST, State.EXPLAINING, OFFICER, "all_scored", "grounds_given", "questions_asked"),
    _row("answer_question", EXPLAINING, None, UNIT),
    _row("explain", EXPLAINING, State.REVIEWING, UNIT, "all_answered"),
    _row("go_on", EXPLAINING, State.REVIEWING, OFFICER, "explaining_over"),
    _row("appraise_again", SECOND, None, OFFICER),
    _row("submit_result", FIRST + SECOND, State.SUBMITTED, OFFICER, *COUNTED),
    _row("send_back_result", SUBMITTED, State.REVIEWING, HEAD),
    _row("decide_result", FIRST + SECOND + SUBMITTED, State.DECIDED, HEAD, *COUNTED),
    _row("publish_result", (State.DECIDED,), State.PUBLISHED, HEAD),
    _row("object", PUBLISHED, None, UNIT, "objection_open", "not_objected"),
    _row("answer_objection", PUBLISHED, None, HEAD, "objection_waits"),
    _row("correct", PUBLISHED, None, OFFICER, "not_corrected"),
)

LABELS: dict[str, Promise] = {
    "self_score": _("Tự chấm từng mục"),
    "add_evidence": _("Thêm tài liệu kiểm chứng"),
    "drop_evidence": _("Bỏ tài liệu kiểm chứng"),
    "send_in": _("Nộp phiếu tự chấm"),
    "take_back": _("Rút lại để sửa"),
    "take_up": _("Bắt đầu thẩm định"),
    "take_up_unsent": _("Thẩm định khi đơn vị không nộp"),
    "appraise": _("Thẩm định lần 1"),
    "accept_declared": _("Lấy số tự chấm cho các mục còn lại"),
    "question": _("Nêu câu hỏi cho một mục"),
    "ask_explanation": _("Yêu cầu giải trình"),
    "answer_question": _("Trả lời câu hỏi của một mục"),
    "explain": _("Gửi giải trình"),
    "go_on": _("Thẩm định tiếp khi hết hạn giải trình"),
    "appraise_again": _("Thẩm định lần 2"),
    "submit_result": _("Trình Ban Thường trực"),
    "send_back_result": _("Trả lại để bổ sung"),
    "decide_result": _("Quyết định kết quả"),
    "publish_result": _("Công bố kết quả"),
    "object": _("Kiến nghị về kết quả"),
    "answer_objection": _("Trả lời kiến nghị"),
    "correct": _("Lập bản đính chính"),
}

NEEDS: dict[str, Promise] = {
    "all_declared": _("mỗi mục đơn vị tự chấm đã có số liệu, hoặc ghi không áp dụng"),
    "left_out_explained": _("mục ghi không áp dụng đều có lý do"),
    "backed": _("mỗi mục có tài liệu kiểm chứng, hoặc có giải thích bằng lời"),
    "self_score_over": _("đã hết hạn tự chấm"),
    "something_to_accept": _("còn mục đơn vị đã tự chấm mà chưa thẩm định"),
    "all_scored": _("mỗi tiêu chí đã chấm, hoặc ghi rõ không áp dụng"),
    "grounds_given": _("điểm theo nhận định và mục không áp dụng đều có lý do"),
    "differences_explained": _("chỗ số liệu các bên khác nhau đều có giải thích"),
    "questions_asked": _("đã nêu ít nhất một câu hỏi; câu hỏi ghi ở trang của từng mục"),
    "all_answered": _("mỗi câu hỏi đã có trả lời"),
    "explaining_over": _("đã hết hạn giải trình"),
    "no_question_unsent": _("không còn câu hỏi chưa gửi đơn vị"),
    "objection_open": _("còn trong hạn kiến nghị"),
    "not_objected": _("chưa kiến nghị lần nào về bản này"),
    "objection_waits": _("có kiến nghị chưa trả lời"),
    "not_corrected": _("bản này chưa có bản đính chính"),
}
