"""Marks in a text by which a teller or a case could be found: codes, days, numbers, addresses (dấu vết nhận ra người gửi).

What a machine can see, it refuses; what only a person can see (a rare disease, a known quarrel) the second reader's
checklist asks for.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from vidan.domain.vietnamese.fold import fold


class Mark(StrEnum):
    """What kind of mark was found."""

    CASE_CODE = "case_code"
    RECEIPT_CODE = "receipt_code"
    E_MAIL = "e_mail"
    DAY = "day"
    LONG_NUMBER = "long_number"
    HOUSE_NUMBER = "house_number"
    COUNTER = "counter"
    NAME = "name"


@dataclass(frozen=True)
class Trace:
    """One mark and the words it stands in."""

    mark: Mark
    words: str


PATTERNS: tuple[tuple[Mark, re.Pattern[str]], ...] = (
    (Mark.CASE_CODE, re.compile(r"\b[A-ZĐ]{2,4}-(?:19|20)\d\d-\d{1,6}\b", re.IGNORECASE)),
    (Mark.E_MAIL, re.compile(r"\S+@\S+\.\w+")),
    # Four groups of four, with at least one figure: plain words of four letters may follow each other.
    (Mark.RECEIPT_CODE, re.compile(r"\b(?=[\w -]*\d)[0-9A-Z]{4}(?:[ -][0-9A-Z]{4}){3}\b")),
    (
        Mark.DAY,
        re.compile(
            r"\b\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{2,4})?\b|\bngày \d{1,2}\b|\b(?:19|20)\d\d-\d\d-\d\d\b", re.IGNORECASE
        ),
    ),
    (Mark.LONG_NUMBER, re.compile(r"(?<!\d)\d(?:[ .]?\d){7,}(?!\d)")),
    (
        Mark.HOUSE_NUMBER,
        re.compile(r"\b(?:số nhà|hẻm|ngõ|ngách|căn hộ|phòng số|tổ|tổ dân phố) (?:số )?\d+\w*", re.IGNORECASE),
    ),
    (Mark.COUNTER, re.compile(r"\b(?:quầy|bàn|cửa|ô) (?:số )?\d+\b", re.IGNORECASE)),
)
"""In the order in which they are looked for; what one has taken, the next does not look at again."""

BETWEEN = re.compile(r"[^\w]+")


def traces(text: str, *, names: Iterable[str] = ()) -> tuple[Trace, ...]:
    """Every mark in a text, in the order of the text. `names` are people who must not be named, looked for without marks."""
    found: list[tuple[int, Trace]] = []
    left = text
    for mark, pattern in PATTERNS:
        found += [(hit.start(), Trace(mark, hit.group().strip())) for hit in pattern.finditer(left)]
        left = pattern.sub(lambda hit: "·" * len(hit.group()), left)
    folded = f" {fold(BETWEEN.sub(' ', text))} "
    found += [(len(text), Trace(Mark.NAME, name)) for name in names if name.strip() and f" {fold(name)} " in folded]
    return tuple(trace for _place, trace in sorted(found, key=lambda one: one[0]))
