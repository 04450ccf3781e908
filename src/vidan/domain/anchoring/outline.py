"""The outline of a Vietnamese draft: its paragraphs read into parts, chapters, sections, articles, clauses and points.

A reading is flat and in order; what stands in what follows from the levels. It does not judge the numbering: that is
numbering.py. It reads no layout: a title is told by its words alone.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum


class Level(StrEnum):
    """What a piece is, the widest first; TEXT is what stands outside of the articles."""

    TEXT = "text"
    PART = "part"
    CHAPTER = "chapter"
    SECTION = "section"
    ARTICLE = "article"
    CLAUSE = "clause"
    POINT = "point"


RANKS = {level: rank for rank, level in enumerate(Level)}
CONTAINERS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION})
ALPHABET = "abcdđeghiklmnopqrstuvxy"
"""The letters of points (điểm), in their order (Nghị định 30/2020, Phụ lục I)."""

COUNTED = "abcdefghijklmnopqrstuvwxyz"
"""The letters as a word processor counts them by itself."""

LONGEST_HEADING = 300


@dataclass(frozen=True)
class Piece:
    """One piece of a text: its level, its number as written, its heading, and the words that follow."""

    level: Level
    number: str = ""
    heading: str = ""
    text: str = ""


_ROMAN = r"[IVXLC]{1,7}"
_ONES = "nhất|một|hai|ba|tư|năm|lăm|sáu|bảy|tám|chín|mười"
_ORDINAL = rf"(?i:thứ\s+(?:{_ONES})(?:\s+(?:{_ONES}))?(?!\w))"
_AFTER = r"(?:\s*[.:–—-]\s*(?P<parted>.*)|\s+(?P<bare>.*))?$"
_PATTERNS = (
    (Level.PART, re.compile(rf"(?:Phần|PHẦN)\s+(?P<number>{_ROMAN}|\d{{1,2}}|{_ORDINAL}){_AFTER}")),
    (Level.PART, re.compile(r"(?P<number>[A-H])\.\s+(?P<parted>\S.*)$")),
    (Level.CHAPTER, re.compile(rf"(?:Chương|CHƯƠNG)\s+(?P<number>{_ROMAN}|\d{{1,2}}){_AFTER}")),
    (Level.SECTION, re.compile(rf"(?:Mục|MỤC)\s+(?P<number>{_ROMAN}|\d{{1,2}}|[A-H]){_AFTER}")),
    (Level.SECTION, re.compile(r"(?P<number>[IVX]{1,5})[.)]\s+(?P<parted>\S.*)$")),
    (Level.ARTICLE, re.compile(r"(?:Điều|ĐIỀU)\s+(?P<number>\d{1,3}[a-zđ]?)(?:\s*[.:]\s*(?P<parted>.*))?$")),
    (
        Level.POINT,
        re.compile(r"(?P<number>\d{1,2}(?:\.\d{1,2}){1,3})(?:[.)]\s+|\s+(?=[^\W\d_a-zà-ỹđ]))(?P<parted>\S.*)$"),
    ),
    (
        Level.CLAUSE,
        re.compile(r"(?P<number>\d{1,3}[a-zđ]?)(?:[.)]\s*(?P<parted>[^\d\s].*)|[.)]\s+(?P<spaced>\S.*)|[.)])$"),
    ),
    (Level.POINT, re.compile(rf"(?P<number>[{COUNTED}đ]\d?)(?:\)\s*(?P<parted>\S.*)|\.\s+(?P<spaced>\S.*)|\))$")),
)
_LEVEL_WORDS = ("Phần ", "Chương ", "Mục ", "Điều ", "Khoản ", "Điểm ", "Luật ", "Nghị ")
_APPENDIX = re.compile(r"(?:PHỤ LỤC|Phụ lục)(?:\s+(?:số\s+)?[IVXLC\d]{1,5}[A-Za-z]?)?[.:]?$")
_ENDING = re.compile(r"(?:Nơi nhận\s*:|(?:TM|KT|TUQ|TL)\.\s*[^\W\d_]+|CHỦ TỊCH$|BỘ TRƯỞNG$)")
_OPENS, _CLOSES = "“", "”"
FURTHEST_QUOTE = 60
"""A quotation that closes no sooner is a slip of the pen, not words of another text."""


def read_outline(paragraphs: Iterable[str]) -> list[Piece]:
    """The pieces of a draft, flat and in order.

    1. A paragraph that begins with a number of a level begins a piece; any other belongs to the piece before it.
    2. What follows the number is a heading where it reads like one: parts, chapters, sections (there also on the next lines,
       while they are in capitals) and articles. Else it is text.
    3. Words quoted over several paragraphs (the new wording in an amending text) begin nothing.
    4. What stands before the first number, from the signature on, and in an appendix is TEXT, until the next article, chapter
       or part.

    `read_outline(as_paragraphs(pieces)) == pieces` for what people have mended by hand, as long as the texts keep to this.
    """
    lines = [line for line in map(_tidy, _lines(paragraphs)) if line]
    quoted = _quoted(lines)
    pieces: list[Piece] = []
    for number, line in enumerate(lines):
        last = pieces[-1] if pieces else None
        begun = None if number in quoted else _begun(line, last)
        if begun is not None:
            pieces.append(begun)
        elif last is None:
            pieces.append(Piece(Level.TEXT, text=line))
        else:
            pieces[-1] = _continued(last, line)
    return pieces


def as_paragraphs(pieces: Sequence[Piece]) -> list[str]:
    """A text as read_outline() reads it back: numbers written out, a line for each paragraph."""
    lines: list[str] = []
    for piece in pieces:
        words = piece.text.split("\n") if piece.text else []
        opening = _opening(piece)
        beside = piece.heading
        if (
            words
            and not beside
            and (RANKS[piece.level] >= RANKS[Level.CLAUSE] or (opening and not is_heading(words[0])))
        ):
            beside = words.pop(0)
        lines += [line for line in (f"{opening} {beside}".strip(), *words) if line]
    return lines


def parents(pieces: Sequence[Piece]) -> list[int | None]:
    """The place of the piece that each one stands in, None for the outermost."""
    found: list[int | None] = []
    around: list[int] = []
    for place, piece in enumerate(pieces):
        while around and RANKS[pieces[around[-1]].level] >= RANKS[piece.level]:
            around.pop()
        found.append(around[-1] if around else None)
        if piece.level is not Level.TEXT:
            around.append(place)
    return found


def paths(pieces: Sequence[Piece]) -> list[str]:
    """How people name each piece: "Điều 5 khoản 2 điểm a"; a name that was used before gets its count behind it."""
    named: list[str] = []
    above = parents(pieces)
    counted: dict[str, int] = {}
    for place, piece in enumerate(pieces):
        within = above[place]
        name = _name(piece, first=place == 0)
        if within is not None and piece.level not in {Level.CHAPTER, Level.ARTICLE}:
            name = f"{named[within]} {name}"
        counted[name] = counted.get(name, 0) + 1
        named.append(name if counted[name] == 1 else f"{name} ({counted[name]})")
    return named


def is_heading(words: str) -> bool:
    """Whether words read like a title: in capitals, or short and without the mark that ends a sentence."""
    if not words or len(words) > LONGEST_HEADING:
        return False
    return words.isupper() or not words.endswith((".", ";", ":", ","))


def _lines(paragraphs: Iterable[str]) -> Iterator[str]:
    for paragraph in paragraphs:
        yield from paragraph.splitlines()


def _tidy(line: str) -> str:
    return " ".join(unicodedata.normalize("NFC", line).replace("\u200b", "").split())


def _quoted(lines: Sequence[str]) -> set[int]:
    """The places of lines that lie in a quotation begun on this or an earlier line."""
    inside: set[int] = set()
    for place, line in enumerate(lines):
        if place in inside or line.count(_OPENS) <= line.count(_CLOSES):
            continue
        ahead = range(place + 1, min(len(lines), place + FURTHEST_QUOTE))
        end = next(
            (further for further in ahead if lines[further].count(_CLOSES) > lines[further].count(_OPENS)), place
        )
        inside.update(range(place + 1, end + 1))
    return inside


def _begun(line: str, last: Piece | None) -> Piece | None:
    """The piece that a line begins, None when it goes on with the last one."""
    if _APPENDIX.match(line):
        return Piece(Level.TEXT, heading=line)
    in_text = last is not None and last.level is Level.TEXT
    if not in_text and last is not None and _ENDING.match(line):
        return Piece(Level.TEXT, text=line)
    for level, pattern in _PATTERNS:
        found = pattern.match(line)
        if found is None:
            continue
        told = found.groupdict()
        if not _stands(told.get("bare") or ""):
            continue
        if _after_the_end(last) and RANKS[level] > RANKS[Level.ARTICLE]:
            return None
        return _made(level, told["number"], told.get("parted") or told.get("bare") or told.get("spaced") or "")
    return None


def _after_the_end(last: Piece | None) -> bool:
    """Whether we are in an appendix or behind the signature, where small numbers count other things."""
    if last is None or last.level is not Level.TEXT:
        return False
    return bool(last.heading) or _ENDING.match(last.text) is not None


def _stands(bare: str) -> bool:
    """Whether words straight after a number, with no mark between, are a title and not the rest of a sentence."""
    if not bare or bare.isupper():
        return True
    return bare[0].isupper() and is_heading(bare) and not bare.startswith(_LEVEL_WORDS)


def _made(level: Level, number: str, words: str) -> Piece:
    number = " ".join(number.lower().split()) if number.lower().startswith("thứ") else number
    if RANKS[level] <= RANKS[Level.ARTICLE] and is_heading(words):
        return Piece(level, number, heading=words)
    return Piece(level, number, text=words)


def _continued(last: Piece, line: str) -> Piece:
    """The last piece with one more line: of its heading, or of its text."""
    if last.level in CONTAINERS and not last.text and is_heading(line):
        if not last.heading:
            return replace(last, heading=line)
        if last.heading.isupper() and line.isupper():
            return replace(last, heading=f"{last.heading} {line}")
    return replace(last, text=f"{last.text}\n{line}" if last.text else line)


_OPENINGS = {
    Level.TEXT: "",
    Level.PART: "Phần {}.",
    Level.CHAPTER: "Chương {}.",
    Level.SECTION: "Mục {}.",
    Level.ARTICLE: "Điều {}.",
    Level.CLAUSE: "{}.",
    Level.POINT: "{})",
}
_NAMES = {
    Level.PART: "Phần {}",
    Level.CHAPTER: "Chương {}",
    Level.SECTION: "Mục {}",
    Level.ARTICLE: "Điều {}",
    Level.CLAUSE: "khoản {}",
    Level.POINT: "điểm {}",
}


def _opening(piece: Piece) -> str:
    return _OPENINGS[piece.level].format(piece.number)


def _name(piece: Piece, *, first: bool) -> str:
    if piece.level is Level.TEXT:
        if piece.heading:
            return f"Phụ lục{piece.heading[len('Phụ lục') :]}".rstrip(".:")
        return "Lời dẫn" if first else "Lời kết"
    return _NAMES[piece.level].format(piece.number)
