"""Trình, quyết định, gửi, công bố: the Standing Committee decides, the sheet is frozen, a numbered letter carries it on."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent
from vidan.foundation.search.published import show
from vidan.foundation.units.models import Unit
from vidan.scorecards.findable import entry_of
from vidan.scorecards.letters import letter_of
from vidan.scorecards.models import Scorecard
from vidan.scorecards.services.notify import notify_front, notify_unit
from vidan.scorecards.services.step import step
from vidan.scorecards.services.tally import tally_decided
from vidan.scorecards.snapshot import digest_of, snapshot


def submit(*, code: str, comment: str, appraiser: Unit, actor: Actor, version: int | None = None) -> Scorecard:
    """Trình: the officer writes the general comment, names the appraising body, and hands the sheet to the Standing Committee."""
    with step(code=code, move="submit", actor=actor, version=version) as taking:
        taking.card.comment, taking.card.appraiser = comment.strip(), appraiser
        taking.told["appraiser"] = appraiser.slug
        notify_front(NoticeKind.CARD_SUBMIT, taking.card, permission="scorecards.decide")
    return taking.card


def give_back(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Trả lại: the sheet goes back to who drafts it, with the reason; nothing was frozen."""
    with step(code=code, move="give_back", actor=actor, version=version) as taking:
        taking.card.returned_for = reason.strip()
        notify_front(NoticeKind.CARD_BACK, taking.card, permission="scorecards.draft")
    return taking.card


def decide(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Quyết định: freeze the sheet with every input, reason and point under its digest, and draft the letter."""
    with step(code=code, move="decide", actor=actor, version=version) as taking:
        card = taking.card
        card.decided_on, card.decided_by = clock.today(), actor.code
        card.frozen = snapshot(taking.known)
        card.digest = digest_of(card.frozen)
        card.paper = draft_paper(
            unit=card.front, kind="scorecard", subject=code, structure=letter_of(card), actor=actor.code
        )
        tally_decided(card)
        taking.told["digest"] = card.digest
    return card


def send(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Gửi: number the letter and send it to the appraising body."""
    with step(code=code, move="send", actor=actor, version=version) as taking:
        assert taking.card.paper is not None  # the table asks for it
        paper = issue_paper(paper=taking.card.paper, actor=actor.code)
        mark_sent(paper=paper, how="post", actor=actor.code)
        taking.told["paper"] = paper.pk
        notify_unit(NoticeKind.CARD_SENT, taking.card)
    return taking.card


def publish(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Công bố: everybody may read the sheet as it was decided."""
    with step(code=code, move="publish", actor=actor, version=version) as taking:
        taking.card.published_on = clock.today()
        show(entry_of(taking.card))
    return taking.card
