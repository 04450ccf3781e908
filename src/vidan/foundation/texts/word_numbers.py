"""The numbers that Word counts by itself, written out as they read on paper (ECMA-376 part 1, 17.9)."""

import re
from dataclasses import dataclass, field
from string import ascii_lowercase

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
DEEPEST = 9
"""Levels of a list, and steps that styles may lead to one another."""

HIGHEST = 9999
"""A count beyond is no number of a law; it would only make long words."""

ROMAN = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"), (40, "xl"), (10, "x"),
         (9, "ix"), (5, "v"), (4, "iv"), (1, "i"))  # fmt: skip


def value(element: "etree._Element | None") -> str:
    """The w:val of an element, empty without one."""
    return "" if element is None else element.get(f"{W}val", "")


@dataclass(frozen=True)
class Step:
    """One level of a list: how its number is written, and where it begins."""

    form: str = "decimal"
    text: str = ""
    start: int = 1


@dataclass
class Numbers:
    """Counts the numbered paragraphs of one document, in its order."""

    numbering: "etree._Element | None"
    styles: "etree._Element | None"
    lists: dict[str, str] = field(default_factory=dict)
    steps: dict[str, dict[int, Step]] = field(default_factory=dict)
    restarts: dict[str, dict[int, int]] = field(default_factory=dict)
    by_style: dict[str, tuple[str, str, str]] = field(default_factory=dict)
    counts: dict[str, list[int | None]] = field(default_factory=dict)

    def __post_init__(self) -> None:
        for one in () if self.numbering is None else self.numbering.iterchildren(f"{W}abstractNum"):
            levels = {_whole(level.get(f"{W}ilvl")): _step(level) for level in one.iterchildren(f"{W}lvl")}
            self.steps[one.get(f"{W}abstractNumId", "")] = levels
        for one in () if self.numbering is None else self.numbering.iterchildren(f"{W}num"):
            name = one.get(f"{W}numId", "")
            self.lists[name] = value(one.find(f"{W}abstractNumId"))
            self.restarts[name] = {
                _whole(over.get(f"{W}ilvl")): _whole(value(over.find(f"{W}startOverride")))
                for over in one.iterchildren(f"{W}lvlOverride")
                if over.find(f"{W}startOverride") is not None
            }
        for one in () if self.styles is None else self.styles.iterchildren(f"{W}style"):
            told = one.find(f"{W}pPr/{W}numPr")
            number, level = ("", "") if told is None else _told(told)
            self.by_style[one.get(f"{W}styleId", "")] = (number, level, value(one.find(f"{W}basedOn")))

    def of(self, paragraph: "etree._Element") -> str:
        """The number that stands before a paragraph, counting it; empty where it has none."""
        number, level = self._list_of(paragraph)
        steps = self.steps.get(self.lists.get(number, ""), {})
        if level not in steps:
            return ""
        counts = self._counted(number, level, steps)
        step = steps[level]
        if step.form == "bullet":
            return "-"
        return re.sub(r"%([1-9])", lambda found: _shown(counts, int(found[1]) - 1, steps), step.text).strip()

    def _list_of(self, paragraph: "etree._Element") -> tuple[str, int]:
        """The list and level of a paragraph: its own, else that of its style and those the style is based on."""
        told = paragraph.find(f"{W}pPr/{W}numPr")
        number, level = ("", "") if told is None else _told(told)
        style = value(paragraph.find(f"{W}pPr/{W}pStyle"))
        for _step_down in range(DEEPEST):
            if number or style not in self.by_style:
                break
            number, of_style, style = self.by_style[style]
            level = level or of_style
        return number, _whole(level)

    def _counted(self, number: str, level: int, steps: dict[int, Step]) -> list[int | None]:
        """The counts of all levels with this paragraph; deeper ones begin anew. Lists made from one share their counts."""
        counts = self.counts.setdefault(self.lists[number], [None] * DEEPEST)
        for over, start in self.restarts.pop(number, {}).items():
            if over < DEEPEST:
                counts[over] = start - 1
        before = counts[level]
        counts[level] = steps[level].start if before is None else min(before + 1, HIGHEST)
        counts[level + 1 :] = [None] * (DEEPEST - level - 1)
        return counts


def _told(told: "etree._Element") -> tuple[str, str]:
    return value(told.find(f"{W}numId")), value(told.find(f"{W}ilvl"))


def _step(level: "etree._Element") -> Step:
    form = value(level.find(f"{W}numFmt")) or "decimal"
    return Step(form, value(level.find(f"{W}lvlText"))[:60], _whole(value(level.find(f"{W}start")), usual=1))


def _whole(text: str | None, *, usual: int = 0) -> int:
    return min(int(text), HIGHEST) if text and text.isascii() and text.isdecimal() else usual


def _shown(counts: list[int | None], level: int, steps: dict[int, Step]) -> str:
    step = steps.get(level, Step())
    count = counts[level] if level < DEEPEST else None
    return _written(step.start if count is None else count, step.form)


def _written(count: int, form: str) -> str:
    if form in {"lowerLetter", "upperLetter"} and count > 0:
        letters = ascii_lowercase[(count - 1) % 26] * ((count - 1) // 26 + 1)
        return letters if form == "lowerLetter" else letters.upper()
    if form in {"lowerRoman", "upperRoman"}:
        return _roman(count) if form == "lowerRoman" else _roman(count).upper()
    return "" if form == "none" else f"{count:02}" if form == "decimalZero" else str(count)


def _roman(count: int) -> str:
    written = ""
    for step, letters in ROMAN:
        times, count = divmod(count, step)
        written += letters * times
    return written
