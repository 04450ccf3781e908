"""Đưa thủ tục vào từ bảng tính: all rows or none; what says the same as what is published is passed over."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import transaction

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit
from vidan.outreach.models import Procedure
from vidan.outreach.services.publish_procedure import publish
from vidan.outreach.services.write_procedure import Content, NotPossible, is_same, write


@dataclass(frozen=True)
class Brought:
    """How many versions were written, and how many rows said nothing new."""

    written: int
    same: int


class RowRefused(ValueError):
    """A row cannot be kept; its place among the rows, and why."""

    def __init__(self, place: int, sentence: str) -> None:
        super().__init__(place, sentence)
        self.place, self.sentence = place, sentence


def bring(*, front: Unit, rows: Sequence[Content], at_once: bool, actor: Actor, is_sample: bool = False) -> Brought:
    """Draft every row, and publish them when told `at_once`; raises RowRefused and Procedure.DoesNotExist, keeping nothing."""
    written = 0
    with transaction.atomic():
        codes = [row["code"] for row in rows]
        known = Procedure.objects.public().filter(code__in=codes, front=front).select_related("only_at")
        latest = {one.code: one for one in known.order_by("version")}
        for place, content in enumerate(rows):
            code = content["code"]
            if code in latest and is_same(latest[code], content):
                continue
            try:
                draft = write(front=front, code=code, content=content, actor=actor, is_sample=is_sample)
                if at_once:
                    publish(pk=draft.pk, actor=actor)
            except NotPossible as no:
                raise RowRefused(place, no.sentence) from no
            written += 1
    return Brought(written, len(rows) - written)
