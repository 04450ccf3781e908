"""Giao xuống: a Front hands a case to a Front below it, with its reason in a numbered note."""

from vidan.cases.models import CaseFile
from vidan.cases.models.routing import Direction
from vidan.cases.routing import fronts_under, merged_about
from vidan.cases.services.hand import offer
from vidan.cases.services.step import step
from vidan.foundation.accounts.actors import Actor


class NotBelow(LookupError):
    """The Front is not below the one that carries the case, or the case, or one merged into it, is about it."""


def hand_down(*, code: str, to: str, reason: str, actor: Actor, version: int | None = None) -> CaseFile:
    """Offer the case to a Front below, by its slug; raises NotBelow."""
    with step(code=code, move="hand_down", actor=actor, version=version) as taking:
        fronts = fronts_under(taking.case, merged_about(taking.case))
        below = next((front for front in fronts if front.slug == to), None)
        if below is None:
            raise NotBelow(to)
        offer(taking, below, Direction.DOWN, reason)
    return taking.case
