"""What the words of a line may have meant, as ways through a lattice; how likely each arc is, over all ways through it."""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from vidan.domain.vietnamese.confusions import Kind
from vidan.domain.vietnamese.lexicon import Lexicon

LIFT = 1e5
"""Each token lifts the sums by so much, so that they stay within what a float holds."""


@dataclass(frozen=True)
class Arc:
    """A meaning of one or two tokens: the syllables that it puts there, and how likely they are read so."""

    start: int
    end: int
    words: tuple[str, ...]
    kind: Kind | None
    likely: float


def posteriors(arcs: Sequence[Arc], length: int, left: str, right: str, lexicon: Lexicon) -> dict[Arc, float]:
    """How sure each arc is, from 0 to 1, between the words left and right of the tokens (forward-backward)."""
    starts: dict[int, list[Arc]] = defaultdict(list)
    ends: dict[int, list[Arc]] = defaultdict(list)
    for arc in arcs:
        starts[arc.start].append(arc)
        ends[arc.end].append(arc)
    step = lexicon.likelihood
    forward: dict[Arc, float] = {}
    for place in range(length):
        for arc in starts[place]:
            come = (
                sum(forward[one] * step(one.words[-1], arc.words[0]) for one in ends[place])
                if place
                else step(left, arc.words[0])
            )
            forward[arc] = come * _own(arc, lexicon)
    backward: dict[Arc, float] = {}
    for place in range(length, 0, -1):
        for arc in ends[place]:
            backward[arc] = (
                step(arc.words[-1], right)
                if place == length
                else sum(
                    step(arc.words[-1], one.words[0]) * _own(one, lexicon) * backward[one] for one in starts[place]
                )
            )
    total = sum(forward[arc] * backward[arc] for arc in ends[length])
    return {arc: forward[arc] * backward[arc] / total if total else 0 for arc in arcs}


def _own(arc: Arc, lexicon: Lexicon) -> float:
    own = arc.likely * LIFT ** (arc.end - arc.start)
    for one, other in pairwise(arc.words):
        own *= lexicon.likelihood(one, other)
    return own
