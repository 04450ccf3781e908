"""Thẩm định: the Front takes a unit's sheet up and enters its own values; what it does not dispute it takes over at once."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.scorecards.facts import judged_items
from vidan.scorecards.kinds import Stage
from vidan.scorecards.models import Entry, Scorecard
from vidan.scorecards.services.step import Step, step

AGREED = "Thống nhất với đơn vị."
"""The ground of a value that was taken over, where the rubric asks for one."""


def take_up(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Bắt đầu thẩm định: from now on the unit cannot take its sheet back."""
    with step(code=code, move="take_up", actor=actor, version=version) as taking:
        pass
    return taking.card


def take_up_unsent(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Thẩm định khi đơn vị không nộp: its time is over; that it sent nothing in is what the gates of the bands ask for."""
    with step(code=code, move="take_up_unsent", actor=actor, version=version) as taking:
        pass
    return taking.card


def accept_declared(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Lấy số tự chấm: every item that has the unit's value and none of the Front's yet gets the unit's, where it fits."""
    with step(code=code, move="accept_declared", actor=actor, version=version) as taking:
        accepted = taking.known.acceptable
        Entry.objects.bulk_create(_taken_over(taking, item) for item in accepted)
        taking.told["items"] = len(accepted)
    return taking.card


def _taken_over(taking: Step, item: str) -> Entry:
    side = taking.known.declared[item]
    needs_ground = not side.applies or item in judged_items(taking.known.rubric)
    return Entry(
        card=taking.card,
        item=item,
        stage=Stage.SCORED,
        inputs=dict(side.inputs),
        applies=side.applies,
        note=AGREED if needs_ground else "",
        entered_by=taking.actor.code,
        entered_at=clock.now(),
    )
