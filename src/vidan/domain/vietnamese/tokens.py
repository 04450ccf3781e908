"""A text cut into what stands side by side for one who mends it: syllables, names, numbers, marks; each with its place."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from vidan.domain.vietnamese.syllables import is_syllable
from vidan.domain.vietnamese.written_one_way import tones_placed

COMMA, STOP, NUMBER, NAME = ",", ".", "0", "X"
SIGNS = frozenset((COMMA, STOP, NUMBER, NAME))
"""How marks, numbers and names stand in the counts of pairs: all of a kind are one."""

_MARKS = r"\u0300-\u036f"
_TOKEN = re.compile(
    r"(?P<code>(?:https?://|www\.)\S+|\S{1,64}@\S{1,64}|[^\W_]*\d(?:[^\s,;:()“”\"…]*[^\W_])?|(?:[A-ZĐÔƯƠÊÂĂ]+[-/])+[A-ZĐÔƯƠÊÂĂ]+)"
    rf"|(?P<word>[^\W\d_][^\W\d_{_MARKS}]*(?:[{_MARKS}][^\W\d_]*)*)"
    r"|(?P<mark>\n\s*|[^\s\w]|_)"
)


@dataclass(frozen=True)
class Token:
    """A word, number or mark: where it stands, as it is written, and composed with its tone in one place."""

    start: int
    end: int
    raw: str
    word: str
    kind: str

    @property
    def is_word(self) -> bool:
        """Whether it is made of letters alone."""
        return self.kind == "word"

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a large letter."""
        return self.is_word and self.word[0].isupper()

    @property
    def is_loud(self) -> bool:
        """Whether all of its letters, two at least, are large."""
        return len(self.word) > 1 and self.is_word and self.word.isupper()


def cut(text: str) -> list[Token]:
    """The tokens of a text in its order; what stands between them is blank."""
    return [
        Token(found.start(), found.end(), found[0], tones_placed(found[0]), found.lastgroup or "mark")
        for found in _TOKEN.finditer(text)
    ]


def classes(tokens: Sequence[Token]) -> list[str]:
    """How each token stands in the counts: a syllable in small letters, or the sign of its kind.

    A capital is a name's unless a sentence begins with it or the next word is small, as in `Ủy ban`, `Tòa án`.
    """
    return [_class(tokens, place) for place in range(len(tokens))]


def begins(tokens: Sequence[Token], place: int) -> bool:
    """Whether a sentence, a line or an entry of a list begins with a token."""
    if place == 0:
        return True
    before = tokens[place - 1]
    return before.kind == "mark" and before.word[:1] not in ",;/'’&%"


def _class(tokens: Sequence[Token], place: int) -> str:
    token = tokens[place]
    if token.kind == "mark":
        return COMMA if token.word == "," else STOP
    if token.kind == "code":
        return NUMBER if token.word[0].isdigit() else NAME
    if token.is_capital and (token.is_loud or _in_name(tokens, place)):
        return NAME
    return token.word.lower() if is_syllable(token.word) else NAME


def _in_name(tokens: Sequence[Token], place: int) -> bool:
    return (place + 1 < len(tokens) and tokens[place + 1].is_capital) or (place > 0 and tokens[place - 1].is_capital)
