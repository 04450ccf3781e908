"""Drafts in pieces, where each piece of a new version comes from, and where an opinion stands in it; docs/rules/anchoring.md."""

from vidan.domain.anchoring.numbering import Odd, Why, odd_numbers
from vidan.domain.anchoring.outline import Level, Piece, as_paragraphs, parents, paths, read_outline

__all__ = ["Level", "Odd", "Piece", "Why", "as_paragraphs", "odd_numbers", "parents", "paths", "read_outline"]
