"""Vietnamese writing from before Unicode (bảng mã cũ): TCVN 5712:1993 VN3 ("ABC") and VNI for Windows.

Their fonts draw Vietnamese letters in the places of other Latin ones, so that a text reads as rubbish without its font:
`Céng hßa` is Cộng hòa in TCVN3, `Coäng hoøa` in VNI. A text is put into Unicode only where its font says so and its words do
not speak against it, or where its words alone leave no doubt.
"""

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from itertools import product
from types import MappingProxyType

from vidan.domain.vietnamese.syllables import is_syllable


class OldCode(StrEnum):
    """An old code of Vietnamese letters."""

    TCVN3 = "tcvn3"
    VNI = "vni"


@dataclass(frozen=True)
class OldFont:
    """What the name of a font says: its code, and whether it draws small letters as capitals (.VnTimeH)."""

    code: OldCode
    capitals: bool = False


FEWEST = 20
"""Words with a letter beyond ASCII; fewer say nothing for sure."""

READ_RIGHT, READ_WRONG = 0.9, 0.5
"""So many of them are syllables when they are read in the right code, and at most so many when in a wrong one."""

LAST_PLACE = "\u00ff"
"""Old fonts draw in the places of Latin letters up to this one."""

TCVN3: Mapping[str, str] = MappingProxyType(
    dict(
        zip(
            "µ¸¶·¹¨»¾¼½Æ©ÇÊÈÉË®ÌÐÎÏÑªÒÕÓÔÖ×ÝØÜÞßãáâä«åèæçé¬êíëìîïóñòô\u00adõøö÷ùúýûüþ¡¢§£¤¥¦",
            "àáảãạăằắẳẵặâầấẩẫậđèéẻẽẹêềếểễệìíỉĩịòóỏõọôồốổỗộơờớởỡợùúủũụưừứửữựỳýỷỹỵĂÂĐÊÔƠƯ",
            strict=True,
        )
    )
)
"""One letter for one; capitals with a tone have no place of their own, fonts whose name ends in H draw them."""

_TONES = {"": "", "ù": "\u0301", "ø": "\u0300", "û": "\u0309", "õ": "\u0303", "ï": "\u0323"}
_ROUND = {"â": "", "á": "\u0301", "à": "\u0300", "å": "\u0309", "ã": "\u0303", "ä": "\u0323"}
_BREVE = {"ê": "", "é": "\u0301", "è": "\u0300", "ú": "\u0309", "ü": "\u0303", "ë": "\u0323"}
_ALONE = {"ô": "ơ", "ö": "ư", "ñ": "đ", "æ": "ỉ", "ó": "ĩ", "ò": "ị", "î": "ỵ"}


def _vni() -> dict[str, str]:
    """Letters followed by a mark that is a letter of its own; a few have one place, as i has, and carry no mark."""
    small = dict(_ALONE)
    for letter, mark in product("aeouyôö", _TONES):
        if mark:
            small[letter + mark] = _ALONE.get(letter, letter) + _TONES[mark]
    small |= {letter + mark: f"{letter}\u0302{tone}" for letter, (mark, tone) in product("aeo", _ROUND.items())}
    small |= {f"a{mark}": f"a\u0306{tone}" for mark, tone in _BREVE.items()}
    del small["yï"]  # ỵ has a place of its own
    whole = {old: unicodedata.normalize("NFC", new) for old, new in small.items()}
    large = {old.upper(): new.upper() for old, new in whole.items()}
    mixed = {old[0].upper() + old[1]: new.upper() for old, new in whole.items() if len(old) > 1}
    return whole | mixed | large


VNI: Mapping[str, str] = MappingProxyType(_vni())
"""By one or two letters as they read without the font; a capital may be followed by a small mark."""

_TABLES = {OldCode.TCVN3: TCVN3, OldCode.VNI: VNI}
_LONGEST_FIRST = {
    code: re.compile("|".join(sorted(map(re.escape, table), key=len, reverse=True))) for code, table in _TABLES.items()
}
_BETWEEN = re.compile(r"[\s\d!-/:-@\[-`{-~“”‘’–—…]+")
_HYPHENED = re.compile(r"(?<![\w-])[^\W\d_]*(?:-[^\W\d_]*)+(?![\w-])")


def decode(text: str, code: OldCode) -> str:
    """A text of an old code in Unicode; what the code has no place for stays as it is."""
    table = _TABLES[code]
    return _LONGEST_FIRST[code].sub(lambda found: table[found[0]], text)


def with_hyphens_read(text: str) -> str:
    """A decoded TCVN3 text whose ư were drawn as hyphens, as files for print have them; `Tr-ờng` is Trường."""
    return _HYPHENED.sub(_with_u, text)


def font_code(name: str) -> OldFont | None:
    """What a font's name says of the code of its text; None for fonts of today."""
    told = name.strip().lower()
    if told.startswith(".vn"):
        return OldFont(OldCode.TCVN3, capitals=told.endswith("h"))
    return OldFont(OldCode.VNI) if told.startswith("vni-") else None


def text_code(text: str) -> OldCode | None:
    """The old code in which a text without doubt is written; None for Unicode, for other languages, and for too few words."""
    words = telling_words(text)
    if len(words) < FEWEST or share_read(words, None) > READ_WRONG:
        return None
    shares = {code: share_read(words, code) for code in OldCode}
    best = max(OldCode, key=lambda code: shares[code])
    return best if shares[best] >= READ_RIGHT else None


def reads_as(text: str, code: OldCode) -> bool:
    """Whether the words of a text do not speak against the old code that its font tells."""
    words = telling_words(text)
    return share_read(words, code) >= share_read(words, None)


def telling_words(text: str) -> list[str]:
    """The words that tell of a code: those with a letter beyond ASCII."""
    return [word for word in _BETWEEN.split(text) if not word.isascii()]


def _read(words: list[str], code: OldCode) -> list[str]:
    """The words read in an old code; none of those with a letter that no old font has in its places."""
    return [decode(word, code) if max(word) <= LAST_PLACE else "" for word in words]


def share_read(words: list[str], code: OldCode | None) -> float:
    """How many of some words are syllables when they are read in an old code, or as they are, from 0 to 1."""
    read = words if code is None else _read(words, code)
    return sum(map(is_syllable, read)) / len(read) if read else 0


def _with_u(found: re.Match[str]) -> str:
    read = found[0].replace("-", "ư")
    return read if found[0].strip("-") and is_syllable(read) else found[0]
