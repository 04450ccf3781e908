"""What a scanner read wrongly, offered to a person piece by piece, and what he accepts put into the texts.

Who owns the texts keeps the old ones and journals the change; from two texts it is told again which offers were accepted, so
that they can be undone.
"""

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from html import unescape
from itertools import groupby, islice
from typing import TypeVar

from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.vietnamese.confusions import Kind
from vidan.domain.vietnamese.repair import Proposal, mended
from vidan.domain.vietnamese.repair import repair as proposals_for
from vidan.foundation.texts.lexicon import lexicon

KINDS: Mapping[Kind, str | Promise] = {
    Kind.MARK: _("Sai dấu"),
    Kind.LOST: _("Mất chữ cái"),
    Kind.LETTER: _("Nhầm chữ cái"),
    Kind.SPLIT: _("Một tiếng bị tách đôi"),
    Kind.JOINED: _("Hai tiếng dính liền"),
    Kind.CAPITAL: _("Tên cơ quan thiếu chữ hoa"),
    Kind.COMMA: _("Dấu chấm thay dấu phẩy"),
}
"""What is wrong, in the order in which it is shown."""

MOST_LETTERS = 50_000
"""So much of a text is looked through at once."""

NONE_CHOSEN = _("Xin chọn ít nhất một chỗ để sửa.")

AROUND = 40
"""So many letters are shown before and behind."""

FARTHEST_BACK = 10
"""So many earlier texts are looked at for what may be undone."""

BLOCKS = ("p", "h2", "h3", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td", "br")
Text = TypeVar("Text")
"""What an owner keeps a text as."""

_BLANKS = re.compile(" +")
_TAG = re.compile(r"""</?([a-z0-9]+)(?:"[^"]*"|'[^']*'|[^<>"'])*>|&(?:#\d+|#x[0-9a-f]+|[a-z0-9]+);""", re.IGNORECASE)


@dataclass(frozen=True)
class Piece:
    """A text of a whole by its name; HTML is read without its elements, which stay where they are."""

    name: str
    text: str
    is_html: bool = False


@dataclass(frozen=True)
class Offer:
    """One place of one piece, with the words around it; `key` names it as long as the text stays."""

    piece: str
    proposal: Proposal
    before: str
    after: str

    @property
    def key(self) -> str:
        return f"{self.piece}-{self.proposal.start}-{self.proposal.end}"


@dataclass(frozen=True)
class Group:
    """The offers of one kind."""

    kind: Kind
    label: str | Promise
    offers: Sequence[Offer]


def offers(pieces: Sequence[Piece]) -> list[Offer]:
    """What is proposed for all pieces, in their order."""
    return [
        _offer(piece, text, one)
        for piece in pieces
        for text in (_read(piece),)
        for one in proposals_for(text, lexicon())
    ]


def grouped(found: Sequence[Offer]) -> list[Group]:
    """Offers by what is wrong."""
    order = list(KINDS)
    by_kind = sorted(found, key=lambda one: order.index(one.proposal.kind))
    return [Group(kind, KINDS[kind], [*some]) for kind, some in groupby(by_kind, key=lambda one: one.proposal.kind)]


def chosen_in(posted: QueryDict, found: Sequence[Offer]) -> list[Offer]:
    """The offers that were ticked in texts/repair.html, or all of the kind whose button was pressed."""
    kind, keys = posted.get("kind"), set(posted.getlist("accept"))
    return [one for one in found if (one.proposal.kind == kind if kind else one.key in keys)]


def accepted(pieces: Sequence[Piece], chosen: Collection[Offer]) -> dict[str, str]:
    """The texts of the pieces by their names, with the chosen offers put in."""
    return {
        piece.name: mended(piece.text, [one.proposal for one in chosen if one.piece == piece.name]) for piece in pieces
    }


def taken_over(old: Sequence[Piece], new: Sequence[Piece]) -> int:
    """How many offers of the old texts were accepted to make the new ones; 0 where anything else was changed too."""
    counts = [_taken(piece, other.text) for piece, other in zip(old, new, strict=True)]
    return 0 if None in counts else sum(filter(None, counts))


def last_repair(now: Sequence[Piece], earlier: Iterable[tuple[Text, Sequence[Piece]]]) -> tuple[Text | None, int]:
    """The newest of some earlier texts from which accepted offers alone lead to this one, and how many they were; else None, 0.

    `earlier` comes newest first. What was undone since lies between, so that repairs are undone one after the other.
    """
    for text, pieces in islice(earlier, FARTHEST_BACK):
        if count := taken_over(pieces, now):
            return text, count
    return None, 0


def _taken(piece: Piece, new: str) -> int | None:
    count, done, reached = 0, 0, 0
    for one in proposals_for(_read(piece), lexicon()):
        kept = piece.text[done : one.start]
        if not new.startswith(kept, reached):
            return None
        reached, done = reached + len(kept), one.end
        word = next((word for word in (one.proposed, one.found) if new.startswith(word, reached)), None)
        if word is None:
            return None
        count += word == one.proposed
        reached += len(word)
    return count if new[reached:] == piece.text[done:] else None


def _read(piece: Piece) -> str:
    """The text with blanks, as long as they were, for what is no word of it; a very long one as far as a whole word ends."""
    text = _TAG.sub(_blank, piece.text) if piece.is_html else piece.text
    return text if len(text) <= MOST_LETTERS else text[:MOST_LETTERS].rpartition(" ")[0]


def _blank(found: re.Match[str]) -> str:
    """An element of a block ends a line; `&amp;` stays the mark that it is."""
    if found[1] is None:
        mark = unescape(found[0])[:1]
        return (" " if mark.isalnum() else mark) + " " * (len(found[0]) - 1)
    return ("\n" if found[1].lower() in BLOCKS else " ") + " " * (len(found[0]) - 1)


def _offer(piece: Piece, text: str, one: Proposal) -> Offer:
    """A place with the whole words around it in its own line."""
    start, end = max(0, one.start - AROUND), one.end + AROUND
    line, before = text[start : one.start].rpartition("\n")[1:]
    after, end_of_line = text[one.end : end].partition("\n")[:2]
    before = before if line or not start else before.partition(" ")[2]
    after = after if end_of_line or end >= len(text) else after.rpartition(" ")[0]
    return Offer(piece.name, one, _BLANKS.sub(" ", before.lstrip(" ")), _BLANKS.sub(" ", after.rstrip(" ")))
