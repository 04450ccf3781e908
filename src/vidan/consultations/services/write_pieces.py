"""The pieces of a text as they are stored: their keys, their order, and the names of their places."""

import secrets
from collections.abc import Sequence
from string import ascii_lowercase

from django.utils.translation import gettext_lazy as _

from vidan.consultations.kinds import Level
from vidan.consultations.models import Draft, DraftVersion, Piece
from vidan.consultations.services.step import NotNow
from vidan.domain.anchoring import outline

MOST_PIECES = 3000
"""Of one text; the longest code of laws has fewer."""

LONGEST_PATH = 120

TOO_MANY = _("Lời dự thảo có quá nhiều mảnh. Xin xem lại tệp, hoặc chia thành nhiều dự thảo.")


def write(text: DraftVersion, pieces: Sequence[Piece]) -> None:
    """Store the pieces of a text anew, in this order, with their places named; raises NotNow when they are too many."""
    if len(pieces) > MOST_PIECES:
        raise NotNow(TOO_MANY)
    paths = outline.paths([as_outline(one) for one in pieces])
    text.pieces.all().delete()
    for position, (one, path) in enumerate(zip(pieces, paths, strict=True)):
        one.pk, one.version, one.position, one.path = None, text, position, path[:LONGEST_PATH]
    Piece.objects.bulk_create(pieces)


def as_outline(piece: Piece) -> outline.Piece:
    """A stored piece as the pure rules know it."""
    return outline.Piece(outline.Level(piece.level), piece.number, piece.heading, piece.text)


def as_piece(read: outline.Piece, key: str) -> Piece:
    """A piece that was read, ready to be stored under a key."""
    return Piece(key=key, level=Level(read.level), number=read.number[:12], heading=read.heading, text=read.text)


def new_keys(draft: Draft, count: int) -> list[str]:
    """Keys that no piece of any text of the draft has."""
    taken = set(Piece.objects.filter(version__draft=draft).values_list("key", flat=True))
    keys: list[str] = []
    while len(keys) < count:
        key = "".join(secrets.choice(ascii_lowercase) for _n in range(8))
        if key not in taken:
            taken.add(key)
            keys.append(key)
    return keys
