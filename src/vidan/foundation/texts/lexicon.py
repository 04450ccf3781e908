"""The counts of Vietnamese syllables, word pairs and names of bodies, read once from data/vietnamese."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

from vidan.domain.vietnamese.lexicon import Lexicon


@cache
def lexicon() -> Lexicon:
    """The lexicon that `script/lexicon` counted."""
    folder = settings.DATA_FOLDER / "vietnamese"
    bodies = (tuple(line.split()) for line in _lines(folder / "bodies.txt") if not line.startswith("#"))
    return Lexicon(
        syllables=frozenset(_lines(folder / "syllables.txt")),
        follows=dict(_follows(line) for line in _lines(folder / "pairs.txt")),
        bodies=tuple(sorted(bodies, key=len, reverse=True)),
    )


def _lines(path: Path) -> Iterator[str]:
    yield from path.read_text(encoding="utf-8").splitlines()


def _follows(line: str) -> tuple[str, dict[str, int]]:
    left, *rest = line.split("\t")
    return left, {right: int(count) for right, _blank, count in (one.rpartition(" ") for one in rest)}
