"""What an answer to a point must hold, and how a late one is told: the one copy of both rules."""

from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Draft
from vidan.domain.workdays import Unit
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import working_days_late
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.sentence import length_words, remaining_words

LONGEST_REASON, LONGEST_CLAUSE = 4000, 300

REASONED = frozenset({Verdict.PARTLY, Verdict.REFUSED})
"""Verdicts that owe a reason (Luật MTTQ 2015 Đ.36.3)."""

NO_REASON = gettext_lazy(
    "Không tiếp thu, hoặc chỉ tiếp thu một phần, thì phải nêu lý do (Luật MTTQ Việt Nam, Điều 36)."
)


@dataclass(frozen=True, kw_only=True)
class Told:
    """What is answered to the point of one number."""

    number: int
    verdict: Verdict
    reason: str = ""
    clause: str = ""


def lacks_reason(verdict: str, reason: str) -> bool:
    """Whether an answer owes a reason that it does not give."""
    return verdict in REASONED and not reason.strip()


def is_late(due_on: date, answered_on: date) -> bool:
    """Whether an answer came after the programme's term."""
    return answered_on > due_on


@dataclass(frozen=True)
class Standing:
    """Where the answer stands: in words, with its tone, and the programme's term as a sentence."""

    words: str = ""
    tone: str = ""
    term: str = ""


def standing(draft: Draft, running: Clock | None) -> Standing:
    """Where the answer of a sent document stands by the programme's term; nothing before it is sent."""
    if draft.sent_on is None or running is None:
        return Standing()
    length = length_words(running.length, Unit(running.unit))
    term = _(
        "Hạn trả lời theo Chương trình phối hợp: %(due)s, %(length)s kể từ ngày gửi; luật không ấn định số ngày."
    ) % {
        "due": f"{running.due_on:%d/%m/%Y}",
        "length": length,
    }
    if draft.answered_on is not None:
        late = working_days_late(running.due_on, draft.answered_on)
        told = {"day": f"{draft.answered_on:%d/%m/%Y}", "n": late}
        if late:
            return Standing(_("Trả lời đủ ngày %(day)s, trễ %(n)d ngày làm việc.") % told, "late", term)
        return Standing(_("Trả lời đủ ngày %(day)s, trong hạn.") % told, "stopped", term)
    if running.stopped_on is not None:
        told = {"day": f"{running.stopped_on:%d/%m/%Y}"}
        return Standing(_("Thôi chờ trả lời từ ngày %(day)s.") % told, "muted", term)
    words, tone = remaining_words(running.due_on, clock.today())
    return Standing(f"{words}.", tone, term)
