"""Sửa lỗi nhận dạng trong bản chuyển: what a person accepts of the repair makes a version of the copy of its own;
the scanned letter itself stays as it came."""

from collections.abc import Collection

from django.db import transaction
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.cases.services.prepare import being_prepared
from vidan.cases.services.step import Overtaken
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import record
from vidan.foundation.redaction.models import CopyState, PreparedCopy
from vidan.foundation.redaction.services.prepare import copies_before, newest_copy, rewrite_copy
from vidan.foundation.texts.repairing import FARTHEST_BACK, Offer, Piece, accepted, last_repair

TEXT = "text"


class NothingToUndo(Exception):
    """The newest copy did not come of a repair; nothing was changed."""

    sentence: str | Promise = _("Bản chuyển đã được sửa thêm; không hoàn tác được lần sửa lỗi nhận dạng trước.")


def unfinished(code: str) -> PreparedCopy | None:
    """The copy that is being written, if one is."""
    copy = newest_copy(code)
    return copy if copy is not None and copy.state == CopyState.DRAFT else None


def read(copy: PreparedCopy) -> list[Piece]:
    """What is looked through of a copy."""
    return [Piece(TEXT, copy.text)]


def repair(*, code: str, chosen: Collection[Offer], version: int, actor: Actor) -> None:
    """Put the chosen offers into the copy at `version`; raises what being_prepared() raises, Overtaken when it is another."""
    with transaction.atomic():
        case, copy = being_prepared(code, actor), _at(code, version)
        rewrite_copy(copy, text=accepted(read(copy), chosen)[TEXT], actor=actor.code)
        record("case.mend_copy", subject=code, actor=actor.code, unit_id=case.front_id, facts={"mended": len(chosen)})


def undoable(copy: PreparedCopy) -> tuple[PreparedCopy | None, int]:
    """The copy before the last repair that was not undone, and how many places that changed; None and 0 without one."""
    return last_repair(read(copy), ((one, read(one)) for one in copies_before(copy)[:FARTHEST_BACK]))


def undo(*, code: str, version: int, actor: Actor) -> None:
    """Bring back the words before the last repair; raises as repair(), and NothingToUndo."""
    with transaction.atomic():
        case, copy = being_prepared(code, actor), _at(code, version)
        before, count = undoable(copy)
        if before is None:
            raise NothingToUndo
        rewrite_copy(copy, text=before.text, actor=actor.code)
        record("case.mend_copy", subject=code, actor=actor.code, unit_id=case.front_id, facts={"unmended": count})


def _at(code: str, version: int) -> PreparedCopy:
    copy = unfinished(code)
    if copy is None or copy.version != version:
        raise Overtaken
    return copy
