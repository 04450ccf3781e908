"""Trình, quyết định, công bố kết quả thẩm định: the head decides, the sheet is frozen, and later everybody may read it."""

from datetime import timedelta

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.search.published import show
from vidan.scorecards.findable import entry_of
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.notify import notify_front, notify_unit
from vidan.scorecards.services.step import step
from vidan.scorecards.snapshot import digest_of, snapshot


def submit_result(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Trình: the officer hands the appraised sheet to the Standing Committee; nobody enters anything meanwhile."""
    with step(code=code, move="submit_result", actor=actor, version=version) as taking:
        notify_front(NoticeKind.CARD_SUBMIT, taking.card, permission="scorecards.decide")
    return taking.card


def send_back_result(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Trả lại: the sheet goes back to the second appraisal, with the reason."""
    with step(code=code, move="send_back_result", actor=actor, version=version) as taking:
        taking.card.returned_for = reason.strip()
        notify_front(NoticeKind.CARD_BACK, taking.card, permission="scorecards.draft")
    return taking.card


def decide_result(*, code: str, comment: str = "", actor: Actor, version: int | None = None) -> Scorecard:
    """Quyết định kết quả: freeze the sheet with every value, reason, question and digest of evidence."""
    with step(code=code, move="decide_result", actor=actor, version=version) as taking:
        card = taking.card
        card.comment = comment.strip()
        card.decided_on, card.decided_by = clock.today(), actor.code
        card.frozen = snapshot(taking.known)
        card.digest = digest_of(card.frozen)
        taking.told["digest"] = card.digest
        notify_unit(NoticeKind.CARD_RESULT, card)
        notify_front(NoticeKind.CARD_RESULT, card, permission="scorecards.draft")
    return card


def publish_result(*, code: str, days: int, actor: Actor, version: int | None = None) -> Scorecard:
    """Công bố kết quả: everybody may read the sheet as it was decided; the unit may object for so many days from the next."""
    with step(code=code, move="publish_result", actor=actor, version=version) as taking:
        card = taking.card
        card.published_on = clock.today()
        show(entry_of(card))
        card.objections_until = clock.today() + timedelta(days=days)
        taking.told["objections_until"] = card.objections_until.isoformat()
        notify_unit(NoticeKind.CARD_PUBLIC, card)
    return card
