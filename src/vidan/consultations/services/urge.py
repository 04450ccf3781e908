"""Đôn đốc: a body that is late by the programme's term is reminded by a letter that the head numbers."""

from vidan.consultations.letters import urging_of
from vidan.consultations.models import Draft, Urging
from vidan.consultations.services.notify import notify_body, notify_front
from vidan.consultations.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import draft_paper, issue_paper, mark_sent

KIND = "criticism_urging"


def urge(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Draft the letter; the head numbers it. Raises what step() raises."""
    with step(code=code, move="urge", actor=actor, version=version) as taking:
        draft, running = taking.draft, taking.known.clock
        assert running is not None  # it is late
        number = draft.urgings.count() + 1
        structure = urging_of(draft, number, running.due_on, taking.known.unanswered)
        paper = draft_paper(unit=draft.front, kind=KIND, subject=code, structure=structure, actor=actor.code)
        Urging.objects.create(draft=draft, number=number, paper=paper)
        taking.told |= {"number": number, "paper": paper.pk}
        notify_front(NoticeKind.DRAFT_SIGN, draft, permission="consultations.approve")
    return draft


def sign_urging(*, code: str, actor: Actor, version: int | None = None) -> Draft:
    """Approve, number and send the letter that waits; raises what step() raises."""
    with step(code=code, move="sign_urging", actor=actor, version=version) as taking:
        draft = taking.draft
        urging = draft.urgings.select_related("paper__unit").get(sent_on__isnull=True)
        paper = issue_paper(paper=urging.paper, actor=actor.code)
        mark_sent(paper=paper, how="system", actor=actor.code)
        urging.sent_on = clock.today()
        urging.save(update_fields=["sent_on"])
        taking.told |= {"number": urging.number, "paper": paper.pk}
        notify_body(NoticeKind.DRAFT_URGED, draft)
    return draft
