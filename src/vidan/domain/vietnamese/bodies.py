"""Names of bodies (tên cơ quan, tổ chức) in a text that was read wrongly: the capitals that a name of a person must keep, a
name of a body may lose or get back."""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from vidan.domain.vietnamese.fold import fold
from vidan.domain.vietnamese.lexicon import Lexicon
from vidan.domain.vietnamese.tokens import Token

FEWEST_RIGHT = 2
"""So many words of a name must stand there right before another one is mended by it."""

MOST_WRONG = 2


@dataclass(frozen=True)
class InBody:
    """A token that belongs to the name of a body, and the word that the name has there."""

    place: int
    word: str
    begins: bool
    """Whether a name of several words begins here, also inside a longer one: Ban Thường trực Ủy ban."""


def in_bodies(tokens: Sequence[Token], lexicon: Lexicon) -> dict[int, InBody]:
    """The tokens that stand in names of bodies, by their places; longer names go before shorter ones."""
    found: dict[int, InBody] = {}
    heads = {body[:2] for body in lexicon.bodies}
    for place in range(len(tokens)):
        for one in _matches(tokens, place, lexicon, heads):
            found.setdefault(one.place, one)
    return found


def _matches(
    tokens: Sequence[Token], place: int, lexicon: Lexicon, heads: Collection[tuple[str, ...]]
) -> Iterator[InBody]:
    for body in lexicon.bodies:
        here = tokens[place : place + len(body)]
        if len(here) < len(body) or not all(token.is_word for token in here):
            continue
        wrong = [token for token, word in zip(here, body, strict=True) if token.word.lower() != word.lower()]
        right = len(body) - len(wrong)
        if len(wrong) <= MOST_WRONG and right >= FEWEST_RIGHT and all(map(_like, here, body)):
            yield from (
                InBody(place + step, word, begins=(word, *body[step + 1 : step + 2]) in heads)
                for step, word in enumerate(body)
            )
            return


def _like(token: Token, word: str) -> bool:
    """Whether a token may be a word of a name that was read wrongly: its letters are those of the word, or one is lost."""
    read, true = fold(token.word), fold(word)
    return read == true or any(true[:place] + true[place + 1 :] == read for place in range(len(true)))
