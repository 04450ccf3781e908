"""Where each piece of a new version of a draft comes from.

1. Pieces that say the same, with all that stands in them, and that stand once in each version, belong together; what stands
   in such a pair belongs together in its order. They are not certain while another piece has the same words of its own and is
   not in such a pair itself.
2. The others are paired level by level, the widest first, by the pairs of syllables they share, with a bonus for the same
   parent, number and heading; the most alike first, never below ENOUGH.
3. What is left is paired across levels (a clause became an article), where the words are very much alike.
4. A piece whose words went into several others was split, one that took the words of several was merged.

Only the pairs of the first kind have the full confidence: everything else is a proposal for somebody to look at.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import StrEnum

from vidan.domain.anchoring.likeness import Traits, alike, traits
from vidan.domain.anchoring.order import in_order
from vidan.domain.anchoring.outline import Level, Piece, parents


class Descent(StrEnum):
    """How a piece of a new version came from the version before."""

    NEW = "new"
    SAME = "same"
    CHANGED = "changed"
    MOVED = "moved"
    SPLIT = "split"
    MERGED = "merged"


@dataclass(frozen=True)
class Keyed:
    """A piece with the identity that it keeps from version to version."""

    key: str
    piece: Piece


@dataclass(frozen=True)
class Came:
    """Where a new piece comes from: the key it goes on with, how, how sure (0 to 1000), and what it was split or merged from."""

    key: str | None = None
    descent: Descent = Descent.NEW
    confidence: int = 1000
    sources: tuple[str, ...] = ()


CERTAIN = 1000
"""Word for word the same, and standing once in each version."""

TWINS = 900
"""Word for word the same, but another piece says the same."""

ENOUGH = 0.5
"""Likeness with its bonuses from which on two pieces of one level are proposed as the same piece."""

LEAST = 0.25
"""Below so many shared pairs no bonus helps: another text at the same number is another text."""

ACROSS = 0.6
"""Likeness from which on a piece is taken for one of another level: there is no bonus that speaks for it."""

SAME_PARENT, SAME_HEADING, SAME_NUMBER = 0.1, 0.1, 0.05

TAKEN_OVER = 0.7
"""Share of the smaller text that must stand in the larger one for a split or a merger."""

ADDED = 0.15
"""Share of the larger text that the parts together have beyond the best of them: two texts that are alike are no split."""

FEWEST = 4
"""A text with fewer pairs of syllables may stand in another by chance."""


@dataclass
class _Matching:
    """The two versions and the pairs found so far, by place."""

    old: Sequence[Keyed]
    new: Sequence[Piece]
    old_traits: list[Traits]
    new_traits: list[Traits]
    above_old: list[int | None]
    above_new: list[int | None]
    pairs: dict[int, int] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)
    sure: dict[int, int] = field(default_factory=dict)
    sources: dict[int, tuple[Descent, tuple[int, ...]]] = field(default_factory=dict)

    def pair(self, there: int, here: int, confidence: int) -> None:
        """Old piece `there` goes on as new piece `here`."""
        self.pairs[here], self.taken[there], self.sure[here] = there, here, confidence

    def same_parent(self, there: int, here: int) -> bool:
        """Whether both stand in pieces that belong together, or both in none."""
        above, within = self.above_new[here], self.above_old[there]
        return within is None if above is None else within is not None and self.pairs.get(above) == within


def match(old: Sequence[Keyed], new: Sequence[Piece]) -> list[Came]:
    """One answer for each new piece; each old key goes on at most once."""
    before = [keyed.piece for keyed in old]
    found = _Matching(old, new, traits(before), traits(new), parents(before), parents(new))
    _word_for_word(found)
    for level in Level:
        there = [place for place, piece in enumerate(before) if piece.level is level and place not in found.taken]
        here = [place for place, piece in enumerate(new) if piece.level is level and place not in found.pairs]
        _most_alike(found, there, here, across=False)
    _most_alike(
        found,
        [place for place in range(len(old)) if place not in found.taken],
        [place for place in range(len(new)) if place not in found.pairs],
        across=True,
    )
    _mergers(found)
    _splits(found)
    return _answers(found)


def _word_for_word(found: _Matching) -> None:
    there, here = _places(found.old_traits), _places(found.new_traits)
    for said, places in here.items():
        if len(places) == 1 and len(there.get(said, ())) == 1:
            found.pair(there[said][0], places[0], CERTAIN)
    _doubt(found)
    for place, above in enumerate(found.above_new):
        # A whole that is the same has the same parts in the same order, wherever else they may stand too.
        if place not in found.pairs and above is not None and found.sure.get(above, 0) >= TWINS:
            twin = found.pairs[above] + place - above
            if twin not in found.taken:
                found.pair(twin, place, TWINS)


def _doubt(found: _Matching) -> None:
    """Take the certainty from pairs whose own words another piece has too, of which nobody knows what became of it.

    That one may have lost what stood in it, and be the piece that is left; this one may be gone.
    """
    sides = (
        (found.old_traits, found.taken, lambda place: found.taken[place]),
        (found.new_traits, found.pairs, lambda place: place),
    )
    for told, known, here in sides:
        unknown = {one.said for place, one in enumerate(told) if place not in known}
        for place in known:
            if told[place].said in unknown:
                found.sure[here(place)] = TWINS


def _places(told: Iterable[Traits]) -> dict[str, list[int]]:
    places: dict[str, list[int]] = defaultdict(list)
    for place, one in enumerate(told):
        places[one.whole_said].append(place)
    return places


def _most_alike(found: _Matching, there: Sequence[int], here: Sequence[int], *, across: bool) -> None:
    proposed = []
    for old_place, new_place in _candidates(found, there, here, across=across):
        likeness, score = _score(found, old_place, new_place, across=across)
        if score >= (ACROSS if across else ENOUGH) and likeness >= LEAST:
            proposed.append((-score, abs(old_place - new_place), old_place, new_place, likeness))
    for _score_of, _apart, old_place, new_place, likeness in sorted(proposed):
        if old_place not in found.taken and new_place not in found.pairs:
            found.pair(old_place, new_place, min(TWINS, round(TWINS * likeness)))


def _candidates(
    found: _Matching, there: Sequence[int], here: Sequence[int], *, across: bool
) -> Iterable[tuple[int, int]]:
    """Pairs of places that share words, or that say nothing and stand at one number."""
    by_pair: dict[str, list[int]] = defaultdict(list)
    empty: list[int] = []
    for place in there:
        told = _compared(found.old_traits[place], across=across)
        for pair in told:
            by_pair[pair].append(place)
        if not told:
            empty.append(place)
    for place in here:
        told = _compared(found.new_traits[place], across=across)
        shared = Counter(other for pair in told for other in by_pair.get(pair, ()))
        yield from ((other, place) for other in shared)
        if not told and not across:
            number = found.new[place].number
            yield from ((other, place) for other in empty if found.old[other].piece.number == number)


def _compared(one: Traits, *, across: bool) -> frozenset[str]:
    return one.own if across else one.whole


def _score(found: _Matching, there: int, here: int, *, across: bool) -> tuple[float, float]:
    """The likeness of two pieces, and that with its bonuses."""
    before, after = found.old[there].piece, found.new[here]
    likeness = alike(
        _compared(found.old_traits[there], across=across), _compared(found.new_traits[here], across=across)
    )
    score = likeness
    if not across:
        score += SAME_PARENT * found.same_parent(there, here)
        score += SAME_HEADING * (bool(before.heading) and before.heading == after.heading)
        score += SAME_NUMBER * (before.number == after.number)
    return likeness, score


def _mergers(found: _Matching) -> None:
    """New pieces that took the words of several old ones."""
    for here, told in enumerate(found.new_traits):
        if found.sure.get(here, 0) >= TWINS and here in found.pairs and _same(found, here):
            continue
        free = [
            there
            for there, other in enumerate(found.old_traits)
            if found.taken.get(there, here) == here and _stands_in(other.own, told.own)
        ]
        if len(free) > 1 and _together(told.own, [found.old_traits[there].own for there in free]):
            largest = max(free, key=lambda there: len(found.old_traits[there].own & told.own))
            if here not in found.pairs:
                found.pair(largest, here, 0)
            found.sources[here] = (Descent.MERGED, tuple(free))


def _splits(found: _Matching) -> None:
    """Old pieces whose words went into several new ones."""
    for there, told in enumerate(found.old_traits):
        goes_on = found.taken.get(there)
        if goes_on is not None and _same(found, goes_on):
            continue
        free = [
            here
            for here, other in enumerate(found.new_traits)
            if found.pairs.get(here, there) == there and here not in found.sources and _stands_in(other.own, told.own)
        ]
        if len(free) > 1 and _together(told.own, [found.new_traits[here].own for here in free]):
            if goes_on is None:
                found.pair(there, max(free, key=lambda here: len(found.new_traits[here].own & told.own)), 0)
            for here in free:
                found.sources[here] = (Descent.SPLIT, (there,))


def _same(found: _Matching, here: int) -> bool:
    return found.old_traits[found.pairs[here]].said == found.new_traits[here].said


def _stands_in(part: frozenset[str], whole: frozenset[str]) -> bool:
    return len(part) >= FEWEST and len(part & whole) >= TAKEN_OVER * len(part)


def _together(whole: frozenset[str], parts: Sequence[frozenset[str]]) -> bool:
    """Whether the parts have more of the whole together than the best of them has alone."""
    shares = [part & whole for part in parts]
    return len(frozenset().union(*shares)) >= max(map(len, shares)) + ADDED * len(whole)


def _answers(found: _Matching) -> list[Came]:
    stays = _staying(found)
    return [_answer(found, here, stays=here in stays) for here in range(len(found.new))]


def _answer(found: _Matching, here: int, *, stays: bool) -> Came:
    there = found.pairs.get(here)
    key = None if there is None else found.old[there].key
    if here in found.sources:
        descent, sources = found.sources[here]
        whole = [found.old_traits[source].own for source in sources]
        share = alike(found.new_traits[here].own, frozenset().union(*whole))
        return Came(key, descent, round(TWINS * share), tuple(found.old[source].key for source in sources))
    if there is None:
        return Came()
    if not _same(found, here):
        return Came(key, Descent.CHANGED, min(found.sure[here], TWINS - 1))
    stays = stays and found.old[there].piece.level is found.new[here].level
    return Came(key, Descent.SAME if stays else Descent.MOVED, found.sure[here])


def _staying(found: _Matching) -> set[int]:
    """The new pieces that stand where they stood among their neighbours; an insertion before them moves nothing."""
    siblings: dict[int | None, list[int]] = defaultdict(list)
    for here, there in sorted(found.pairs.items()):
        if found.same_parent(there, here):
            siblings[found.above_new[here]].append(here)
    return {here for places in siblings.values() for here in in_order(places, by=found.pairs)}
