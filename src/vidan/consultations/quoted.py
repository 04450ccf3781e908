"""Finding the passage (đoạn) that somebody selected on screen in the words of a piece. Pure."""

import re
from dataclasses import dataclass
from itertools import takewhile

CONTEXT = 60
"""Letters kept before and after a quote, by which it is told from the same words elsewhere."""

LONGEST = 500
"""Letters of a passage; who speaks of more speaks of the whole piece."""


@dataclass(frozen=True)
class Quoted:
    """A passage as it stands in the piece, with what stands around it."""

    quote: str
    before: str
    after: str


def find_quote(text: str, selected: str, before: str = "") -> Quoted | None:
    """The one place of the selected words in the text; None when there is none, or more than one.

    A browser gives line ends and several blanks as it likes, so any white space stands for any other. `before` is what the
    page had in front of the selection; it is only asked where the words stand more than once.
    """
    words = selected.split()
    if not words or len(selected) > LONGEST:
        return None
    found = list(re.finditer(r"\s+".join(map(re.escape, words)), text))
    if len(found) > 1:
        alike = [_common_end(text[: one.start()], before) for one in found]
        found = [one for one, length in zip(found, alike, strict=True) if length == max(alike)]
    if len(found) != 1:
        return None
    start, end = found[0].span()
    return Quoted(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT])


def _common_end(one: str, other: str) -> int:
    """How many letters two texts have alike at their ends, white space put together."""
    pairs = zip(reversed(" ".join(one.split())), reversed(" ".join(other.split())), strict=False)
    return sum(1 for _pair in takewhile(lambda pair: pair[0] == pair[1], pairs))
