"""Kết thúc phản biện: the closing summary is written, then the head ends it; or the drafter took the draft back."""

from vidan.consultations.models import Draft
from vidan.consultations.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock


def write_closing(*, code: str, closing: str, actor: Actor, version: int | None = None) -> Draft:
    """Write what stands on top of the public page once all is over; raises what step() raises."""
    with step(code=code, move="write_closing", actor=actor, version=version) as taking:
        taking.draft.closing = closing.strip()
    return taking.draft


def close_draft(*, code: str, move: str, actor: Actor, version: int | None = None) -> Draft:
    """End it by one of the moves `close`, `close_unissued`, `stop`, `stop_sent`; raises what step() raises."""
    with step(code=code, move=move, actor=actor, version=version) as taking:
        taking.draft.closed_on = clock.today()
    return taking.draft
