"""Where an opinion that was given on one version of a draft stands in the next: kept, moved or lost, and how sure that is.

It never guesses in silence: what is sure is word for word the same and stands once in each version. A passage that is gone,
a piece that was reworded, split or merged, and pieces that say the same are proposals, for somebody to look at.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from vidan.domain.anchoring.matching import CERTAIN, Came, Descent, Keyed
from vidan.domain.anchoring.outline import Piece, paths

CONTEXT = 60
"""Letters that are kept before and after a passage."""

SURE = CERTAIN
"""Only the full confidence is sure: a likeness, however near, may still be another rule (5 days, 7 days)."""

SHORTEST = 12
"""A shorter passage is looked for in its own piece only: elsewhere it would be found by chance."""

MOST_ELSEWHERE = 600
"""A passage found in another piece than its own, or a piece gone into another, is at most so sure."""


class Outcome(StrEnum):
    """What became of a place."""

    KEPT = "kept"
    MOVED = "moved"
    LOST = "lost"


@dataclass(frozen=True)
class Place:
    """A place in a text: no key is the whole draft, no quote the whole piece."""

    key: str = ""
    quote: str = ""
    before: str = ""
    after: str = ""


@dataclass(frozen=True)
class Anchored:
    """The place in the new version, none when it is lost; how sure (0 to 1000), and whether nobody needs to look."""

    outcome: Outcome
    place: Place | None
    confidence: int
    sure: bool = False


@dataclass(frozen=True)
class Ground:
    """Two versions made ready for anchoring many places."""

    new: Sequence[Keyed]
    came: Sequence[Came]
    here: dict[str, int]
    heirs: dict[str, list[int]]
    path_before: dict[str, str]
    path_now: list[str]


def ground(old: Sequence[Keyed], new: Sequence[Keyed], came: Sequence[Came]) -> Ground:
    """Make two versions ready; `came` is what match() said of the pieces of `new`, whose keys go on."""
    heirs: dict[str, list[int]] = defaultdict(list)
    for place, told in enumerate(came):
        for source in told.sources:
            heirs[source].append(place)
    before = paths([keyed.piece for keyed in old])
    return Ground(
        new,
        came,
        {keyed.key: place for place, keyed in enumerate(new)},
        dict(heirs),
        {keyed.key: path for keyed, path in zip(old, before, strict=True)},
        paths([keyed.piece for keyed in new]),
    )


def anchor(place: Place, on: Ground) -> Anchored:
    """Where a place of the old version stands in the new one."""
    if not place.key:
        return Anchored(Outcome.KEPT, place, CERTAIN, sure=True)
    here = on.here.get(place.key)
    if here is not None and (not place.quote or _times(place, on.new[here].piece)):
        return _at(place, here, on)
    found = _elsewhere(place, on)
    if found is not None:
        return found
    if here is not None:  # the passage is gone, its piece is not
        return replace(_at(replace(place, quote="", before="", after=""), here, on), sure=False)
    return Anchored(Outcome.LOST, None, 0)


def _at(place: Place, here: int, on: Ground) -> Anchored:
    """The place in the piece that goes on under its key."""
    told = on.came[here]
    kept = on.path_before.get(place.key) == on.path_now[here]
    plain = told.descent in {Descent.SAME, Descent.MOVED}
    return Anchored(
        Outcome.KEPT if kept else Outcome.MOVED,
        requoted(place, on.new[here]),
        told.confidence,
        sure=plain and told.confidence >= SURE,
    )


def _elsewhere(place: Place, on: Ground) -> Anchored | None:
    """The place in another piece: one that took over its words, or where its passage stands now."""
    heirs = on.heirs.get(place.key, [])
    if place.quote:
        everywhere = range(len(on.new)) if len(place.quote) >= SHORTEST else heirs
        found = [here for here in everywhere if _times(place, on.new[here].piece)]
        found.sort(key=lambda here: (here not in heirs, -_context(place, words_of(on.new[here].piece))[0], here))
        if found:
            alone = MOST_ELSEWHERE // len(found)
            return Anchored(Outcome.MOVED, requoted(place, on.new[found[0]]), alone)
    if place.key not in on.here and heirs:
        most = max(heirs, key=lambda here: on.came[here].confidence)
        confidence = min(MOST_ELSEWHERE, on.came[most].confidence)
        return Anchored(Outcome.MOVED, Place(on.new[most].key), confidence)
    return None


def words_of(piece: Piece) -> str:
    """The words of a piece as passages are taken from them: its heading, then its text."""
    return f"{piece.heading}\n{piece.text}" if piece.heading and piece.text else piece.heading or piece.text


def place_of_quote(words: str, start: int, end: int, *, key: str = "") -> Place:
    """The place of a passage, with the letters around it."""
    return Place(key, words[start:end], words[max(0, start - CONTEXT) : start], words[end : end + CONTEXT])


def find_quote(place: Place, words: str) -> int | None:
    """Where the passage begins; of several the one whose surroundings are most like those that were kept."""
    return _context(place, words)[1] if place.quote and place.quote in words else None


def requoted(place: Place, keyed: Keyed) -> Place:
    """The place in a piece that has its passage, with the letters that stand around it now."""
    words = words_of(keyed.piece)
    start = find_quote(place, words)
    if start is None:
        return Place(keyed.key)
    return place_of_quote(words, start, start + len(place.quote), key=keyed.key)


def _times(place: Place, piece: Piece) -> int:
    return words_of(piece).count(place.quote)


def _context(place: Place, words: str) -> tuple[int, int]:
    """The most letters around the passage that are as they were, and where that one begins."""
    best = (-1, 0)
    start = words.find(place.quote)
    while start >= 0:
        end = start + len(place.quote)
        around = _common(words[max(0, start - CONTEXT) : start][::-1], place.before[::-1])
        around += _common(words[end : end + CONTEXT], place.after)
        if around > best[0]:
            best = (around, start)
        start = words.find(place.quote, start + 1)
    return best


def _common(one: str, other: str) -> int:
    """How many letters two texts have in common at their beginning."""
    count = 0
    for letter, twin in zip(one, other, strict=False):
        if letter != twin:
            break
        count += 1
    return count
