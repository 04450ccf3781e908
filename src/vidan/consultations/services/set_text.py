"""Đưa lời dự thảo vào: a text comes in as paragraphs, is put in order by hand, and is fixed. Afterwards it never changes."""

import hashlib
import json
from collections.abc import Iterable
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import State
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.moves import TABLE
from vidan.consultations.services.come_from import come_from
from vidan.consultations.services.keep_papers import MOST, next_position
from vidan.consultations.services.step import NotNow, step
from vidan.consultations.services.write_pieces import as_piece, new_keys, write
from vidan.domain.anchoring import outline
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import keep_file

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

EMPTY = _("Không thấy lời nào trong dự thảo.")
NO_TEXT = _("Chưa có lời dự thảo nào đang sửa.")


def texts_of(code: str) -> str:
    """Under which subject the files that the texts of a draft came in lie."""
    return f"{code}.dt"


def text_move(draft: Draft) -> str:
    """Under which move its text is worked on: the first text before the draft is opened, a new version afterwards."""
    return "set_text" if draft.state == State.REGISTERED else "new_version"


def is_worked_on(draft: Draft) -> bool:
    """Whether its text may be worked on in this state."""
    return any(draft.state in row.sources for row in TABLE.rows(text_move(draft)))


def move_of(code: str, actor: Actor) -> str:
    """Under which move the text of a draft is worked on; raises Draft.DoesNotExist when the actor may not know of it."""
    seen = Draft.objects.visible_to(actor).filter(code=code).first()
    if seen is None:
        raise Draft.DoesNotExist(code)
    return text_move(seen)


def in_hand(draft: Draft) -> DraftVersion | None:
    """The text that is being put in order, if one is."""
    return draft.versions.filter(fixed_at=None).order_by("-number").first()


def bring_text(
    *,
    code: str,
    paragraphs: Iterable[str],
    actor: Actor,
    upload: "UploadedFile[bytes] | None" = None,
    received_on: date | None = None,
    note: str = "",
    version: int | None = None,
) -> DraftVersion:
    """Read a text into pieces, in place of the one in hand if there is one.

    The file that it came in is kept with it. Raises what step() raises, NotNow when the text has no words or too many
    pieces, and files.refusals.NotTaken.
    """
    read = outline.read_outline(paragraphs)
    if not read:
        raise NotNow(EMPTY)
    with step(code=code, move=move_of(code, actor), actor=actor, version=version) as taking:
        draft = taking.draft
        text = in_hand(draft) or DraftVersion(draft=draft, number=next_number(draft))
        text.received_on, text.note = received_on or draft.received_on, note
        text.file = kept_text(draft, upload) if upload else None
        text.save()
        write(text, [as_piece(one, key) for one, key in zip(read, new_keys(draft, len(read)), strict=True)])
        taking.told |= {"version": text.number, "pieces": len(read)}
    return text


def fix_text(*, code: str, actor: Actor, version: int | None = None) -> DraftVersion:
    """Chốt lời dự thảo: the text in hand becomes the draft's; raises what step() raises, NotNow without a text.

    Where a text was fixed before, its pieces go on with their keys: a clause stays the same clause, opened or not.
    """
    with step(code=code, move="set_text", actor=actor, version=version) as taking:
        text = in_hand(taking.draft)
        if text is None:
            raise NotNow(NO_TEXT)
        if taking.draft.current is not None:
            come_from(text, taking.draft.current)
        fix(text, actor)
        taking.draft.current = text
        taking.told |= {"version": text.number, "digest": text.digest}
    return text


def fix(text: DraftVersion, actor: Actor) -> None:
    """Put the seal on a text: who, when, and the digest of its pieces."""
    text.fixed_at, text.fixed_by = clock.now(), actor.code
    text.digest = digest_of(text.pieces.all())
    text.save()


def digest_of(pieces: Iterable[Piece]) -> str:
    """SHA-256 over the pieces in their order: key, level, number, heading and words of each."""
    told = [[one.key, one.level, one.number, one.heading, one.text] for one in pieces]
    return hashlib.sha256(json.dumps(told, ensure_ascii=False, separators=(",", ":")).encode()).hexdigest()


def is_intact(text: DraftVersion) -> bool:
    """Whether a fixed text is still the one that was fixed."""
    return text.digest == digest_of(text.pieces.all())


def altered() -> tuple[int, list[str]]:
    """How many texts are fixed, and which of them are no longer what was fixed: `DT-2018-0001 bản 1`."""
    fixed = DraftVersion.objects.filter(fixed_at__isnull=False).select_related("draft")
    count, told = 0, []
    for text in fixed.iterator():
        count += 1
        if not is_intact(text):
            told.append(f"{text.draft.code} bản {text.number}")
    return count, told


def next_number(draft: Draft) -> int:
    """The number of the next text of a draft."""
    last = draft.versions.order_by("-number").values_list("number", flat=True).first()
    return (last or 0) + 1


def kept_text(draft: Draft, upload: "UploadedFile[bytes]") -> StoredFile:
    """Keep the file that a text came in; raises files.refusals.NotTaken."""
    subject = texts_of(draft.code)
    return keep_file(subject=subject, upload=upload, position=next_position(subject), at_most=MOST)
