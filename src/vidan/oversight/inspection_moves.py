"""The way of an inspection and of a supervision: one table, whose rows differ by kind where the law differs."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.moves import ClockEffect, Move, Need, StartClock, StopClock, Table
from vidan.oversight.inspection_kinds import ENDS, Way
from vidan.oversight.inspection_kinds import InspectionState as State

FORMS = "Luật Mặt trận Tổ quốc Việt Nam 2015, Điều 27"
POWERS = "Luật Mặt trận Tổ quốc Việt Nam 2015, Điều 28"
BODY = "Luật Mặt trận Tổ quốc Việt Nam 2015, Điều 29"
PLAN = "Nghị quyết liên tịch 403/2017, Điều 3 khoản 3"
DELEGATION = "Nghị quyết liên tịch 403/2017, Điều 6 và Điều 7"
RESULT = "Nghị quyết liên tịch 403/2017, Điều 9"
FOLLOW = "Nghị quyết liên tịch 403/2017, Điều 23 khoản 2"
PROGRAMME = "Chương trình phối hợp; không phải quy định của luật"
"""Of an inspection: the statute of the Front was not readable to us, so nothing of it is called law here."""

REPORT_ROLE = "delegation"
REPORT_RULE = "GS-04"

SEE = "oversight.see_inspections"
READ = "oversight.read_inspections"
RUN = "oversight.run_inspections"
APPROVE = "oversight.approve_inspections"
ANSWER = "oversight.answer_inspections"
LOOK = "oversight.look_at_inspections"
ERASE = "oversight.erase_inspections"

INSPECTION = frozenset({Way.INSPECTION.value})
SUPERVISION = frozenset({Way.SUPERVISION.value})
BY_DELEGATION = INSPECTION | SUPERVISION
OF_STATE = frozenset(Way.values) - INSPECTION


def _in(*states: State) -> frozenset[str]:
    return frozenset(state.value for state in states)


def _row(
    name: str,
    sources: frozenset[str],
    target: State | None,
    permission: str,
    *needs: str,
    kinds: frozenset[str] = frozenset(),
    basis: str = POWERS,
    clocks: tuple[ClockEffect, ...] = (),
) -> Move:
    to = None if target is None else target.value
    return Move(name, sources, to, permission, basis, tuple(Need(need) for need in needs), clocks, kinds)


def _both(
    name: str, sources: frozenset[str], target: State | None, permission: str, *needs: str, law: str
) -> tuple[Move, Move]:
    """The same step of both kinds: by law for a supervision, by the programme for an inspection."""
    return (
        _row(name, sources, target, permission, *needs, kinds=OF_STATE, basis=law),
        _row(name, sources, target, permission, *needs, kinds=INSPECTION, basis=PROGRAMME),
    )


BEFORE = _in(State.APPROVED, State.FOUNDED, State.NOTIFIED)
GATHERING = _in(State.NOTIFIED, State.VISITED)
WRITING = _in(State.REPORTED, State.DRAFT_SENT)
UNDER_WAY = frozenset(State.values) - frozenset(state.value for state in ENDS) - {State.CONCLUDED.value}

ROWS = (
    _row("change", _in(State.PROPOSED), None, RUN, basis=DELEGATION),
    *_both("approve", _in(State.PROPOSED), State.APPROVED, APPROVE, law=PLAN),
    _row("set_delegation", _in(State.APPROVED), None, RUN, kinds=BY_DELEGATION, basis=DELEGATION),
    _row("set_visit", _in(State.APPROVED, State.FOUNDED), None, RUN, kinds=BY_DELEGATION, basis=DELEGATION),
    _row(
        "found",
        _in(State.APPROVED),
        State.FOUNDED,
        APPROVE,
        "has_leader",
        "has_secretary",
        kinds=BY_DELEGATION,
        basis=DELEGATION,
    ),
    _row(
        "note_consent", _in(State.FOUNDED), None, RUN, "visit_set", "notice_short", kinds=SUPERVISION, basis=DELEGATION
    ),
    _row(
        "notify",
        _in(State.FOUNDED),
        State.NOTIFIED,
        APPROVE,
        "visit_set",
        "told_in_time",
        kinds=SUPERVISION,
        basis=DELEGATION,
    ),
    _row("notify", _in(State.FOUNDED), State.NOTIFIED, APPROVE, "visit_set", kinds=INSPECTION, basis=PROGRAMME),
    _row("give_report", GATHERING, None, ANSWER, "no_report", kinds=BY_DELEGATION, basis=BODY),
    _row("record_report", GATHERING, None, RUN, "no_report", kinds=BY_DELEGATION, basis=BODY),
    _row("postpone", _in(State.NOTIFIED), None, APPROVE, kinds=BY_DELEGATION, basis=DELEGATION),
    _row("look", GATHERING, None, LOOK, "visit_come", kinds=BY_DELEGATION),
    _row(
        "end_visit",
        _in(State.NOTIFIED),
        State.VISITED,
        RUN,
        "visit_come",
        "looked",
        kinds=SUPERVISION,
        clocks=(StartClock(REPORT_RULE, REPORT_ROLE),),
    ),
    _row(
        "end_visit", _in(State.NOTIFIED), State.VISITED, RUN, "visit_come", "looked", kinds=INSPECTION, basis=PROGRAMME
    ),
    _row(
        "report_back",
        _in(State.VISITED),
        State.REPORTED,
        RUN,
        kinds=SUPERVISION,
        basis=RESULT,
        clocks=(StopClock(REPORT_ROLE),),
    ),
    _row("report_back", _in(State.VISITED), State.REPORTED, RUN, kinds=INSPECTION, basis=PROGRAMME),
    _row("study", _in(State.APPROVED), State.REPORTED, RUN, kinds=frozenset({Way.DOCUMENTS.value}), basis=FORMS),
    _row("take_board", _in(State.APPROVED), State.REPORTED, RUN, kinds=frozenset({Way.BOARDS.value}), basis=FORMS),
    _row("join", _in(State.APPROVED), State.REPORTED, RUN, kinds=frozenset({Way.JOINT.value}), basis=FORMS),
    *_both("write_conclusion", WRITING, None, RUN, law=RESULT),
    *_both("recommend", WRITING, None, RUN, law=RESULT),
    *_both("send_draft", _in(State.REPORTED), State.DRAFT_SENT, APPROVE, "conclusion_written", law=RESULT),
    *_both("explain", _in(State.DRAFT_SENT), None, ANSWER, "not_explained", law=BODY),
    *_both("record_explanation", _in(State.DRAFT_SENT), None, RUN, "not_explained", law=BODY),
    *_both("conclude", _in(State.DRAFT_SENT), State.CONCLUDED, APPROVE, "conclusion_written", "unit_heard", law=RESULT),
    *_both("reconsider", _in(State.CONCLUDED), None, ANSWER, "not_reconsidered", law=BODY),
    *_both("record_reconsider", _in(State.CONCLUDED), None, RUN, "not_reconsidered", law=BODY),
    *_both("answer_reconsider", _in(State.CONCLUDED), None, APPROVE, "reconsider_waits", law=BODY),
    *_both("answer", _in(State.CONCLUDED), None, ANSWER, law=BODY),
    *_both("record_answer", _in(State.CONCLUDED), None, RUN, law=FOLLOW),
    *_both("verify", _in(State.CONCLUDED), None, RUN, law=POWERS),
    *_both("urge", _in(State.CONCLUDED), None, APPROVE, "answer_overdue", law=FOLLOW),
    _row(
        "petition", _in(State.CONCLUDED), None, APPROVE, "urged_in_vain", "has_superior", kinds=OF_STATE, basis=FOLLOW
    ),
    _row("take_superior", _in(State.CONCLUDED), None, RUN, "superior_asked", kinds=OF_STATE, basis=FOLLOW),
    _row("publish", _in(State.CONCLUDED, State.CLOSED), None, APPROVE, kinds=OF_STATE),
    _row("unpublish", _in(State.CONCLUDED, State.CLOSED), None, APPROVE, "is_public", kinds=OF_STATE),
    *_both("close", _in(State.CONCLUDED), State.CLOSED, APPROVE, "all_verified", "nothing_waits", law=POWERS),
    _row("stop", UNDER_WAY, State.STOPPED, APPROVE, basis=PROGRAMME, clocks=(StopClock(REPORT_ROLE),)),
)

TABLE = Table(states=frozenset(State.values), ends=frozenset(state.value for state in ENDS), moves=ROWS)

LABELS: dict[str, Promise] = {
    "change": pgettext_lazy("oversight", "Sửa đề xuất"),
    "approve": _("Duyệt vào chương trình năm"),
    "set_delegation": _("Cử thành viên đoàn"),
    "set_visit": _("Đặt ngày làm việc"),
    "found": _("Ký quyết định lập đoàn"),
    "note_consent": _("Ghi việc đơn vị đồng ý ngày sớm hơn"),
    "notify": _("Ký và gửi thông báo cho đơn vị"),
    "give_report": _("Gửi báo cáo của đơn vị"),
    "record_report": _("Ghi nhận hộ báo cáo của đơn vị"),
    "postpone": _("Hoãn ngày làm việc"),
    "look": _("Ghi điều thấy được"),
    "end_visit": _("Kết thúc làm việc"),
    "report_back": _("Ghi báo cáo của đoàn"),
    "study": _("Ghi kết quả nghiên cứu văn bản"),
    "take_board": _("Ghi kết quả giám sát của các ban"),
    "join": _("Ghi kết quả tham gia giám sát"),
    "write_conclusion": _("Soạn kết luận"),
    "recommend": _("Soạn kiến nghị"),
    "send_draft": _("Ký gửi dự thảo kết luận"),
    "explain": _("Giải trình về dự thảo kết luận"),
    "record_explanation": _("Ghi nhận hộ giải trình"),
    "conclude": _("Ký kết luận"),
    "reconsider": _("Đề nghị xem xét lại kết luận"),
    "record_reconsider": _("Ghi nhận hộ đề nghị xem xét lại"),
    "answer_reconsider": _("Trả lời đề nghị xem xét lại"),
    "answer": _("Trả lời kiến nghị"),
    "record_answer": _("Ghi nhận hộ trả lời kiến nghị"),
    "verify": _("Xác minh việc thực hiện"),
    "urge": _("Ký gửi công văn đôn đốc"),
    "petition": pgettext_lazy("oversight", "Kiến nghị cấp trên"),
    "take_superior": _("Ghi trả lời của cấp trên"),
    "publish": _("Công khai kết quả giám sát"),
    "unpublish": _("Rút khỏi trang công khai"),
    "close": pgettext_lazy("oversight", "Kết thúc"),
    "stop": pgettext_lazy("oversight", "Không thực hiện nữa"),
}

NEEDS: dict[str, Promise] = {
    "has_leader": _("đoàn có trưởng đoàn"),
    "has_secretary": _("đoàn có thư ký"),
    "visit_set": _("đã đặt ngày làm việc"),
    "notice_short": _("ngày làm việc gần hơn thời hạn báo trước mà luật định"),
    "told_in_time": _("báo trước đủ số ngày luật định, hoặc đơn vị đã đồng ý bằng văn bản"),
    "no_report": _("chưa có báo cáo của đơn vị"),
    "visit_come": _("đã đến ngày làm việc"),
    "looked": _("đã ghi ít nhất một điều thấy được"),
    "conclusion_written": _("đã soạn kết luận"),
    "not_explained": _("chưa có giải trình"),
    "unit_heard": _("đơn vị đã giải trình, hoặc đã hết ngày giải trình"),
    "not_reconsidered": _("chưa có đề nghị xem xét lại"),
    "reconsider_waits": _("có đề nghị xem xét lại chờ trả lời"),
    "answer_overdue": _("có kiến nghị quá hạn trả lời"),
    "urged_in_vain": _("có kiến nghị đã đôn đốc mà vẫn quá hạn"),
    "superior_asked": _("có văn bản chờ cấp trên trả lời"),
    "has_superior": _("đơn vị có cơ quan cấp trên"),
    "is_public": _("kết quả đang được công khai"),
    "all_verified": _("mọi kiến nghị đã được xác minh, hoặc cấp trên không chấp nhận"),
    "nothing_waits": _("không còn đề nghị xem xét lại nào chờ trả lời"),
}
