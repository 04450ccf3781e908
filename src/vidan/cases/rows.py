"""How a case reads in a list: its clock in words, who holds it, what comes next."""

from dataclasses import dataclass
from functools import cache

from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy, override

from vidan.cases.kinds import Kind, Source, State
from vidan.cases.late import is_very_late
from vidan.cases.models import CaseFile
from vidan.cases.moves import LABELS, OPEN, TABLE
from vidan.cases.selectors import Listed, Owing
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.sentence import remaining_words
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.units.selectors import short_names, standing

NEXT: dict[str, str] = {
    State.RECEIVED: "classify",
    State.CLASSIFIED: "prepare",
    State.PREPARED: "check",
    State.CHECKED: "submit",
    State.SUBMITTED: "transfer",
    State.TRANSFERRED: "urge",
    State.ANSWERED: "inform",
    State.VERIFYING: "record_verification",
    State.VERIFIED: "propose",
    State.PROPOSED: "record_decision",
    State.DECIDED: "inform",
    State.INFORMED: "close",
    State.GUIDING: "sign_guidance",
    State.OFFERED: "take_over",
}
"""The move that usually follows a state; urging only when somebody is late."""

WAITING = gettext_lazy("Chờ trả lời")
ASKED = gettext_lazy("Chờ người gửi trả lời")
TELLER = gettext_lazy("Người gửi")
VERY_LATE = gettext_lazy("Rất trễ")
UNREAD = gettext_lazy("Ý kiến mới, chưa phân loại")
ERASED = gettext_lazy("Nội dung đã xóa")
NOWHERE = gettext_lazy("Chưa rõ nơi nào")


@dataclass(frozen=True)
class Row:
    """One line of a desk list."""

    case: CaseFile
    officer: str
    due: str
    due_state: str
    holder: str
    next_move: str
    next_label: str | Promise

    @property
    def unit(self) -> str | Promise:
        """The unit that the case is about, or that it is not known yet."""
        return short_names().get(self.case.subject_unit_id or 0) or NOWHERE

    @property
    def what(self) -> str:
        """Kind and how the teller is named, in words."""
        return _what(get_language() or "", self.case.kind, "" if self.case.is_own else self.case.teller_mode)

    @property
    def gist(self) -> str | Promise:
        """The gist, or that nobody has read the case yet, or that its content is gone."""
        return self.case.gist or (ERASED if self.case.erased_on else UNREAD)

    @property
    def address(self) -> str:
        """Where the case's page is."""
        return _address(get_language() or "", "cases:case").replace(PLACE, self.case.code)

    @property
    def next_address(self) -> str:
        """Where the next move is taken."""
        return _address(get_language() or "", f"cases:{self.next_move}").replace(PLACE, self.case.code)


@cache
def _what(_language: str, kind: str, mode: str) -> str:
    return f"{Kind(kind).label} · {TellerMode(mode).label if mode else Source.FRONT.label}"


PLACE = "PA-0000-0000"


@cache
def _address(language: str, route: str) -> str:
    """The address of a route for the case PLACE; a list asks for fifty addresses that differ in the code only."""
    with override(language):
        return reverse(route, args=[PLACE])


def row_of(listed: Listed, actor: Actor) -> Row:
    """The line of a case; the next move is a link for who may take it."""
    case, officer, owing = listed
    due, due_state = due_words(case)
    if case.waits_for_teller and case.state in OPEN:
        return Row(case, officer, due, due_state, str(TELLER), "", ASKED)
    move = NEXT.get(case.state, "")
    late = any(_is_late(transfer) for transfer in owing)
    if late and case.state in OPEN and any(is_very_late(transfer.due_on, clock.today()) for transfer in owing):
        due, due_state = f"{VERY_LATE} · {due}", "late"
    if late and case.state == State.INFORMED:
        move = "urge"  # the body that monitors still owes its remark
    if move == "inform" and case.is_own:
        move = "conclude"
    if move == "urge" and not late:
        return Row(case, officer, due, due_state, _holders(case, owing), "", WAITING)
    open_to = bool(move) and actor.may(next(TABLE.rows(move)).permission)
    return Row(case, officer, due, due_state, _holders(case, owing), move if open_to else "", LABELS.get(move, ""))


def due_words(case: CaseFile) -> tuple[str, str]:
    """The nearest date of a case in words, and its state: ok, soon, late, stopped."""
    if case.state in TABLE.ends or case.due_on is None:
        return str(State(case.state).label), "stopped"
    return remaining_words(case.due_on, clock.today())


def _is_late(transfer: Owing) -> bool:
    return transfer.due_on < clock.today()


def _holders(case: CaseFile, owing: list[Owing]) -> str:
    if case.state in TABLE.ends:
        return ""
    if owing and (case.state == State.TRANSFERRED or any(_is_late(transfer) for transfer in owing)):
        now = [standing(transfer.held_by, clock.today()) for transfer in owing]
        return ", ".join(
            body.short_name if body else short_names().get(transfer.held_by, "")
            for body, transfer in zip(now, owing, strict=True)
        )
    return short_names().get(case.front_id, "")
