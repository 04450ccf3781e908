"""What a scanner makes of Vietnamese letters: tables of confusions, and the words that may have been meant by what it read."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType

from vidan.domain.vietnamese.fold import fold
from vidan.domain.vietnamese.lexicon import Lexicon
from vidan.domain.vietnamese.syllables import TONES


class Kind(StrEnum):
    """What is wrong with a word that was read."""

    MARK = "mark"
    LOST = "lost"
    LETTER = "letter"
    SPLIT = "split"
    JOINED = "joined"
    CAPITAL = "capital"
    COMMA = "comma"


@dataclass(frozen=True)
class Meant:
    """A syllable that may have been meant, what then is wrong, and how likely it is read so."""

    word: str
    kind: Kind | None
    likely: float


RIGHT = 0.97
"""A syllable is read right so often."""

WRONG_TONE, WRONG_FORM, LOST_LETTER, WRONG_LETTER, TORN = 0.004, 0.003, 0.003, 0.001, 0.002

HOOK_AND_GRAVE = frozenset({frozenset("\u0309\u0300"), frozenset("\u0309\u0301"), frozenset("\u0309\u0303")})
"""The hook above is the mark that scanners read worst."""

BOTH_RIGHT = frozenset({frozenset({"hàng", "hằng"})})
"""Words that may stand for each other: hàng năm, hằng năm."""

READ_FOR: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "0": ("o",),
        "1": ("l", "i"),
        "5": ("s",),
        "l": ("i", "t"),
        "i": ("l", "t"),
        "t": ("l", "i"),
        "rn": ("m",),
        "m": ("rn",),
        "e": ("c", "g", "o"),
        "c": ("e", "o"),
        "o": ("c", "e"),
        "g": ("q",),
        "q": ("g",),
        "h": ("b", "n"),
        "b": ("h",),
        "n": ("u", "h"),
        "u": ("n",),
        "ii": ("u", "n"),
        "li": ("h",),
        "ri": ("n",),
        "cl": ("d",),
        "vv": ("w",),
        "f": ("t",),
        "j": ("i",),
    }
)
"""Letters as read, without their marks, and what they may have been."""


def meant(read: str, lexicon: Lexicon) -> list[Meant]:
    """The syllables of a lexicon that may stand behind a word as it was read, in small composed letters, itself with them."""
    found: dict[str, Meant] = {}
    for one in _all(read, lexicon):
        if frozenset({read, one.word}) in BOTH_RIGHT:
            continue
        if one.word not in found or found[one.word].likely < one.likely:
            found[one.word] = one
    return [*found.values()]


def _all(read: str, lexicon: Lexicon) -> Iterator[Meant]:
    skeleton = fold(read)
    for word in lexicon.by_skeleton.get(skeleton, ()):
        yield Meant(word, None, RIGHT) if word == read else Meant(word, Kind.MARK, _marks(read, word))
    for word in lexicon.by_loss.get(read, ()):
        yield Meant(word, Kind.LOST, LOST_LETTER)
    for other in _relettered(skeleton):
        for word in lexicon.by_skeleton.get(other, ()):
            yield Meant(word, Kind.LETTER, WRONG_LETTER * (1 if _bears(read, word) else WRONG_TONE))


def _relettered(skeleton: str) -> Iterator[str]:
    for seen, letters in READ_FOR.items():
        start = skeleton.find(seen)
        while start >= 0:
            for letter in letters:
                yield skeleton[:start] + letter + skeleton[start + len(seen) :]
            start = skeleton.find(seen, start + 1)


def _bears(read: str, word: str) -> bool:
    """Whether a word bears the same marks as what was read."""
    return _all_marks(read) == _all_marks(word)


def _all_marks(word: str) -> list[str]:
    return [mark for mark in unicodedata.normalize("NFD", word.replace("đ", "d\u0335")) if unicodedata.combining(mark)]


def _marks(read: str, word: str) -> float:
    """How likely a word is read with the marks of another: one wrong tone, one wrong form, or several together."""
    likely = 1.0
    seen, true = _tone(read), _tone(word)
    if seen != true:
        likely *= WRONG_TONE * (2 if frozenset({seen, true}) in HOOK_AND_GRAVE else 1)
    wrong = sum(one != other for one, other in zip(_toneless(read), _toneless(word), strict=False))
    return likely * WRONG_FORM**wrong if wrong < 2 else likely * WRONG_FORM * 0.3


def _tone(word: str) -> str:
    return "".join(mark for mark in unicodedata.normalize("NFD", word) if mark in TONES)


def _toneless(word: str) -> str:
    return unicodedata.normalize(
        "NFC", "".join(mark for mark in unicodedata.normalize("NFD", word) if mark not in TONES)
    )
