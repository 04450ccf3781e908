"""How much two pieces resemble each other: what they say word for word, and the pairs of syllables they share."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vidan.domain.anchoring.outline import Piece, parents

_END_MARKS = re.compile(r"[.;,]+$", re.MULTILINE)

BETWEEN = "\x1f"
"""Stands between the pieces of a whole: a piece and its part never say the same as one piece with the words of both."""


@dataclass(frozen=True)
class Traits:
    """What is compared of a piece: its own words and pairs of syllables, and those of it with all that stands in it.

    `said` leaves out the mark at the end of a paragraph: a point that is no longer the last one ends in another mark.
    """

    said: str
    own: frozenset[str]
    whole_said: str
    whole: frozenset[str]


def traits(pieces: Sequence[Piece]) -> list[Traits]:
    """The traits of each piece of one text."""
    said = [_END_MARKS.sub("", f"{piece.heading}\n{piece.text}".strip()) for piece in pieces]
    own = [syllable_pairs(words) for words in said]
    whole_said = [[words] for words in said]
    whole = [set(pairs) for pairs in own]
    above = parents(pieces)
    for place in reversed(range(len(pieces))):
        within = above[place]
        if within is not None:
            whole_said[within][1:1] = whole_said[place]  # the later ones are there already
            whole[within] |= whole[place]
    return [
        Traits(said[place], own[place], BETWEEN.join(whole_said[place]), frozenset(whole[place]))
        for place in range(len(pieces))
    ]


def syllable_pairs(text: str) -> frozenset[str]:
    """The neighbouring syllables of a text with their marks: in a law, a mark is another word. One syllable is its own pair."""
    syllables = re.findall(r"\w+", text.casefold())
    return frozenset(f"{one} {other}" for one, other in pairwise(syllables)) or frozenset(syllables)


def alike(one: frozenset[str], other: frozenset[str]) -> float:
    """The share of pairs that two texts have in common, 0 to 1 (Dice); two empty ones are the same."""
    if not one and not other:
        return 1.0
    return 2 * len(one & other) / (len(one) + len(other))
