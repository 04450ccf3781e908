"""Giải trình: the appraiser asks about items until a day, the unit answers every question; or the day passes."""

from datetime import date

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.scorecards.models import Question, Scorecard
from vidan.scorecards.services.consult import TooEarly
from vidan.scorecards.services.enter import NoItem
from vidan.scorecards.services.notify import notify_front, notify_unit
from vidan.scorecards.services.step import step


def question(*, code: str, item: str, text: str, actor: Actor) -> Question | None:
    """Note what the unit is to explain of an item, in place of what was noted before; no text takes it away. Raises NoItem."""
    with step(code=code, move="question", actor=actor) as taking:
        if item not in {leaf.code for leaf in taking.known.rubric.leaves()}:
            raise NoItem(item)
        taking.told |= {"item": item, "asked": bool(text.strip())}
        if not text.strip():
            taking.card.questions.filter(item=item).delete()
            return None
        said = {"text": text.strip(), "asked_by": actor.code, "asked_at": clock.now()}
        asked, _made = Question.objects.update_or_create(card=taking.card, item=item, defaults=said)
    return asked


def ask_explanation(*, code: str, until: date, actor: Actor, version: int | None = None) -> Scorecard:
    """Yêu cầu giải trình: the questions go to the unit, to be answered until a day, that day included; raises TooEarly."""
    with step(code=code, move="ask_explanation", actor=actor, version=version) as taking:
        if until < clock.today():
            raise TooEarly(until)
        taking.card.explain_until = until
        taking.told |= {"until": until.isoformat(), "questions": len(taking.known.questions)}
        notify_unit(NoticeKind.CARD_EXPLAIN, taking.card)
    return taking.card


def answer_question(*, code: str, item: str, text: str, actor: Actor) -> Question:
    """Answer what was asked about an item; given again, the newer answer counts. Raises Question.DoesNotExist."""
    with step(code=code, move="answer_question", actor=actor) as taking:
        asked = taking.card.questions.get(item=item)
        asked.answer, asked.answered_by, asked.answered_at = text.strip(), actor.code, clock.now()
        asked.save()
        taking.told["item"] = item
    return asked


def explain(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Gửi giải trình: the unit is done answering; the second appraisal begins."""
    with step(code=code, move="explain", actor=actor, version=version) as taking:
        notify_front(NoticeKind.CARD_ANSWER, taking.card, permission="scorecards.draft")
    return taking.card


def go_on(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Thẩm định tiếp: the last day for explanations is over, with or without answers."""
    with step(code=code, move="go_on", actor=actor, version=version) as taking:
        taking.told["unanswered"] = sum(1 for one in taking.known.questions if not one.answer)
    return taking.card
