"""Tài liệu kiểm chứng: the unit hands in the papers behind an item; each is judged, sealed, and named by its digest."""

from typing import TYPE_CHECKING

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.services import drop_file, keep_file
from vidan.scorecards.kinds import Stage, State
from vidan.scorecards.models import Evidence, Scorecard
from vidan.scorecards.services.enter import NoItem
from vidan.scorecards.services.step import step

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST_FILES = 400
"""Papers of one sheet, all items together."""


def evidence_of(code: str) -> str:
    """Under which subject the papers of a sheet lie."""
    return f"{code}.mc"


def add_evidence(*, code: str, item: str, upload: "UploadedFile[bytes]", actor: Actor) -> Evidence:
    """Keep one paper for an item; raises NoItem, files.refusals.NotTaken with its sentence, and what step() raises."""
    with step(code=code, move="add_evidence", actor=actor) as taking:
        if item not in {leaf.code for leaf in taking.known.rubric.leaves()}:
            raise NoItem(item)
        position = max((one.file.position for one in taking.known.evidence), default=0) + 1
        file = keep_file(subject=evidence_of(code), upload=upload, position=position, at_most=MOST_FILES)
        kept = Evidence.objects.create(
            card=taking.card,
            item=item,
            stage=Stage.SECOND if taking.card.state == State.EXPLAINING else Stage.DECLARED,
            file=file,
            digest=file.digest,
            added_by=actor.code,
            added_at=clock.now(),
        )
        taking.told |= {"item": item, "digest": file.digest}
    return kept


def drop_evidence(*, code: str, item: str, name: str, actor: Actor) -> Scorecard:
    """Take one paper of an item back before the sheet is sent in; raises Evidence.DoesNotExist, and what step() raises."""
    with step(code=code, move="drop_evidence", actor=actor) as taking:
        gone = taking.card.evidence.select_related("file").get(item=item, file__name=name)
        taking.told |= {"item": item, "digest": gone.digest}
        gone.delete()
        drop_file(subject=gone.file.subject, name=name)
    return taking.card
