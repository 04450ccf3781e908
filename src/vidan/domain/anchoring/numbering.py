"""The numbers of a draft's pieces: which ones are missing, given twice, out of order, or at a level where none belongs.

Articles are counted through the whole text, and anew in a text that is attached after a signature; parts through the text,
chapters through it or anew in a part; sections in a chapter, clauses in an article, points in a clause. A number with a
letter (5a) may follow its own number. It does not look at numbers of several steps (1.1), nor at ordinals in words.

A text whose points never have a đ, but go on from d to e, left that letter out on purpose or had its points counted by a word
processor: that is told once, and its points are counted without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise

from vidan.domain.anchoring.outline import ALPHABET, COUNTED, RANKS, Level, Piece, parents

THROUGH = (Level.PART, Level.CHAPTER, Level.ARTICLE)
"""What is counted through the whole text."""


class Why(StrEnum):
    """What is odd about a number."""

    MISSING = "missing"
    TWICE = "twice"
    OUT_OF_ORDER = "out_of_order"
    LEVEL = "level"
    LETTER = "letter"


@dataclass(frozen=True)
class Odd:
    """A piece whose number is odd: its place, why, and the number that was expected there."""

    position: int
    why: Why
    expected: str = ""


@dataclass
class _Run:
    """The numbers met so far where they are counted together; one that was `opened` anew may go on, or begin at 1."""

    last: int = 0
    seen: frozenset[str] = frozenset()
    opened: bool = False


def odd_numbers(pieces: Sequence[Piece]) -> list[Odd]:
    """Every odd number, in the order of the text."""
    above = parents(pieces)
    has_articles = any(piece.level is Level.ARTICLE for piece in pieces)
    runs: dict[tuple[Level, int | None], _Run] = {}
    odd: list[Odd] = []
    letters, first = _letters(pieces, above)
    behind = False
    for place, piece in enumerate(pieces):
        if piece.level is Level.TEXT:
            behind = True
            continue
        if piece.level is Level.PART:
            _reopen(runs, (Level.CHAPTER,))
        if behind and piece.level in THROUGH:
            _reopen(runs, THROUGH)
            behind = False
        if has_articles and _misplaced(piece, pieces, above[place]):
            odd.append(Odd(place, Why.LEVEL))
            continue
        within = None if piece.level in THROUGH else above[place]
        found = _judged(runs.setdefault((piece.level, within), _Run()), piece, letters)
        if found is not None:
            odd.append(Odd(place, *found))
        if place == first:
            odd.append(Odd(place, Why.LETTER, "đ"))
    return odd


def _reopen(runs: dict[tuple[Level, int | None], _Run], levels: Sequence[Level]) -> None:
    for level in levels:
        if (level, None) in runs:
            runs[level, None].opened = True


def _misplaced(piece: Piece, pieces: Sequence[Piece], within: int | None) -> bool:
    """Whether a clause stands in no article, or a point in no clause, of a text that has articles."""
    if piece.level not in {Level.CLAUSE, Level.POINT} or "." in piece.number:
        return False
    outer = Level.TEXT if within is None else pieces[within].level
    needed = Level.ARTICLE if piece.level is Level.CLAUSE else Level.CLAUSE
    return outer is not needed and RANKS[outer] < RANKS[needed]


def _letters(pieces: Sequence[Piece], above: Sequence[int | None]) -> tuple[str, int | None]:
    """The order in which the letters of this text count, and the first place where it goes past đ as if there were none."""
    points = [(place, piece.number) for place, piece in enumerate(pieces) if piece.level is Level.POINT]
    past = [after for (one, d), (after, e) in pairwise(points) if (d, e) == ("d", "e") and above[one] == above[after]]
    used = {number[:1] for _place, number in points}
    if "đ" in used or not past:
        return ALPHABET, None
    return (ALPHABET.replace("đ", "") if used <= set(ALPHABET) else COUNTED), past[0]


def _judged(run: _Run, piece: Piece, letters: str) -> tuple[Why, str] | None:
    value, tail = _value(piece, letters)
    if value is None:
        return None
    if run.opened and value == 1:
        run.last, run.seen = 0, frozenset()
    run.opened = False
    expected = run.last + 1
    seen = piece.number in run.seen
    run.seen |= {piece.number}
    if seen:
        return Why.TWICE, _written(expected, piece, letters)
    if value == expected or (tail and value == run.last):
        run.last = value
        return None
    why = Why.MISSING if value > expected else Why.OUT_OF_ORDER
    run.last = max(run.last, value)
    return why, _written(expected, piece, letters)


def _value(piece: Piece, letters: str) -> tuple[int | None, str]:
    """The count a number stands for, and what is written behind it (5a: 5 and a)."""
    number = piece.number
    if piece.level is Level.POINT and number and number[0] in COUNTED + ALPHABET:
        return letters.find(number[0]) + 1, number[1:]
    digits = number.rstrip(ALPHABET)
    if digits.isdecimal():
        return int(digits), number[len(digits) :]
    if number and set(number) <= set(_ROMAN_VALUES):
        return _from_roman(number), ""
    return None, ""


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}
_ROMAN_STEPS = ((100, "C"), (90, "XC"), (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))


def _from_roman(number: str) -> int:
    values = [_ROMAN_VALUES[letter] for letter in number]
    return sum(-one if one < after else one for one, after in zip(values, [*values[1:], 0], strict=True))


def _to_roman(value: int) -> str:
    written = ""
    for step, letters in _ROMAN_STEPS:
        times, value = divmod(value, step)
        written += letters * times
    return written


def _written(value: int, piece: Piece, letters: str) -> str:
    """A count, written as the piece's own number is."""
    if piece.level is Level.POINT and not piece.number[:1].isdecimal():
        return letters[value - 1] if value <= len(letters) else ""
    return str(value) if piece.number[:1].isdecimal() else _to_roman(value)
