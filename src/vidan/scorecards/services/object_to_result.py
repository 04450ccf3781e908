"""Kiến nghị về kết quả: the unit objects to a published result within its days, and the head answers."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.scorecards.kinds import Outcome
from vidan.scorecards.models import Objection, Scorecard
from vidan.scorecards.services.correct import next_edition
from vidan.scorecards.services.notify import notify_front, notify_unit
from vidan.scorecards.services.step import step


def object_to(*, code: str, text: str, actor: Actor, version: int | None = None) -> Objection:
    """Kiến nghị: once an edition, with words."""
    with step(code=code, move="object", actor=actor, version=version) as taking:
        made = Objection.objects.create(card=taking.card, text=text.strip(), made_by=actor.code, made_at=clock.now())
        notify_front(NoticeKind.CARD_OBJECT, taking.card, permission="scorecards.decide")
        notify_front(NoticeKind.CARD_OBJECT, taking.card, permission="scorecards.draft")
    return made


def answer_objection(*, code: str, outcome: Outcome, text: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Trả lời kiến nghị: the result is kept, or a correction is opened, which is returned and goes on from the appraisal."""
    with step(code=code, move="answer_objection", actor=actor, version=version) as taking:
        objection = taking.known.objection
        assert objection is not None  # the table asks for it
        objection.outcome, objection.answer = outcome, text.strip()
        objection.answered_by, objection.answered_at = actor.code, clock.now()
        objection.save()
        taking.told["outcome"] = outcome.value
        notify_unit(NoticeKind.CARD_KEPT, taking.card)
        opens = outcome == Outcome.CORRECTED and not hasattr(taking.card, "corrected_by")
        return next_edition(taking) if opens else taking.card
