"""Ghi văn bản ban hành: its number and day, and its words matched with the last text of the draft, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vidan.consultations.kinds import Descent, VersionKind
from vidan.consultations.models import Draft, DraftVersion
from vidan.consultations.services.set_text import (
    EMPTY,
    as_outline,
    as_piece,
    fix,
    kept_text,
    new_keys,
    next_number,
    write,
)
from vidan.consultations.services.step import NotNow, Step, step
from vidan.domain.anchoring import Keyed, match, read_outline
from vidan.foundation.accounts.actors import Actor

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True)
class Issued:
    """What was issued: number, day, the paragraphs of its text, none where only the paper is there, and the file."""

    number: str
    on: date
    paragraphs: Sequence[str] = ()
    upload: "UploadedFile[bytes] | None" = None


def record_issue(*, code: str, move: str, issued: Issued, actor: Actor, version: int | None = None) -> Draft:
    """Record it by the move `record_issue`, or `record_issue_unanswered` where the body still owes its answers.

    Raises what step() raises, NotNow for a text without words, and files.refusals.NotTaken.
    """
    with step(code=code, move=move, actor=actor, version=version) as taking:
        draft = taking.draft
        draft.issued_number, draft.issued_on = issued.number, issued.on
        if issued.paragraphs:
            _keep(taking, issued)
        taking.told |= {"number": issued.number, "on": issued.on.isoformat()}
    return draft


def bring_final(*, code: str, issued: Issued, actor: Actor, version: int | None = None) -> DraftVersion:
    """Bring the issued text in afterwards, or another in its place; raises as record_issue() does.

    The pieces that checks were made at may be gone; the checks stay as they were judged.
    """
    with step(code=code, move="check", actor=actor, version=version) as taking:
        return _keep(taking, issued)


def _keep(taking: Step, issued: Issued) -> DraftVersion:
    """Store the text with each piece under the key of the draft's piece that it came from."""
    draft = taking.draft
    read = read_outline(issued.paragraphs)
    if not read:
        raise NotNow(EMPTY)
    text = DraftVersion(draft=draft, number=next_number(draft), kind=VersionKind.FINAL, received_on=issued.on)
    text.file = kept_text(draft, issued.upload) if issued.upload else None
    text.save()
    before = draft.current.pieces.all() if draft.current else ()
    came = match([Keyed(one.key, as_outline(one)) for one in before], read)
    pieces = []
    for one, origin, key in zip(read, came, new_keys(draft, len(read)), strict=True):
        piece = as_piece(one, origin.key or key)
        piece.descent, piece.confidence = Descent(origin.descent), origin.confidence
        piece.sources = list(origin.sources)
        pieces.append(piece)
    write(text, pieces)
    fix(text, taking.actor)
    draft.final = text
    taking.told |= {"version": text.number, "pieces": len(pieces), "digest": text.digest}
    return text
