"""How a piece of a draft is marked where it stands: `Điều 5.`, `2.`, `a)`. A draft is Vietnamese, whoever reads it."""

from functools import lru_cache

from vidan.consultations.kinds import Level
from vidan.domain.anchoring import outline

CONTAINERS = frozenset(Level(one) for one in outline.CONTAINERS)
INSIDE = frozenset({Level.CLAUSE, Level.POINT})
"""Levels that stand inside an article."""


@lru_cache(maxsize=4096)
def mark(level: str, number: str) -> str:
    """The mark of a piece as the outline writes it; nothing for words without a number."""
    if not number:
        return ""
    told = outline.as_paragraphs([outline.Piece(outline.Level(level), number)])
    words = told[0] if told else ""
    return words.rstrip(".") if level in CONTAINERS else words
