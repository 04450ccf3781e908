"""Ghi văn bản ban hành: its number and day, and its words matched with the last text of the draft, piece by piece."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from vidan.consultations.kinds import VersionKind
from vidan.consultations.models import Draft, DraftVersion
from vidan.consultations.services.come_from import come_from
from vidan.consultations.services.set_text import EMPTY, fix, kept_text, next_number
from vidan.consultations.services.step import NotNow, Step, step
from vidan.consultations.services.write_pieces import as_piece, new_keys, write
from vidan.domain.anchoring import read_outline
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.services import drop_file

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


@dataclass(frozen=True)
class Issued:
    """What was issued: number, day, the paragraphs of its text, none where only the paper is there, its file, and a remark."""

    number: str
    on: date
    paragraphs: Sequence[str] = ()
    upload: "UploadedFile[bytes] | None" = None
    note: str = ""


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


def bring_final(*, code: str, issued: Issued, actor: Actor, version: int | None = None) -> Draft:
    """Bring the issued text in afterwards, or another in its place; raises as record_issue() does.

    The pieces that checks were made at may be gone; the checks stay as they were judged.
    """
    with step(code=code, move="check", actor=actor, version=version) as taking:
        _keep(taking, issued)
    return taking.draft


def _keep(taking: Step, issued: Issued) -> None:
    """Store the text with each piece under the key of the draft's piece that it came from, in place of one brought before."""
    draft = taking.draft
    read = read_outline(issued.paragraphs)
    if not read:
        raise NotNow(EMPTY)
    before, note = draft.final, f"Văn bản ban hành số {issued.number}. {issued.note}".strip()
    text = DraftVersion(
        draft=draft, number=next_number(draft), kind=VersionKind.FINAL, received_on=issued.on, note=note
    )
    text.file = kept_text(draft, issued.upload) if issued.upload else None
    text.save()
    write(text, [as_piece(one, key) for one, key in zip(read, new_keys(draft, len(read)), strict=True)])
    if draft.current is not None:
        come_from(text, draft.current)
    fix(text, taking.actor)
    draft.final = text
    taking.told |= {"version": text.number, "pieces": len(read), "digest": text.digest}
    if before is not None:
        draft.save(update_fields=["final"])  # the row lets go of the text first
        _drop(before)


def _drop(text: DraftVersion) -> None:
    """Take a text away that was brought in by mistake, with the file it came in; its digest stays in the journal."""
    file = text.file
    text.delete()
    if file is not None:
        drop_file(subject=file.subject, name=file.name)
