"""Không tổ chức, ghi nhầm: a planned activity that is called off, and one that was entered by mistake; each with its reason."""

from vidan.foundation.accounts.actors import Actor
from vidan.outreach.activity_kinds import ActivityState
from vidan.outreach.models import Activity
from vidan.outreach.services.log_activity import changing


class NotPlanned(ValueError):
    """Only what lies ahead, or was not told of yet, can be called off."""


def cancel_activity(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Activity:
    """Call a planned activity off; raises NotPlanned, and what changing() raises."""
    with changing(code=code, event="activity.cancel", actor=actor, version=version) as change:
        if change.activity.state != ActivityState.PLANNED:
            raise NotPlanned(code)
        change.activity.state, change.activity.reason = ActivityState.CANCELLED, reason
    return change.activity


def void_activity(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Activity:
    """Strike out what was entered by mistake: it counts no more and stays in the book. Raises what changing() raises."""
    with changing(code=code, event="activity.void", actor=actor, version=version) as change:
        change.activity.state, change.activity.reason = ActivityState.VOID, reason
    return change.activity
