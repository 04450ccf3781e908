"""Whether a word can be a Vietnamese syllable (âm tiết): told by how it is spelt, not by a word list."""

import re
import unicodedata

_TONES = "\u0300\u0301\u0303\u0309\u0323"
_SPELT = re.compile(
    r"(?:ngh|ng|nh|gh|gi|kh|ph|qu|th|tr|ch|[bcdđghklmnprstvx])?"
    r"(?:iêu|yêu|oai|oay|oeo|uây|uôi|uyê|uya|uyu|ươi|ươu|oao|uêu|ai|ao|au|ay|âu|ây|eo|êu|ia|iê|iu|oa|oă|oe|oi|oo|ôi|ơi|ua|uâ|uê|"
    r"ui|uô|uơ|uy|ưa|ưi|ươ|ưu|yê|[aăâeêioôơuưy])"
    r"(?:ch|ng|nh|[cmnpt])?"
)


def is_syllable(word: str) -> bool:
    """Whether a word is spelt as a Vietnamese syllable is, in small or large letters, with one tone at most."""
    apart = unicodedata.normalize("NFD", word.lower())
    if sum(apart.count(tone) for tone in _TONES) > 1:
        return False
    toneless = unicodedata.normalize("NFC", "".join(letter for letter in apart if letter not in _TONES))
    return _SPELT.fullmatch(toneless) is not None
