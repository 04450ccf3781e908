"""A text read for repair: which of its words may mean something else, and which stand as they are for good.

Names of persons and places, numbers, codes and labels of points are never touched, nor is a word whose neighbours are both
known to stand beside it.
"""

import re
from dataclasses import dataclass
from functools import cached_property

from vidan.domain.vietnamese.bodies import InBody, in_bodies
from vidan.domain.vietnamese.confusions import Kind, meant
from vidan.domain.vietnamese.lexicon import Lexicon
from vidan.domain.vietnamese.tokens import COMMA, SIGNS, STOP, Token, begins, classes, cut

LABELLED = frozenset(
    {
        *("điểm", "mục", "phần", "lục", "loại", "hạng", "nhóm", "lô", "khối"),
        *("khoản", "bảng", "câu", "tiết", "lớp", "khu", "tổ", "bước"),
    }
)
"""Words after which a lone letter is a label."""

LONGEST = 16
"""Two of the longest syllables run together are shorter; what is longer is no Vietnamese."""

MOST_LABELS = 12
"""So many tokens back the word is looked for that a row of labels follows."""

BETWEEN_LABELS = frozenset(("và", "hoặc", "đến", COMMA))

_DIGIT_IN_WORD = re.compile(r"[^\W\d_A-Z]{2,}[015]|[015][^\W\d_A-Z]{2,}|[^\W\d_A-Z]+[015][^\W\d_A-Z]+")


@dataclass(frozen=True)
class Reading:
    """A text cut into tokens, with what each may be."""

    text: str
    lexicon: Lexicon

    @cached_property
    def tokens(self) -> list[Token]:
        return cut(self.text)

    @cached_property
    def signs(self) -> list[str]:
        return classes(self.tokens)

    @cached_property
    def bodies(self) -> dict[int, InBody]:
        return in_bodies(self.tokens, self.lexicon)

    def sign(self, place: int) -> str:
        return self.signs[place] if 0 <= place < len(self.signs) else STOP

    def may_change(self, place: int) -> bool:
        token = self.tokens[place]
        if len(token.word) > LONGEST or token.is_loud or self._is_label(place):
            return False
        if not (token.is_word or self._with_digit(token)):
            return False
        if token.is_capital and not begins(self.tokens, place) and token.word.lower() in self.lexicon.syllables:
            return False
        if token.is_capital and self._beside_capital(place):
            return False
        if self.bodies.get(place) and self.bodies[place].word.lower() == token.word.lower():
            return False
        return not self.stands_well(place)

    def _with_digit(self, token: Token) -> bool:
        """Whether a digit stands for a letter in a word: c0ng, 1àm. A number or code has more digits, or large letters."""
        return bool(_DIGIT_IN_WORD.fullmatch(token.word)) and any(
            one.kind is Kind.LETTER for one in meant(token.word, self.lexicon)
        )

    def _beside_capital(self, place: int) -> bool:
        return any(0 <= other < len(self.tokens) and self.tokens[other].is_capital for other in (place - 1, place + 1))

    def stands_well(self, place: int) -> bool:
        word = self.tokens[place].word.lower()
        knows = self.lexicon.knows
        return (
            word in self.lexicon.syllables and knows(self.sign(place - 1), word) and knows(word, self.sign(place + 1))
        )

    def _is_label(self, place: int) -> bool:
        """Whether a lone letter numbers a point: `a)`, `điểm a, b và c`; or stands by itself between marks."""
        if len(self.tokens[place].word) > 1:
            return False
        if self.is_torn(place):
            return False
        if self.sign(place + 1) in SIGNS or self.sign(place - 1) == COMMA:
            return True
        before, last = place - 1, max(0, place - MOST_LABELS)
        while before >= last and (len(self.tokens[before].word) == 1 or self.signs[before] in BETWEEN_LABELS):
            before -= 1
        return before >= 0 and self.signs[before] in LABELLED

    def is_torn(self, place: int) -> bool:
        """Whether a token and the next one, which do not stand side by side in good text, are one syllable together."""
        if place + 1 >= len(self.tokens) or not self.one_blank(place):
            return False
        first, second = self.tokens[place].word.lower(), self.tokens[place + 1].word
        return second.islower() and first + second in self.lexicon.syllables and not self.lexicon.knows(first, second)

    def one_blank(self, place: int) -> bool:
        return self.text[self.tokens[place].end : self.tokens[place + 1].start] == " "
