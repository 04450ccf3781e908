"""How often syllables, and pairs of them, stand in good Vietnamese text: what a mended word is judged by.

The counts are handed in (`foundation/texts` loads them); a pair that was never seen is told by its second syllable alone
(absolute discounting, Ney, Essen and Kneser 1994).
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from vidan.domain.vietnamese.fold import fold

DISCOUNT = 0.75
UNHEARD = 1e-7
"""How likely a word is that no text has had."""


@dataclass(frozen=True)
class Lexicon:
    """Syllables in small composed letters, and the counts of what follows each; signs of tokens.py stand among them."""

    syllables: frozenset[str]
    follows: Mapping[str, Mapping[str, int]]
    bodies: tuple[tuple[str, ...], ...] = ()
    """Names of bodies as law writes them, word by word, longer ones first."""

    def knows(self, left: str, right: str) -> bool:
        """Whether two stood side by side in the texts that were counted."""
        return right in self.follows.get(left, {})

    def likelihood(self, left: str, right: str) -> float:
        """How likely the right one stands after the left one."""
        after, alone = self.follows.get(left), self.alone(right)
        if after is None:
            return alone
        total = self._totals[left]
        return max(after.get(right, 0) - DISCOUNT, 0) / total + DISCOUNT * len(after) / total * alone

    @cached_property
    def by_skeleton(self) -> Mapping[str, tuple[str, ...]]:
        """The syllables by their letters without marks."""
        return _grouped((fold(one), one) for one in self.syllables)

    @cached_property
    def by_loss(self) -> Mapping[str, tuple[str, ...]]:
        """The syllables by what is left of them when one letter is lost."""
        return _grouped((one[:place] + one[place + 1 :], one) for one in self.syllables for place in range(len(one)))

    @cached_property
    def _totals(self) -> Mapping[str, int]:
        return {left: sum(after.values()) for left, after in self.follows.items()}

    @cached_property
    def _befores(self) -> Counter[str]:
        return Counter(right for after in self.follows.values() for right in after)

    @cached_property
    def _pairs(self) -> int:
        return sum(self._befores.values())

    def alone(self, word: str) -> float:
        """How likely a word is, whatever stands before it."""
        seen = self._befores[word] / self._pairs if self._pairs else 0
        return max(seen, 1 / (self._pairs + 1) / 2 if word in self.syllables else UNHEARD)


def _grouped(pairs: Iterable[tuple[str, str]]) -> dict[str, tuple[str, ...]]:
    groups: dict[str, set[str]] = defaultdict(set)
    for key, one in pairs:
        groups[key].add(one)
    return {key: tuple(sorted(found)) for key, found in groups.items()}
