"""Sửa lời dự thảo bằng tay trước khi chốt: one piece is changed, split, joined, moved, removed or added at a time."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import Level
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.services.set_text import NO_TEXT, in_hand, move_of
from vidan.consultations.services.step import NotNow, step
from vidan.consultations.services.write_pieces import as_piece, new_keys, write
from vidan.domain.anchoring import outline
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.journal.record import Fact

GONE = _("Mảnh này không còn trong lời dự thảo nữa.")
FIRST = _("Đây là mảnh đầu tiên, không có mảnh nào trước nó.")
ONE_PART = _("Chưa thấy chỗ tách. Để một dòng trống trước chỗ mảnh mới bắt đầu.")
LAST_ONE = _("Lời dự thảo phải còn ít nhất một mảnh.")


@dataclass(frozen=True)
class Words:
    """What a person says a piece is."""

    level: Level
    number: str
    heading: str
    text: str


@dataclass
class Mending:
    """The text in hand, locked; its pieces may be changed and are stored in their new order afterwards."""

    draft: Draft
    text: DraftVersion
    pieces: list[Piece]
    told: dict[str, Fact] = field(default_factory=dict)

    def place(self, key: str) -> int:
        """Where the piece of a key stands; raises NotNow when it is gone."""
        for position, piece in enumerate(self.pieces):
            if piece.key == key:
                return position
        raise NotNow(GONE)


def change_piece(*, code: str, key: str, words: Words, actor: Actor, version: int | None = None) -> None:
    """Put a piece right; raises what step() raises, and NotNow."""
    with mending(code, actor, version) as text:
        _say(text.pieces[text.place(key)], words)


def split_piece(*, code: str, key: str, words: Words, actor: Actor, version: int | None = None) -> None:
    """Split a piece at the blank lines of its words; what begins with a number of its own says itself what it is.

    Raises what step() raises, and NotNow when there is no blank line.
    """
    first, *rest = [part.strip() for part in _parts(words.text)] or [""]
    if not rest:
        raise NotNow(ONE_PART)
    with mending(code, actor, version) as text:
        place = text.place(key)
        read = [one for part in rest for one in _read(part, words.level)]
        _say(text.pieces[place], Words(words.level, words.number, words.heading, first))
        fresh = zip(read, new_keys(text.draft, len(read)), strict=True)
        text.pieces[place + 1 : place + 1] = [as_piece(one, key) for one, key in fresh]


def join_piece(*, code: str, key: str, actor: Actor, version: int | None = None) -> str:
    """Put a piece at the end of the one before, whose key is returned; raises what step() raises, and NotNow."""
    with mending(code, actor, version) as text:
        place = text.place(key)
        if not place:
            raise NotNow(FIRST)
        gone, before = text.pieces.pop(place), text.pieces[place - 1]
        before.text = "\n".join(filter(None, (before.text, gone.heading, gone.text)))
        return before.key


def move_piece(*, code: str, key: str, by: int, actor: Actor, version: int | None = None) -> None:
    """Move a piece up or down among the others, at most to an end; raises what step() raises, and NotNow."""
    with mending(code, actor, version) as text:
        place = text.place(key)
        piece = text.pieces.pop(place)
        text.pieces.insert(max(0, place + by), piece)


def remove_piece(*, code: str, key: str, actor: Actor, version: int | None = None) -> None:
    """Take a piece out of the text; raises what step() raises, and NotNow for the last one."""
    with mending(code, actor, version) as text:
        text.pieces.pop(text.place(key))
        if not text.pieces:
            raise NotNow(LAST_ONE)


def add_piece(*, code: str, after: str, words: Words, actor: Actor, version: int | None = None) -> str:
    """Add a piece after another, or before all without one; returns its key. Raises what step() raises, and NotNow."""
    with mending(code, actor, version) as text:
        place = text.place(after) + 1 if after else 0
        (key,) = new_keys(text.draft, 1)
        piece = Piece(key=key)
        _say(piece, words)
        text.pieces.insert(place, piece)
        return key


@contextmanager
def mending(code: str, actor: Actor, version: int | None) -> Iterator[Mending]:
    """Run the body as one change of the text in hand; raises what step() raises, and NotNow when there is no such text."""
    with step(code=code, move=move_of(code, actor), actor=actor, version=version) as taking:
        text = in_hand(taking.draft)
        if text is None:
            raise NotNow(NO_TEXT)
        work = Mending(taking.draft, text, list(text.pieces.all()))
        yield work
        write(text, work.pieces)
        taking.told |= {"version": text.number, "pieces": len(work.pieces), "mended": True, **work.told}


def _say(piece: Piece, words: Words) -> None:
    piece.level, piece.number, piece.heading, piece.text = words.level, words.number, words.heading, words.text


def _parts(text: str) -> list[str]:
    """The parts of a text between blank lines."""
    parts, lines = [], list[str]()
    for line in [*text.split("\n"), ""]:
        if line.strip():
            lines.append(line)
        elif lines:
            parts.append("\n".join(lines))
            lines = []
    return parts


def _read(part: str, level: Level) -> list[outline.Piece]:
    """A part as it reads by itself; words without a number are of the level of the piece they were split from."""
    return [
        outline.Piece(outline.Level(level), "", "", one.text) if one.level == outline.Level.TEXT else one
        for one in outline.read_outline(part.split("\n"))
    ]
