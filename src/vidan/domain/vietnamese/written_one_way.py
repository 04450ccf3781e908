"""One way of writing: letters composed, and the tone on one letter, so that texts from many keyboards compare alike.

`hòa` and `hoà` are one word: the older way puts the tone on the first vowel of oa, oe and uy at the end of a syllable, the newer
one (Quyết định 240/QĐ of 1984 on school books) on the second. Public papers mostly keep the older one; it is the one here.
"""

import re
import unicodedata

from vidan.domain.vietnamese.syllables import FORMS, TONES, is_syllable, parts

_CLUSTER = re.compile(rf"(\w)([{TONES}{FORMS}]+)")
_WORD = re.compile(r"[^\W\d_]+")
_ETH = str.maketrans("Ðð", "Đđ")


def composed(text: str) -> str:
    """The text in composed letters (NFC), marks in any order, and the Icelandic Ð that some keyboards give read as Đ."""
    ordered = _CLUSTER.sub(_in_order, unicodedata.normalize("NFD", text))
    return _WORD.sub(_with_bar, unicodedata.normalize("NFC", ordered))


def tones_placed(text: str) -> str:
    """The composed text with each syllable's tone where the older way has it; what is no syllable stays as it is."""
    return _WORD.sub(lambda found: _placed(found[0]), composed(text))


def _in_order(found: re.Match[str]) -> str:
    return found[1] + "".join(sorted(found[2], key=lambda mark: mark in TONES))


def _with_bar(found: re.Match[str]) -> str:
    barred = found[0].translate(_ETH)
    return barred if barred != found[0] and is_syllable(barred) else found[0]


def _placed(word: str) -> str:
    told = parts(word)
    if told is None or not told.tone:
        return word
    start = len(told.onset)
    place = start + _place(told.vowels, closed=bool(told.coda))
    bare = told.in_case_of(word)
    return unicodedata.normalize("NFC", bare[: place + 1] + told.tone + bare[place + 1 :])


def _place(vowels: str, *, closed: bool) -> int:
    formed = [number for number, letter in enumerate(vowels) if letter in "ăâêôơư"]
    if formed:
        return formed[-1]
    return len(vowels) - 1 if closed else (len(vowels) - 1) // 2
