"""Reading a place of a draft as people write it: "khoản 2 Điều 5", "Điều 5, khoản 2, điểm a". Pure."""

import re
import unicodedata
from collections.abc import Iterable, Mapping

PART = re.compile(r"(phần|chương|mục|điều|khoản|điểm)\s+(?:thứ\s+)?([^\s,.;:()]+)")
WHOLE = frozenset({"", "toàn văn", "toàn bộ", "toàn bộ dự thảo", "cả dự thảo", "chung", "ý kiến chung"})
"""How people write that they mean the whole draft."""

Named = frozenset[tuple[str, str]]


def read_place(text: str) -> Named:
    """The parts that a place names, in whatever order they were written; empty when it names none."""
    return frozenset(PART.findall(_plain(text)))


def means_whole(text: str) -> bool:
    """Whether the whole draft is meant."""
    return _plain(text).strip(" .") in WHOLE


def keys_by_place(pieces: Iterable[tuple[str, str]]) -> Mapping[Named, str]:
    """The key of each place, from `(key, path)`; one that two pieces share is left out: nobody knows which is meant."""
    found: dict[Named, str] = {}
    twice = set()
    for key, path in pieces:
        named = read_place(path)
        if named in found:
            twice.add(named)
        found[named] = key
    return {named: key for named, key in found.items() if named and named not in twice}


def _plain(text: str) -> str:
    return " ".join(unicodedata.normalize("NFC", text).lower().split())
