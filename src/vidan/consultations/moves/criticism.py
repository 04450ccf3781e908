"""The way of a draft: taken in, opened, gathered, criticised, answered, held against what was issued."""

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import State
from vidan.domain.moves import ClockEffect, Move, Need, StartClock, StopClock

CRITICISM = "Luật Mặt trận Tổ quốc Việt Nam 2015, Điều 33 và Điều 34"
DRAFTER = "Luật Mặt trận Tổ quốc Việt Nam 2015, Điều 36"
DOCUMENT = "Nghị quyết liên tịch 403/2017, Điều 15, Điều 17, Điều 19"
PROGRAMME = "Chương trình phối hợp; không phải thời hạn do luật định"

ANSWER_RULE = "CT-09"
"""Sent -> answered per point: the programme's own term, the law names no number of days (Luật MTTQ Đ.36.3)."""


def _in(*states: State) -> frozenset[str]:
    return frozenset(state.value for state in states)


def _row(
    name: str,
    sources: frozenset[str],
    target: State | None,
    permission: str,
    *needs: str,
    basis: str = CRITICISM,
    clocks: tuple[ClockEffect, ...] = (),
) -> Move:
    to = None if target is None else target.value
    return Move(name, sources, to, permission, basis, tuple(Need(need) for need in needs), clocks)


RUN, APPROVE, OPINE, ANSWER = (
    "consultations.run",
    "consultations.approve",
    "consultations.opine",
    "consultations.answer",
)
TALKING = _in(State.OPEN, State.GATHERING)
ALL = frozenset(State.values) - _in(State.CLOSED, State.STOPPED)

ROWS = (
    _row("change", ALL, None, RUN, basis=DRAFTER),
    _row("set_text", _in(State.REGISTERED), None, RUN, basis=DRAFTER),
    _row("open", _in(State.REGISTERED), State.OPEN, APPROVE, "text_fixed", "window_set"),
    _row("set_window", _in(State.REGISTERED), None, RUN),
    _row("set_window", _in(State.OPEN), None, APPROVE),
    _row("new_version", TALKING, None, RUN, basis=DRAFTER),
    _row("look_at_places", TALKING, None, RUN, "places_unsure", basis=DRAFTER),
    _row("opine", _in(State.OPEN), None, OPINE, "window_open"),
    _row("enter_opinions", TALKING, None, RUN),
    _row("hear", TALKING, None, RUN, basis=DOCUMENT),
    _row("gather", _in(State.OPEN), State.GATHERING, RUN, "window_over"),
    _row("reopen", _in(State.GATHERING), State.OPEN, APPROVE),
    _row("write_points", TALKING, None, RUN),
    _row("write_assessment", TALKING, None, RUN, basis=DOCUMENT),
    _row(
        "submit",
        _in(State.GATHERING),
        State.SUBMITTED,
        RUN,
        "points_written",
        "opinions_moderated",
        "places_looked_at",
        basis=DOCUMENT,
    ),
    _row("give_back", _in(State.SUBMITTED), State.GATHERING, APPROVE, basis=DOCUMENT),
    _row(
        "send",
        _in(State.SUBMITTED),
        State.SENT,
        APPROVE,
        basis=DOCUMENT,
        clocks=(StartClock(ANSWER_RULE, "answer"),),
    ),
    _row("urge", _in(State.SENT), None, RUN, "answer_late", "no_urging_waiting", basis=PROGRAMME),
    _row("sign_urging", _in(State.SENT), None, APPROVE, "urging_waiting", basis=PROGRAMME),
    _row("answer", _in(State.SENT), None, ANSWER, basis=DRAFTER),
    _row("record_answer", _in(State.SENT, State.ANSWERED), None, RUN, basis=DRAFTER),
    _row(
        "take_answer",
        _in(State.SENT),
        State.ANSWERED,
        RUN,
        "all_answered",
        basis=DRAFTER,
        clocks=(StopClock("answer"),),
    ),
    _row("record_issue", _in(State.ANSWERED), State.ISSUED, RUN, basis=PROGRAMME),
    _row(
        "record_issue_unanswered",
        _in(State.SENT),
        State.ISSUED,
        RUN,
        basis=PROGRAMME,
        clocks=(StopClock("answer"),),
    ),
    _row("check", _in(State.ISSUED), None, RUN, basis=PROGRAMME),
    _row("write_closing", ALL, None, RUN, basis=PROGRAMME),
    _row("close", _in(State.ISSUED), State.CLOSED, APPROVE, "all_checked", "closing_written", basis=PROGRAMME),
    _row("close_unissued", _in(State.ANSWERED), State.CLOSED, APPROVE, "closing_written", basis=PROGRAMME),
    _row(
        "stop",
        _in(State.REGISTERED, State.OPEN, State.GATHERING, State.SUBMITTED),
        State.STOPPED,
        APPROVE,
        "closing_written",
        basis=PROGRAMME,
    ),
    _row(
        "stop_sent",
        _in(State.SENT, State.ANSWERED),
        State.STOPPED,
        APPROVE,
        "closing_written",
        basis=PROGRAMME,
        clocks=(StopClock("answer"),),
    ),
)

LABELS: dict[str, Promise] = {
    "change": _("Sửa thông tin dự thảo"),
    "set_text": _("Đưa lời dự thảo vào"),
    "open": _("Mở lấy ý kiến"),
    "set_window": _("Đặt thời gian lấy ý kiến"),
    "new_version": _("Đưa bản dự thảo mới vào"),
    "look_at_places": _("Xem lại chỗ của ý kiến trong bản mới"),
    "opine": _("Gửi ý kiến của tổ chức"),
    "enter_opinions": _("Ghi ý kiến nhận được"),
    "hear": _("Tổ chức hội nghị, đối thoại, lấy ý kiến bằng văn bản"),
    "gather": _("Thôi lấy ý kiến, tổng hợp"),
    "reopen": _("Mở lại việc lấy ý kiến"),
    "write_points": _("Tổng hợp thành điểm"),
    "write_assessment": _("Viết nhận xét, đánh giá chung"),
    "submit": _("Trình văn bản phản biện"),
    "give_back": _("Trả lại để bổ sung"),
    "send": _("Duyệt, cấp số và gửi"),
    "urge": _("Đôn đốc trả lời"),
    "sign_urging": _("Duyệt công văn đôn đốc"),
    "answer": _("Trả lời từng điểm"),
    "record_answer": _("Ghi nhận hộ trả lời bằng văn bản"),
    "take_answer": _("Xác nhận đã trả lời đủ"),
    "record_issue": _("Ghi văn bản ban hành"),
    "record_issue_unanswered": _("Ghi văn bản ban hành khi chưa trả lời đủ"),
    "check": _("Đối chiếu điểm đã hứa"),
    "write_closing": _("Viết tóm tắt kết quả"),
    "close": _("Kết thúc"),
    "close_unissued": _("Kết thúc khi văn bản chưa ban hành"),
    "stop": _("Ghi việc rút dự thảo"),
    "stop_sent": _("Ghi việc rút dự thảo sau phản biện"),
}

NEEDS: dict[str, Promise] = {
    "text_fixed": _("lời dự thảo đã xem lại và chốt"),
    "window_set": _("đã ghi ngày bắt đầu và ngày hết lấy ý kiến"),
    "window_open": _("đang trong thời gian lấy ý kiến"),
    "window_over": _("đã hết thời gian lấy ý kiến"),
    "points_written": _("đã có ít nhất một điểm"),
    "opinions_moderated": _("không còn ý kiến nào chờ xem"),
    "places_looked_at": _("chỗ của ý kiến trong bản mới đã được xem lại"),
    "places_unsure": _("có ý kiến chưa chắc chỗ trong bản mới"),
    "answer_late": _("đã quá hạn trả lời"),
    "no_urging_waiting": _("không có công văn đôn đốc nào đang chờ duyệt"),
    "urging_waiting": _("có công văn đôn đốc chờ duyệt"),
    "all_answered": _("mỗi điểm đều có trả lời"),
    "all_checked": _("mỗi điểm được tiếp thu đã đối chiếu với văn bản ban hành"),
    "closing_written": _("đã viết tóm tắt kết quả"),
}
