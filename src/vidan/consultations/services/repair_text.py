"""Sửa lỗi nhận dạng trong lời dự thảo: what a person accepts is put into the pieces; how they read before each repair is kept, so
that the repairs can be undone one after the other."""

from collections.abc import Collection, Sequence

from django.utils.translation import gettext_lazy as _

from vidan.consultations.models import DraftVersion, Piece
from vidan.consultations.services.mend_text import mending
from vidan.consultations.services.step import NotNow
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.texts.repairing import FARTHEST_BACK, MOST_LETTERS, Offer, accepted, taken_over
from vidan.foundation.texts.repairing import Piece as Read

HEADING, TEXT = "heading", "text"
NOTHING_TO_UNDO = _("Lời dự thảo đã được sửa thêm; không hoàn tác được lần sửa lỗi nhận dạng trước.")


def stretch(pieces: Sequence[Piece], begin: str) -> tuple[list[Piece], str]:
    """The pieces from a key on that are looked through at once, and the key where the next stretch begins."""
    start = next((n for n, one in enumerate(pieces) if one.key == begin), 0)
    letters, taken = 0, list[Piece]()
    for one in pieces[start:]:
        letters += len(one.heading) + len(one.text)
        if taken and letters > MOST_LETTERS:
            return taken, one.key
        taken.append(one)
    return taken, ""


def read(pieces: Sequence[Piece]) -> list[Read]:
    """What is looked through of each piece: its heading and its words."""
    return [Read(f"{one.key}-{name}", getattr(one, name)) for one in pieces for name in (HEADING, TEXT)]


def repair(*, code: str, chosen: Collection[Offer], actor: Actor, version: int) -> None:
    """Put the chosen offers into the text in hand; raises what mending() raises."""
    with mending(code, actor, version) as work:
        told = accepted(read(work.pieces), chosen)
        before = {}
        for one in work.pieces:
            heading, text = told[f"{one.key}-{HEADING}"], told[f"{one.key}-{TEXT}"]
            if (heading, text) != (one.heading, one.text):
                before[one.key] = [one.heading, one.text]
                one.heading, one.text = heading, text
        work.told["repaired"] = len(chosen)
        work.text.unrepaired = [*work.text.unrepaired, before][-FARTHEST_BACK:]
        work.text.save(update_fields=["unrepaired"])


def undoable(text: DraftVersion, pieces: Sequence[Piece]) -> int:
    """How many places the last repair changed, if the pieces that it changed still read as it left them."""
    last = text.unrepaired[-1] if text.unrepaired else {}
    now = {one.key: one for one in pieces if one.key in last}
    if not now or len(now) < len(last):
        return 0
    before = [Piece(key=key, heading=heading, text=words) for key, (heading, words) in last.items()]
    return taken_over(read(before), read([now[one.key] for one in before]))


def undo(*, code: str, actor: Actor, version: int) -> None:
    """Bring back how the pieces read before the last repair; raises what mending() raises, NotNow when they changed since."""
    with mending(code, actor, version) as work:
        count = undoable(work.text, work.pieces)
        if not count:
            raise NotNow(NOTHING_TO_UNDO)
        work.told["unrepaired"] = count
        *earlier, last = work.text.unrepaired
        for one in work.pieces:
            one.heading, one.text = last.get(one.key, (one.heading, one.text))
        work.text.unrepaired = earlier
        work.text.save(update_fields=["unrepaired"])
