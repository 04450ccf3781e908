"""Two texts of a draft beside each other: each piece with what it was before, what was taken out, what stays folded away."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from django.utils.translation import gettext as _

from vidan.consultations.kinds import Descent
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.services.write_pieces import as_outline
from vidan.domain.anchoring import words_of

GONE = "gone"
"""A piece that the newer text has no more; every other row is called by its descent."""


@dataclass(frozen=True)
class Row:
    """A piece of the newer text and what it was, or one of the older text that is gone."""

    what: str
    piece: Piece
    was: Piece | None
    came: str
    old: str = ""
    new: str = ""

    @property
    def is_plain(self) -> bool:
        """Whether nothing happened to it but that it may be called otherwise now."""
        return self.what == Descent.SAME


@dataclass(frozen=True)
class Stretch:
    """Rows next to each other that are all plain, to be folded away, or all not."""

    plain: bool
    rows: Sequence[Row]


def compared_texts(old: DraftVersion, new: DraftVersion) -> list[Stretch]:
    """The whole newer text against an older one, in stretches; two queries, whatever lies between them."""
    before, now = list(old.pieces.all()), list(new.pieces.all())
    rows = _with_gone(before, now)
    return [Stretch(plain, list(found)) for plain, found in groupby(rows, key=lambda row: row.is_plain)]


def versions_of(draft: Draft) -> list[tuple[DraftVersion, int | None]]:
    """The fixed texts of a draft, the newest first, each with the number of the one before it."""
    fixed = list(draft.versions.filter(fixed_at__isnull=False).order_by("number"))
    before = [None, *(one.number for one in fixed)]
    return list(zip(fixed, before, strict=False))[::-1]


def changes(stretches: Sequence[Stretch]) -> dict[str, int]:
    """How many pieces there are of each kind."""
    counts: dict[str, int] = {}
    for row in (row for stretch in stretches for row in stretch.rows):
        counts[row.what] = counts.get(row.what, 0) + 1
    return counts


def _with_gone(before: Sequence[Piece], now: Sequence[Piece]) -> Iterator[Row]:
    """The rows of the newer text, and behind each what was gone from behind it."""
    known = {one.key: one for one in before}
    here = {one.key for one in now} | {source for one in now for source in one.sources}
    gone_behind: dict[str, list[Piece]] = {}
    last = ""
    for one in before:
        if one.key in here:
            last = one.key
        else:
            gone_behind.setdefault(last, []).append(one)
    yield from map(_gone, gone_behind.pop("", ()))
    for one in now:
        yield _row(one, known)
        yield from map(_gone, gone_behind.pop(one.key, ()))
    for rest in gone_behind.values():  # what stood behind a piece that went into another one
        yield from map(_gone, rest)


def _gone(piece: Piece) -> Row:
    return Row(GONE, piece, piece, _("ở bản cũ"), _words(piece))


def _row(piece: Piece, known: dict[str, Piece]) -> Row:
    was = known.get(piece.key)
    sources = [known[key] for key in piece.sources if key in known]
    if was is None and not sources:
        return Row(Descent.NEW, piece, None, "", "", _words(piece))
    new = _words(piece)
    if len(sources) > 1:
        paths = ", ".join(one.path for one in sources)
        return Row(
            Descent.MERGED, piece, was, _("gộp từ %(paths)s") % {"paths": paths}, "\n".join(map(_words, sources)), new
        )
    if sources:
        return Row(Descent.SPLIT, piece, was, _("tách từ %(path)s") % {"path": sources[0].path}, "", new)
    assert was is not None
    old = _words(was)
    called = "" if was.path == piece.path else _("trước là %(path)s") % {"path": was.path}
    if old != new:
        return Row(Descent.CHANGED, piece, was, called, old, new)
    return Row(Descent.MOVED if piece.descent == Descent.MOVED else Descent.SAME, piece, was, called, old, new)


def _words(piece: Piece) -> str:
    return words_of(as_outline(piece))
