"""Nộp, rút lại: the unit sends its own score in, and may take it back until the appraisal begins."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.notify import notify_front
from vidan.scorecards.services.step import step


def send_in(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Nộp phiếu tự chấm: nothing is entered by the unit any more, unless it takes the sheet back."""
    with step(code=code, move="send_in", actor=actor, version=version) as taking:
        card = taking.card
        card.sent_in_on = clock.today()
        taking.told["late"] = card.self_score_until is not None and card.self_score_until < clock.today()
        notify_front(NoticeKind.CARD_IN, card, permission="scorecards.draft")
    return card


def take_back(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Rút lại: the sheet is the unit's again, as long as nobody has begun to appraise it."""
    with step(code=code, move="take_back", actor=actor, version=version) as taking:
        taking.card.sent_in_on = None
    return taking.card
