"""The way a case goes, told to the person who sent it: the state in one sentence, and the five stations with their dates."""

from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
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
    State.INFORMED: gettext_lazy("Đã có kết quả. Ông/bà đọc thư của Mặt trận ở dưới."),
    State.CLOSED: gettext_lazy("Hồ sơ đã kết thúc. Ông/bà đọc thư của Mặt trận ở dưới."),
    State.WITHDRAWN: gettext_lazy("Ông/bà đã rút ý kiến này."),
}

STATIONS: tuple[tuple[str, Promise], ...] = (
    ("case.receive", gettext_lazy("Mặt trận nhận")),
    ("case.classify", gettext_lazy("Xem và phân loại")),
    ("case.transfer", gettext_lazy("Chuyển đến nơi phải trả lời")),
    ("case.answer", gettext_lazy("Nơi giải quyết trả lời")),
    ("case.inform", gettext_lazy("Báo kết quả cho ông/bà")),
)
"""The stations a person is shown; a paper answer that the Front recorded counts as the answer."""


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
    urged = 0
    for event, at, _facts in told:
        name = "case.answer" if event == "case.record_answer" else event
        reached[name] = reached.get(name, clock.local(at).date())
        urged += event == "case.sign_urging"
    sent = list(case.transfers.filter(sent_on__isnull=False).select_related("recipient", "clock"))
    names = ", ".join(transfer.recipient.short_name for transfer in sent)
    stations, waiting = [], case.state not in (State.CLOSED, State.WITHDRAWN)
    for event, label in STATIONS:
        on = reached.get(event)
        note = names if event == "case.transfer" and on else ""
        if event == "case.answer" and urged and not on:
            note = _("Mặt trận đã đôn đốc %(n)d lần") % {"n": urged}
        stations.append(Station(label, on, now=waiting and on is None, note=note))
        waiting = waiting and on is not None
    return Journey(SENTENCES[case.state], _next(case, [t.clock.due_on for t in sent if t.clock]), tuple(stations))


def _next(case: CaseFile, answers_due: list[date]) -> str:
    if case.state in (State.INFORMED, State.CLOSED, State.WITHDRAWN):
        return ""
    if case.state == State.TRANSFERRED and answers_due:
        due = min(answers_due)
        if due < clock.today():
            return _("Nơi nhận lẽ ra phải trả lời chậm nhất %(day)s. Mặt trận đang đôn đốc.") % {"day": long_date(due)}
        return _("Nơi nhận phải trả lời chậm nhất %(day)s.") % {"day": long_date(due)}
    return _("Chậm nhất %(day)s Mặt trận báo kết quả cho ông/bà.") % {"day": long_date(case.promised_on)}
