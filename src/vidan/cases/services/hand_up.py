"""Chuyển lên: a Front hands a case to the next Front up, with its reason in a numbered note."""

from vidan.cases.models import CaseFile
from vidan.cases.models.routing import Direction
from vidan.cases.routing import front_above, merged_about
from vidan.cases.services.hand import offer
from vidan.cases.services.step import step
from vidan.foundation.accounts.actors import Actor


def hand_up(*, code: str, reason: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Offer the case to the Front above."""
    with step(code=code, move="hand_up", actor=actor, version=version) as taking:
        above = front_above(taking.case, merged_about(taking.case))
        assert above is not None  # the move needs it
        offer(taking, above, Direction.UP, reason)
    return taking.case
