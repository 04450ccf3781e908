"""Quyết định và công bố kết quả thẩm định: the head decides, the sheet is frozen, and later everybody may read it."""

from datetime import timedelta

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.notify import notify_front, notify_unit
from vidan.scorecards.services.step import step
from vidan.scorecards.snapshot import digest_of, snapshot


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
        card.objections_until = clock.today() + timedelta(days=days)
        taking.told["objections_until"] = card.objections_until.isoformat()
        notify_unit(NoticeKind.CARD_PUBLIC, card)
    return card
