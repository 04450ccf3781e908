"""The way a case goes, told to the person who sent it: the state in one sentence, and the five stations with their dates."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.moves import TABLE
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.ui.words import long_date

SENTENCES: dict[str, Promise] = {
    State.RECEIVED: gettext_lazy("Mặt trận đã nhận và đang xem ý kiến của ông/bà."),
    State.CLASSIFIED: gettext_lazy("Mặt trận đã xem và đang chuẩn bị chuyển đến nơi phải trả lời."),
    State.PREPARED: gettext_lazy("Mặt trận đã xem và đang chuẩn bị chuyển đến nơi phải trả lời."),
    State.CHECKED: gettext_lazy("Mặt trận đã xem và đang chuẩn bị chuyển đến nơi phải trả lời."),
    State.SUBMITTED: gettext_lazy("Mặt trận sắp chuyển đến nơi phải trả lời, đang chờ lãnh đạo duyệt."),
    State.TRANSFERRED: gettext_lazy("Mặt trận đã chuyển và đang chờ trả lời."),
    State.ANSWERED: gettext_lazy("Nơi giải quyết đã trả lời; Mặt trận đang xem lại trước khi báo ông/bà."),
    State.VERIFYING: gettext_lazy("Mặt trận và các nơi liên quan đang cùng xác minh."),
    State.VERIFIED: gettext_lazy("Đã xác minh xong; Mặt trận đang xem cần đề xuất gì với nơi có thẩm quyền."),
    State.PROPOSED: gettext_lazy("Mặt trận đã đề xuất cách xử lý và đang chờ nơi có thẩm quyền quyết định."),
    State.DECIDED: gettext_lazy("Nơi có thẩm quyền đã quyết định; Mặt trận sắp báo ông/bà."),
    State.INFORMED: gettext_lazy("Đã có kết quả. Ông/bà đọc thư của Mặt trận ở dưới."),
    State.CLOSED: gettext_lazy("Hồ sơ đã kết thúc. Ông/bà đọc thư của Mặt trận ở dưới."),
    State.WITHDRAWN: gettext_lazy("Ông/bà đã rút ý kiến này."),
    State.GUIDING: gettext_lazy("Mặt trận đã xem và đang soạn thư hướng dẫn ông/bà."),
    State.OFFERED: gettext_lazy("Ý kiến đang được chuyển sang Mặt trận phù hợp hơn; ông/bà không phải làm gì thêm."),
    State.REFUSED: gettext_lazy("Mặt trận không xử lý tiếp. Ông/bà đọc căn cứ và việc có thể làm trong thư ở dưới."),
    State.GUIDED: gettext_lazy("Việc này thuộc cơ quan khác. Ông/bà đọc thư hướng dẫn ở dưới."),
    State.MERGED: gettext_lazy("Ý kiến của ông/bà được xử lý chung với một hồ sơ cùng việc; kết quả báo ở trang này."),
}

STATIONS: tuple[tuple[str, Promise], ...] = (
    ("case.receive", gettext_lazy("Mặt trận nhận")),
    ("case.classify", gettext_lazy("Xem và phân loại")),
    ("case.reopen", gettext_lazy("Mở lại hồ sơ")),
    ("case.transfer", gettext_lazy("Chuyển đến nơi phải trả lời")),
    ("case.answer", gettext_lazy("Nơi giải quyết trả lời")),
    ("case.record_verification", gettext_lazy("Xác minh cùng các nơi liên quan")),
    ("case.decide", gettext_lazy("Nơi có thẩm quyền quyết định")),
    ("case.inform", gettext_lazy("Báo kết quả cho ông/bà")),
)
"""The stations a person is shown; a paper answer that the Front recorded counts as the answer."""

SAME = {
    "case.record_answer": "case.answer",
    "case.record_decision": "case.decide",
    "case.reopen_own": "case.reopen",
}
"""Events that reach the same station as another."""

BEFORE_SENDING = ("case.receive", "case.classify")

ONLY_AFTER = {
    "case.reopen": "case.reopen",
    "case.record_verification": "case.sign_verification",
    "case.decide": "case.sign_proposal",
}
"""Stations that few cases come to: shown once the event on the right has happened."""
ENDED_OTHERWISE: dict[str, tuple[str, Promise]] = {
    State.REFUSED: ("case.refuse", gettext_lazy("Không xử lý, có căn cứ")),
    State.GUIDED: ("case.sign_guidance", gettext_lazy("Hướng dẫn đến nơi có thẩm quyền")),
    State.MERGED: ("case.merge", gettext_lazy("Xử lý chung với hồ sơ cùng việc")),
}
"""The last station of a case that ends before it is transferred."""

TOLD_WITH = "case.informed_with"
"""The event by which the result of the case that this one was merged into is told."""


@dataclass(frozen=True)
class Station:
    """One station: its label, the day it was reached, and what is known of it."""

    label: str | Promise
    on: date | None
    now: bool
    note: str = ""


@dataclass(frozen=True)
class Journey:
    """What the return page says at its top, and the drawing of the way."""

    sentence: str | Promise
    next_words: str
    stations: tuple[Station, ...]


def journey_of(case: CaseFile) -> Journey:
    """The way of a case so far; three queries."""
    told = Entry.objects.filter(subject=case.code).values_list("event", "at", "facts").order_by("pk")
    reached: dict[str, date] = {}
    urged, petitioned, was_told = 0, False, False
    answer_by = ""  # until when the person may answer the question that waits
    for event, at, facts in told:
        name = SAME.get(event, event)
        if name == "case.reopen":  # what was reached before is gone through again
            reached = {one: reached[one] for one in BEFORE_SENDING if one in reached}
            urged, petitioned, was_told = 0, False, False
        if name == "case.sign_verification":  # the person is told again what comes of it
            reached.pop("case.inform", None)
        if name == "case.release":  # no longer carried together with another, so its own result is still to come
            reached.pop(TOLD_WITH, None)
            was_told = False
        if event in ("case.ask", "case.asked_end"):
            answer_by = facts.get("until", "")
        reached[name] = reached.get(name, clock.local(at).date())
        urged += event == "case.sign_urging"
        petitioned |= event == "case.sign_petition_superior"
        was_told |= event in ("case.inform", TOLD_WITH)
    sent = list(case.transfers.filter(sent_on__isnull=False).select_related("recipient", "clock"))
    names = ", ".join(dict.fromkeys(transfer.recipient.short_name for transfer in sent))
    stations, waiting = [], case.state not in TABLE.ends
    for event, label in _stations(case, reached):
        on = reached.get(event)
        note = names if event == "case.transfer" and on else ""
        if event == "case.answer" and urged and not on:
            note = _("Mặt trận đã đôn đốc %(n)d lần") % {"n": urged}
            note += _(", đã kiến nghị cấp trên") if petitioned else ""
        stations.append(Station(label, on, now=waiting and on is None, note=note))
        waiting = waiting and on is not None
    if case.waits_for_teller and answer_by:
        words = _("Ông/bà trả lời ở dưới, chậm nhất %(day)s; trong lúc chờ, hạn của Mặt trận tạm dừng.")
        words %= {"day": long_date(date.fromisoformat(answer_by))}
        return Journey(_("Mặt trận có câu hỏi cho ông/bà."), words, tuple(stations))
    sentence = SENTENCES[State.INFORMED if TOLD_WITH in reached else case.state]
    due = [t.clock.due_on for t in sent if t.clock and not t.answered_on]
    return Journey(sentence, "" if was_told else _next(case, due), tuple(stations))


def _stations(case: CaseFile, reached: dict[str, date]) -> tuple[tuple[str, str | Promise], ...]:
    """The stations of a case; of one that ended before it was transferred those it reached, and its end."""
    if case.state not in ENDED_OTHERWISE:
        return tuple(one for one in STATIONS if one[0] not in ONLY_AFTER or ONLY_AFTER[one[0]] in reached)
    past = [station for station in STATIONS if station[0] in reached]
    told = [(TOLD_WITH, STATIONS[-1][1])] if case.state == State.MERGED else []
    return (*past, ENDED_OTHERWISE[case.state], *told)


def _next(case: CaseFile, answers_due: list[date]) -> str:
    if case.state in (State.INFORMED, State.CLOSED, State.WITHDRAWN, State.REFUSED, State.GUIDED):
        return ""
    if case.state == State.TRANSFERRED and answers_due:
        due = min(answers_due)
        if due < clock.today():
            return _("Nơi nhận lẽ ra phải trả lời chậm nhất %(day)s. Mặt trận đang đôn đốc.") % {"day": long_date(due)}
        return _("Nơi nhận phải trả lời chậm nhất %(day)s.") % {"day": long_date(due)}
    if case.promised_on < clock.today():
        told = _("Lẽ ra Mặt trận phải báo kết quả chậm nhất %(day)s. Mặt trận xin lỗi vì chậm và vẫn đang giải quyết.")
        return told % {"day": long_date(case.promised_on)}
    return _("Chậm nhất %(day)s Mặt trận báo kết quả cho ông/bà.") % {"day": long_date(case.promised_on)}
