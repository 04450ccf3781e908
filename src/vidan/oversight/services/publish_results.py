"""Công khai kết quả giám sát: what everybody may read of a supervision, as the head publishes it."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.oversight.inspection_findable import tell_result
from vidan.oversight.models import Inspection
from vidan.oversight.services.inspection_step import step


def publish(*, code: str, summary: str, actor: Actor, version: int | None = None) -> Inspection:
    """Publish the signed conclusion with a summary, or put the summary right; raises what step() raises."""
    with step(code=code, move="publish", actor=actor, version=version) as taking:
        one = taking.inspection
        one.summary = summary
        one.published_on = one.published_on or clock.today()
        tell_result(one)
    return one


def unpublish(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Take it from the public page again; raises what step() raises."""
    with step(code=code, move="unpublish", actor=actor, version=version) as taking:
        taking.inspection.published_on = None
        tell_result(taking.inspection)
    return taking.inspection
