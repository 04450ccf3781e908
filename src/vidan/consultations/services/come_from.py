"""Where the pieces of a new text come from: each goes on with the key of the piece it was, and is stored with how it came."""

from collections.abc import Iterable

from vidan.consultations.kinds import Descent
from vidan.consultations.models import DraftVersion, Piece
from vidan.consultations.services.write_pieces import as_outline, write
from vidan.domain.anchoring import Came, Ground, Keyed, ground, match
from vidan.domain.anchoring import Descent as Way


def come_from(text: DraftVersion, before: DraftVersion) -> None:
    """Match the pieces of a text in hand with those of an older text of its draft; raises what write() raises.

    A piece that is new keeps the key it was given when the text came in.
    """
    pieces = list(text.pieces.all())
    for piece, told in zip(pieces, match(_keyed(before.pieces.all()), list(map(as_outline, pieces))), strict=True):
        piece.key = told.key or piece.key
        piece.descent, piece.confidence, piece.sources = Descent(told.descent), told.confidence, list(told.sources)
    write(text, pieces)


def ground_of(text: DraftVersion, before: DraftVersion) -> Ground:
    """Two stored texts made ready for anchoring, as come_from() has matched them."""
    old, pieces = _keyed(before.pieces.all()), list(text.pieces.all())
    known = {one.key for one in old}
    came = [
        Came(one.key if one.key in known else None, Way(one.descent), one.confidence, tuple(one.sources))
        for one in pieces
    ]
    return ground(old, _keyed(pieces), came)


def text_before(text: DraftVersion) -> DraftVersion | None:
    """The fixed text of the draft that came before this one."""
    return text.draft.versions.filter(number__lt=text.number, fixed_at__isnull=False).order_by("-number").first()


def _keyed(pieces: Iterable[Piece]) -> list[Keyed]:
    return [Keyed(one.key, as_outline(one)) for one in pieces]
