"""Two texts compared word by word: what stays, what goes, what comes."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import groupby


class Kind(StrEnum):
    """What became of words."""

    KEPT = "kept"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True)
class Run:
    """Words next to each other that share one fate."""

    kind: Kind
    text: str


MOST_WORDS = 1500
"""Longer texts are compared without their most frequent words as landmarks: nearly as well, and much faster."""

LONE = 1
"""So few words that stay between changes only break a sentence into crumbs; they count as changed too."""


def compare(old: str, new: str) -> list[Run]:
    """The runs that make the new text out of the old: kept and removed give the old one, kept and added the new one."""
    changes = [(kind, words) for kind, words in _changes(_words(old), _words(new)) if any(words)]
    runs = [(kind, "".join(words)) for kind, words in _smoothed(changes)]
    joined = [(kind, "".join(text for _kind, text in one)) for kind, one in groupby(runs, key=lambda run: run[0])]
    return [Run(kind, text) for kind, text in joined if text]


def _words(text: str) -> list[tuple[str, str]]:
    """Words, marks and ends of lines, each with the blanks before it; blanks at the end stand before nothing."""
    told = re.findall(r"([^\S\n]*)(\w+|[^\w\s]|\n|\Z)", text)
    return [(blank, word) for blank, word in told if blank or word]


Change = tuple[Kind, list[str]]


def _changes(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Change]:
    words = [word for _blank, word in old], [word for _blank, word in new]
    matcher = SequenceMatcher(None, *words, autojunk=max(len(old), len(new)) > MOST_WORDS)
    for tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        if tag == "equal":
            yield from _same_words(old[old_from:old_to], new[new_from:new_to])
        else:
            yield Kind.REMOVED, _flat(old[old_from:old_to])
            yield Kind.ADDED, _flat(new[new_from:new_to])


def _same_words(old: Sequence[tuple[str, str]], new: Sequence[tuple[str, str]]) -> Iterator[Change]:
    """The same words, before some of which other blanks may stand."""
    kept: list[str] = []
    for (blank, word), (other, _word) in zip(old, new, strict=True):
        if blank == other:
            kept += [blank, word]
        else:
            yield from ((Kind.KEPT, kept), (Kind.REMOVED, [blank]), (Kind.ADDED, [other]))
            kept = [word]
    yield Kind.KEPT, kept


def _flat(words: Sequence[tuple[str, str]]) -> list[str]:
    return [part for pair in words for part in pair]


def _smoothed(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes with their neighbours joined: first what goes, then what comes."""
    gone: list[str] = []
    come: list[str] = []
    for place, (kind, words) in enumerate(changes):
        inside = 0 < place < len(changes) - 1 and bool(gone) and bool(come)
        if kind is Kind.KEPT and not (inside and _is_crumb(words)):
            yield from ((Kind.REMOVED, gone), (Kind.ADDED, come), (Kind.KEPT, words))
            gone, come = [], []
        else:
            gone += words if kind is not Kind.ADDED else []
            come += words if kind is not Kind.REMOVED else []
    yield from ((Kind.REMOVED, gone), (Kind.ADDED, come))


def _is_crumb(words: Sequence[str]) -> bool:
    return "\n" not in words and sum(bool(word.strip()) for word in words) <= LONE
