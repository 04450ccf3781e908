"""The text of a plan (kế hoạch) read into its parts and the duties that it proposes; a person confirms each of them.

The text may be a scan with slips of reading or a page of a site: what is told apart by are numbers, dashes and capitals, and
words without their marks, never a whole sentence. Nothing is mended here.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field

from vidan.domain.anchoring.outline import is_heading
from vidan.domain.duties.reports import Rhythm
from vidan.domain.vietnamese.fold import fold

_NUMBERED = re.compile(
    r"(?:Phần\s+)?(?P<number>[IVX]{1,5}|\d{1,2}(?:\.\d{1,2}){0,2}|[a-zđ])\s*(?:[.)/]|[-–](?=\s))\s*(?P<words>\S.*)"
)
_DASHED = re.compile(r"[-–—+*•●▪◦]\s*(?P<words>\S.*)")
_PROGRAMME = re.compile(r"chuong trinh phoi hop so (?P<number>\d+\s?/\s?[\w/-]+)")
_YEAR = re.compile(r"\bnam (?P<year>20\d\d)\b")
_ENDS = ("noi nhan", "tm. ", "kt. ", "t/m ", "so luot nguoi xem", "tin moi hon", "tin da dua")
"""What a text begins to say, without marks, when its duties are over: who gets it, who signs, the frame of a page."""

_PURPOSES = ("muc dich", "yeu cau", "can cu")
"""A part with these words says what for, not what to do."""

_RHYTHMS = (
    (Rhythm.MONTH, ("hang thang", "moi thang")),
    (Rhythm.QUARTER, ("hang quy", "moi quy", "tung quy")),
    (Rhythm.HALF_YEAR, ("6 thang", "sau thang", "06 thang")),
    (Rhythm.YEAR, ("hang nam", "moi nam", "cuoi nam")),
)
LONGEST = 4000
"""Letters of one duty; a longer paragraph is cut, and the person sees it."""

MOST = 200
"""Duties of one plan."""


@dataclass(frozen=True)
class Proposed:
    """What one paragraph or item asks: `clause` counts the parts and what stands in them (2.3.1), `part` is the heading.

    `is_duty` is a guess: what stands in a part about purposes is proposed as no duty. Whom the words name: naming.py.
    """

    clause: str
    part: str
    words: str
    rhythm: Rhythm = Rhythm.YEAR
    is_duty: bool = True


@dataclass(frozen=True)
class PlanText:
    """What was read: the title, the year and the programme's number as they stand there, empty or None when they do not."""

    title: str = ""
    year: int | None = None
    programme: str = ""
    duties: tuple[Proposed, ...] = ()


@dataclass
class _Reading:
    """Where the reading stands: the part, how many duties it has so far, and the headings that nothing stood under yet."""

    part: str = ""
    top: str = ""
    purpose: bool = False
    count: int = 0
    dashes: int = 0
    bare: bool = False
    found: list[Proposed] = field(default_factory=list)


def read_plan(paragraphs: Iterable[str]) -> PlanText:
    """The parts and proposed duties of a plan.

    1. What stands before the first numbered heading is its title and why it is made: it proposes nothing.
    2. A number with words that read like a title begins a part; one that has nothing under it is itself a duty.
    3. Each other paragraph is a duty of its part; items after a dash, or a letter, are duties under the one before them.
    4. From the signature or the frame of the page on nothing is read.
    """
    lines = [line for line in (_tidy(line) for text in paragraphs for line in text.splitlines()) if line]
    lines = list(_until_the_end(lines))
    whole = " ".join(fold(line) for line in lines)
    title = _title(lines)
    year = _YEAR.search(fold(title)) or _YEAR.search(whole)
    programme = _PROGRAMME.search(whole)
    return PlanText(
        title=title,
        year=int(year["year"]) if year else None,
        programme=re.sub(r"\s", "", programme["number"]).upper() if programme else "",
        duties=tuple(_duties(lines))[:MOST],
    )


def _tidy(line: str) -> str:
    line = unicodedata.normalize("NFC", line).replace("\u200b", "")
    return " ".join(
        "".join(c for c in line if c.isspace() or unicodedata.category(c) not in {"Cc", "Cf", "Cs"}).split()
    )


def _until_the_end(lines: list[str]) -> Iterator[str]:
    begun = False
    for line in lines:
        begun = begun or _is_part(line)
        if begun and fold(line).startswith(_ENDS):
            return
        yield line


def _is_part(line: str) -> bool:
    found = _NUMBERED.match(line)
    return found is not None and not found["number"].islower() and is_heading(found["words"])


def _title(lines: list[str]) -> str:
    """The first line that calls itself a plan, with the lines in capitals that go on with it."""
    for place, line in enumerate(lines):
        if _is_part(line):
            return ""
        if fold(line).startswith("ke hoach"):
            told = [line]
            for after in lines[place + 1 : place + 4]:
                alone = " ".join(told)
                goes_on = len(alone) <= len("kế hoạch") or (alone.isupper() and after.isupper())
                if _is_part(after) or not goes_on:
                    break
                told.append(after)
            return " ".join(told)[:300]
    return ""


def _duties(lines: list[str]) -> list[Proposed]:
    reading = _Reading()
    for line in lines:
        if _is_part(line):
            _begin_part(reading, line)
        elif reading.top:
            _take(reading, line)
    _keep_bare(reading)
    return reading.found


def _begin_part(reading: _Reading, line: str) -> None:
    found = _NUMBERED.match(line)
    assert found is not None
    _keep_bare(reading)
    number = found["number"]
    under_roman = reading.top and reading.top.split(".")[0].isalpha() and number[0].isdigit()
    above = reading.top.split(".")[0] if under_roman else ""
    purposes = fold(found["words"]).startswith(_PURPOSES) or (
        any(one in fold(found["words"]) for one in _PURPOSES) and len(found["words"]) < 40
    )
    reading.purpose = purposes or bool(above and reading.purpose and fold(reading.part).startswith(_PURPOSES))
    reading.part, reading.top = found["words"], f"{above}.{number}" if above else number
    reading.count, reading.dashes, reading.bare = 0, 0, True


def _keep_bare(reading: _Reading) -> None:
    """A heading that nothing stood under says itself what is to be done, unless it is of purposes."""
    if reading.bare and not reading.purpose and not reading.part.isupper():
        reading.found.append(_proposed(reading, reading.top, reading.part))
    reading.bare = False


def _take(reading: _Reading, line: str) -> None:
    reading.bare = False
    dashed = _DASHED.match(line)
    lettered = None if dashed else _NUMBERED.match(line)
    is_item = dashed is not None or (lettered is not None and lettered["number"].islower())
    if is_item and reading.count:
        reading.dashes += 1
        clause = f"{reading.top}.{reading.count}.{reading.dashes}"
    else:
        reading.count, reading.dashes = reading.count + 1, 0
        clause = f"{reading.top}.{reading.count}"
    marked = dashed or lettered
    reading.found.append(_proposed(reading, clause, marked["words"] if marked else line))


def _proposed(reading: _Reading, clause: str, words: str) -> Proposed:
    plain = fold(words)
    rhythm = next((one for one, names in _RHYTHMS if any(name in plain for name in names)), Rhythm.YEAR)
    return Proposed(clause, reading.part, words[:LONGEST], rhythm=rhythm, is_duty=not reading.purpose)
