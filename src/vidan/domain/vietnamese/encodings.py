"""Files and texts of unknown encoding put into Unicode, with what is doubtful about it told.

A file is UTF-8, UTF-16 with its mark, windows-1258, or bytes of an old code (TCVN3, VNI); a text may hold lines of several codes,
as pages do that were put together from the files of many offices.
"""

import codecs
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from vidan.domain.vietnamese.old_codes import FEWEST, READ_RIGHT, READ_WRONG, OldCode, decode, share_read, telling_words
from vidan.domain.vietnamese.written_one_way import composed


@dataclass(frozen=True)
class InUnicode:
    """A text in Unicode, composed; the codes it was in, and the numbers of the lines (from 0) that are doubtful.

    `as_written` is the text before its letters were composed, where it was in Unicode already.
    """

    text: str
    codes: frozenset[str] = frozenset()
    doubts: tuple[int, ...] = ()
    as_written: str = field(default="", compare=False)


WINDOWS = "windows-1258"
_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_bytes(data: bytes) -> InUnicode:
    """The text of a file; bytes that no encoding explains become replacement marks, and their lines are doubtful."""
    text = _unicode(data)
    if text is not None:
        return read_text(text)
    windows = composed(data.decode("cp1258", errors="replace"))
    if share_read(telling_words(windows), None) >= READ_RIGHT:
        return InUnicode(windows, frozenset({WINDOWS}), _few(windows))
    old = read_text(data.decode("latin-1"))
    if old.codes:
        return old
    return InUnicode(windows, frozenset({WINDOWS}), tuple(_telling_lines(windows)))


def read_text(text: str) -> InUnicode:
    """The text with each line of an old code put into Unicode.

    A line with few words follows the code that longer ones tell for sure; where none does, it stays as it is and is doubtful.
    """
    lines = text.splitlines(keepends=True)
    told = [_code(line) for line in lines]
    sure = _sure(zip(lines, told, strict=True))
    doubts = [number for number, code in enumerate(told) if code not in sure and code is not None]
    read = [
        decode(line, code) if code in sure and code is not None else line
        for line, code in zip(lines, told, strict=True)
    ]
    return InUnicode(composed("".join(read)), frozenset(sure), tuple(doubts), text)


def _unicode(data: bytes) -> str | None:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), "utf-8")
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None


def _code(line: str) -> OldCode | None:
    """The old code in which the words of one line read best, if they read badly as they are."""
    words = telling_words(line)
    if not words or share_read(words, None) > READ_WRONG:
        return None
    shares: Mapping[OldCode, float] = {code: share_read(words, code) for code in OldCode}
    best = max(OldCode, key=lambda code: shares[code])
    return best if shares[best] >= READ_RIGHT and list(shares.values()).count(shares[best]) == 1 else None


def _sure(told: Iterable[tuple[str, OldCode | None]]) -> set[OldCode]:
    words: dict[OldCode, list[str]] = defaultdict(list)
    for line, code in told:
        if code is not None:
            words[code] += telling_words(line)
    return {code for code, found in words.items() if len(found) >= FEWEST}


def _few(text: str) -> tuple[int, ...]:
    """Every line with a letter that tells, where all together are too few to be sure."""
    return tuple(_telling_lines(text)) if len(telling_words(text)) < FEWEST else ()


def _telling_lines(text: str) -> list[int]:
    return [number for number, line in enumerate(text.splitlines()) if telling_words(line)]
