"""Nhập danh sách: the rows of a list become cases with their receipts, all of them or none."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from vidan.cases.models import CaseFile, PastedRow
from vidan.cases.services.enter import AlreadyEntered, enter
from vidan.cases.services.receive import Word
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit


@dataclass(frozen=True)
class Row:
    """One row of a list: its word, its mark, and the secret of its receipt."""

    word: Word
    mark: str
    secret: bytes


def enter_list(*, rows: Sequence[Row], front: Unit, actor: Actor) -> list[CaseFile]:
    """Make a case of each row in one transaction; raises AlreadyEntered when one was entered in the meantime."""
    try:
        with transaction.atomic():
            cases = [_enter(row, front, actor) for row in rows]
            record("list.enter", subject="list", actor=actor.code, unit_id=front.pk, facts={"rows": len(cases)})
    except IntegrityError:
        raise AlreadyEntered from None
    return cases


def _enter(row: Row, front: Unit, actor: Actor) -> CaseFile:
    case, _ruling = enter(word=row.word, signed=False, secret=row.secret, actor=actor)
    PastedRow.objects.create(front=front, mark=row.mark, case=case)
    return case
