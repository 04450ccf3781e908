"""Whether a word can be a Vietnamese syllable (âm tiết): told by how it is spelt, not by a word list."""

import re
import unicodedata
from dataclasses import dataclass

TONES = "\u0300\u0301\u0303\u0309\u0323"
FORMS = "\u0302\u0306\u031b"
"""The marks that make a letter another one: â, ă, ơ."""

_SPELT = re.compile(
    r"(ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(iêu|yêu|oai|oay|oeo|uây|uôi|uyê|uya|uyu|ươi|ươu|oao|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|"
    r"ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(ch|ng|nh|[cmnpt])?"
)


@dataclass(frozen=True)
class Parts:
    """A syllable taken apart, in small letters: what begins it, its vowels, what closes it, and its tone as a mark."""

    onset: str
    vowels: str
    coda: str
    tone: str

    def in_case_of(self, word: str) -> str:
        """The toneless letters, large where those of the word are."""
        return "".join(
            letter.upper() if same.isupper() else letter
            for letter, same in zip(self.onset + self.vowels + self.coda, word, strict=True)
        )


def parts(word: str) -> Parts | None:
    """The parts of a syllable in composed letters; None for what is spelt otherwise or has more than one tone."""
    apart = unicodedata.normalize("NFD", word.lower())
    tones = [letter for letter in apart if letter in TONES]
    if len(tones) > 1:
        return None
    toneless = unicodedata.normalize("NFC", "".join(letter for letter in apart if letter not in TONES))
    found = _SPELT.fullmatch(toneless)
    return Parts(found[1] or "", found[2], found[3] or "", "".join(tones)) if found else None


def is_syllable(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable is, in small or large letters, with one tone at most."""
    return parts(word) is not None
