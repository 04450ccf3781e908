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
"""Longer stretches are compared without their most frequent words as landmarks: nearly as well, and much faster."""

LONE = 1
"""So few words that stay between changes only break a sentence into crumbs; they count as changed too."""


def compare(old: str, new: str) -> list[Run]:
    """The runs that make the new text out of the old: kept and removed give the old one, kept and added the new one."""
    runs: list[Run] = []
    for kind, words in _smoothed(list(_changes(_words(old), _words(new)))):
        if words:
            runs.append(Run(kind, "".join(words)))
    return runs


def _words(text: str) -> list[str]:
    """Words with the blanks behind them; marks are words of their own."""
    return re.findall(r"\w+[^\S\n]*|[^\w\s][^\S\n]*|\n|[^\S\n]+", text)


Change = tuple[Kind, list[str]]


def _changes(old: Sequence[str], new: Sequence[str]) -> Iterator[Change]:
    same = [word.rstrip() or word for word in old], [word.rstrip() or word for word in new]
    matcher = SequenceMatcher(None, *same, autojunk=max(len(old), len(new)) > MOST_WORDS)
    for _tag, old_from, old_to, new_from, new_to in matcher.get_opcodes():
        gone, come = list(old[old_from:old_to]), list(new[new_from:new_to])
        if gone == come:
            yield Kind.KEPT, gone
        elif _tag == "equal":
            yield from _by_blanks(gone, come)
        else:
            yield Kind.REMOVED, gone
            yield Kind.ADDED, come


def _by_blanks(gone: Sequence[str], come: Sequence[str]) -> Iterator[Change]:
    """The same words with other blanks behind some of them."""
    for same, pairs in groupby(zip(gone, come, strict=True), key=lambda pair: pair[0] == pair[1]):
        told = list(pairs)
        if same:
            yield Kind.KEPT, [one for one, _other in told]
        else:
            yield Kind.REMOVED, [one for one, _other in told]
            yield Kind.ADDED, [other for _one, other in told]


def _smoothed(changes: Sequence[Change]) -> Iterator[Change]:
    """The changes with their neighbours joined: first what goes, then what comes."""
    gone: list[str] = []
    come: list[str] = []
    for place, (kind, words) in enumerate(changes):
        inside = 0 < place < len(changes) - 1 and bool(gone) and bool(come)
        if kind is Kind.KEPT and not (inside and len(words) <= LONE and words != ["\n"]):
            yield from ((Kind.REMOVED, gone), (Kind.ADDED, come), (Kind.KEPT, words))
            gone, come = [], []
        else:
            gone += words if kind is not Kind.ADDED else []
            come += words if kind is not Kind.REMOVED else []
    yield from ((Kind.REMOVED, gone), (Kind.ADDED, come))
