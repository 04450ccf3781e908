"""How a piece of a draft is marked where it stands: `Điều 5.`, `2.`, `a)`. A draft is Vietnamese, whoever reads it."""

from vidan.consultations.kinds import Level

WORDS = {Level.PART: "Phần", Level.CHAPTER: "Chương", Level.SECTION: "Mục", Level.ARTICLE: "Điều"}
CONTAINERS = frozenset({Level.PART, Level.CHAPTER, Level.SECTION})
INSIDE = frozenset({Level.CLAUSE, Level.POINT})
"""Levels that stand inside an article."""


def mark(level: str, number: str) -> str:
    """The mark of a piece; nothing for words without a number."""
    if not number:
        return ""
    match Level(level):
        case Level.TEXT:
            return ""
        case Level.CLAUSE:
            return f"{number}."
        case Level.POINT:
            return f"{number})"
        case Level.ARTICLE:
            return f"Điều {number}."
        case other:
            return f"{WORDS[other]} {number}"
