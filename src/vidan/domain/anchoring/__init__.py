"""Drafts in pieces, where each piece of a new version comes from, and where an opinion stands in it; docs/rules/anchoring.md."""

from vidan.domain.anchoring.anchor import (
    SURE,
    Anchored,
    Ground,
    Outcome,
    Place,
    anchor,
    find_quote,
    ground,
    place_of_quote,
    requoted,
    words_of,
)
from vidan.domain.anchoring.matching import Came, Descent, Keyed, match
from vidan.domain.anchoring.numbering import Odd, Why, odd_numbers
from vidan.domain.anchoring.outline import Level, Piece, as_paragraphs, parents, paths, read_outline

__all__ = [
    "SURE",
    "Anchored",
    "Came",
    "Descent",
    "Ground",
    "Keyed",
    "Level",
    "Odd",
    "Outcome",
    "Piece",
    "Place",
    "Why",
    "anchor",
    "as_paragraphs",
    "find_quote",
    "ground",
    "match",
    "odd_numbers",
    "parents",
    "paths",
    "place_of_quote",
    "read_outline",
    "requoted",
    "words_of",
]
