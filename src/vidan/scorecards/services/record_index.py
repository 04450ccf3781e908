"""Ghi kết quả được công bố: what the appraising body later published stands beside the Front's own points, item by item."""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.scorecards.models import OfficialIndex, Scorecard
from vidan.scorecards.services.enter import NoItem
from vidan.scorecards.services.step import step

WHOLE = ""
"""The item of the whole sheet."""


def record_index(
    *,
    code: str,
    published: Mapping[str, tuple[Decimal, Decimal]],
    source: str,
    published_on: date,
    actor: Actor,
    version: int | None = None,
) -> Scorecard:
    """Store points and maximum by item (WHOLE for the total), in place of what was recorded before; raises NoItem."""
    with step(code=code, move="record_index", actor=actor, version=version) as taking:
        known = {node.code for node in taking.known.rubric.walk()} | {WHOLE}
        for item in published:
            if item not in known:
                raise NoItem(item)
        OfficialIndex.objects.filter(card=taking.card).delete()
        OfficialIndex.objects.bulk_create(
            OfficialIndex(
                card=taking.card,
                item=item,
                points=points,
                maximum=maximum,
                source=source,
                published_on=published_on,
                recorded_by=actor.code,
                recorded_at=clock.now(),
            )
            for item, (points, maximum) in published.items()
        )
        taking.told["items"] = len(published)
    return taking.card
