"""Text that a scanner read wrongly (lỗi nhận dạng), mended by proposals for a person to accept.

A noisy channel over word pairs: each word may have meant what the tables of confusions allow, and the sums over all ways through
these meanings tell how sure each is. A word is left alone where both its neighbours are known to stand beside it. Names of
persons and places, numbers and codes have one meaning only; names of bodies are mended.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from vidan.domain.vietnamese.confusions import RIGHT, TORN, Kind, Meant, meant
from vidan.domain.vietnamese.lattice import Arc, posteriors
from vidan.domain.vietnamese.lexicon import Lexicon
from vidan.domain.vietnamese.reading import Reading
from vidan.domain.vietnamese.tokens import COMMA, SIGNS, Token, begins

SURE = 0.91
"""What is less sure is not proposed."""

LIKELIER = 0.5
"""A meaning that is surer than this is surer than all others of its word together; no two such overlap."""

BODY_SURE = COMMA_SURE = 0.95
MOST_MEANINGS = 8
"""The likeliest meanings of one word; the rest cannot win."""

LONGEST = 50
"""So many words in doubt are judged together."""

SHORTEST_JOINED = 4
"""Two syllables without the blank between them have so many letters at least."""


@dataclass(frozen=True)
class Proposal:
    """Characters from start to end, what stands there, what is proposed, how sure that is, and what is wrong."""

    start: int
    end: int
    found: str
    proposed: str
    confidence: float
    kind: Kind


def repair(text: str, lexicon: Lexicon, *, sure: float = SURE) -> list[Proposal]:
    """Proposals for a text in the order of their places; none overlap, none is longer than three syllables."""
    mender = _Mender(Reading(text, lexicon))
    found = [one for one in mender.proposals() if one.confidence >= sure]
    return sorted(found, key=lambda one: one.start)


def mended(text: str, proposals: Sequence[Proposal]) -> str:
    """The text with proposals accepted; they are of this text and in its order."""
    parts, done = [], 0
    for one in proposals:
        parts += [text[done : one.start], one.proposed]
        done = one.end
    return "".join([*parts, text[done:]])


@dataclass(frozen=True)
class _Mender:
    reading: Reading

    @property
    def tokens(self) -> list[Token]:
        return self.reading.tokens

    @property
    def lexicon(self) -> Lexicon:
        return self.reading.lexicon

    def proposals(self) -> Iterator[Proposal]:
        done: set[int] = set()
        for start, end in self._doubtful():
            for arc, confidence in self._judged(start, end).items():
                if arc.kind is not None and confidence > LIKELIER:
                    done.update(range(arc.start, arc.end))
                    yield self._proposal(arc, arc.kind, confidence)
        yield from self._of_bodies(done)
        yield from self._commas()

    def _doubtful(self) -> Iterator[tuple[int, int]]:
        """Runs of tokens that may mean something else."""
        start: int | None = None
        for place in range(len(self.tokens) + 1):
            open_ = place < len(self.tokens) and self.reading.may_change(place)
            if start is not None and (not open_ or place - start >= LONGEST):
                yield start, place
                start = None
            if open_ and start is None:
                start = place

    def _judged(self, start: int, end: int) -> dict[Arc, float]:
        arcs = [arc for place in range(start, end) for arc in self._arcs(place, start, end)]
        told = posteriors(arcs, end - start, self.reading.sign(start - 1), self.reading.sign(end), self.lexicon)
        return {
            Arc(arc.start + start, arc.end + start, arc.words, arc.kind, arc.likely): sure for arc, sure in told.items()
        }

    def _arcs(self, place: int, start: int, end: int) -> Iterator[Arc]:
        word = self.tokens[place].word.lower()
        known = word in self.lexicon.syllables
        here = place - start
        meanings = self._likeliest(place, [one for one in self._meant(word) if self._is_open(place, one)])
        yield from (Arc(here, here + 1, (one.word,), one.kind, one.likely) for one in meanings)
        if not known:
            yield Arc(here, here + 1, (word,), None, RIGHT)
            yield from (Arc(here, here + 1, pair, Kind.JOINED, TORN) for pair in self._torn(word))
        if place + 1 < end and self.reading.is_torn(place):
            whole = word + self.tokens[place + 1].word
            yield Arc(here, here + 2, (whole,), Kind.SPLIT, TORN)

    @cached_property
    def _seen(self) -> dict[str, list[Meant]]:
        return {}

    def _meant(self, word: str) -> list[Meant]:
        """What a word may have meant, found once for each word of the text."""
        if word not in self._seen:
            self._seen[word] = meant(word, self.lexicon)
        return self._seen[word]

    def _is_open(self, place: int, one: Meant) -> bool:
        """Whether a meaning may be proposed: for a lone letter only one that both neighbours vouch for, and for a known word
        that begins a sentence, which may be a name, one that the next word vouches for."""
        token, left, right = self.tokens[place], self.reading.sign(place - 1), self.reading.sign(place + 1)
        vouched = self.lexicon.knows(one.word, right)
        if one.kind is not None and len(token.word) == 1:
            return vouched and self.lexicon.knows(left, one.word)
        if one.kind is None or not token.is_capital or token.word.lower() not in self.lexicon.syllables:
            return True
        return vouched and right not in SIGNS

    def _likeliest(self, place: int, meanings: list[Meant]) -> list[Meant]:
        left, right = self.reading.sign(place - 1), self.reading.sign(place + 1)

        def worth(one: Meant) -> float:
            before = max(self.lexicon.likelihood(left, one.word), self.lexicon.alone(one.word))
            return one.likely * before * max(self.lexicon.likelihood(one.word, right) / self.lexicon.alone(right), 1)

        best = sorted(meanings, key=worth, reverse=True)
        return best[:MOST_MEANINGS] + [one for one in best[MOST_MEANINGS:] if one.kind is None]

    def _torn(self, word: str) -> list[tuple[str, str]]:
        if len(word) < SHORTEST_JOINED:
            return []
        pairs = [(word[:place], word[place:]) for place in range(1, len(word))]
        return [pair for pair in pairs if self.lexicon.knows(*pair) and set(pair) <= self.lexicon.syllables]

    def _proposal(self, arc: Arc, kind: Kind, confidence: float) -> Proposal:
        first, last = self.tokens[arc.start], self.tokens[arc.end - 1]
        words = " ".join(arc.words)
        body = self.reading.bodies.get(arc.start)
        of_body = body is not None and body.word[0].isupper() and body.word.lower() == words
        large = of_body or (first.is_capital and not self._is_l(arc))
        shown = words[0].upper() + words[1:] if large else words
        found = self.reading.text[first.start : last.end]
        return Proposal(first.start, last.end, found, shown, round(confidence, 4), kind)

    def _is_l(self, arc: Arc) -> bool:
        """Whether the capital is an I read for a small l amid a sentence."""
        return self.tokens[arc.start].raw[0] == "I" and arc.words[0][0] == "l" and not begins(self.tokens, arc.start)

    def _of_bodies(self, done: set[int]) -> Iterator[Proposal]:
        """Words of bodies' names that were kept because of their capitals, and the capital that begins such a name."""
        for place, body in self.reading.bodies.items():
            token = self.tokens[place]
            if place in done or token.word == body.word or token.is_loud:
                continue
            if token.word.lower() != body.word.lower():
                if token.word.islower() and self.reading.stands_well(place):
                    continue
                shown = body.word[0].upper() + body.word[1:] if token.is_capital else body.word
                kind = Kind.MARK if len(token.word) == len(shown) else Kind.LOST
                yield Proposal(token.start, token.end, token.raw, shown, BODY_SURE, kind)
            elif body.begins and token.word.islower():
                yield Proposal(token.start, token.end, token.raw, body.word, BODY_SURE, Kind.CAPITAL)

    def _commas(self) -> Iterator[Proposal]:
        """A full stop read for the comma of a list: a small letter follows, and both words are known beside a comma."""
        for place in range(1, len(self.tokens) - 1):
            before, dot, after = self.tokens[place - 1 : place + 2]
            if dot.raw != "." or not (before.word.islower() and after.word.islower() and len(before.word) > 1):
                continue
            listed = self.lexicon.knows(before.word, COMMA) and self.lexicon.knows(COMMA, after.word)
            if listed and self.reading.text[dot.end : after.start] == " " and before.end == dot.start:
                yield Proposal(dot.start, dot.end, ".", ",", COMMA_SURE, Kind.COMMA)
