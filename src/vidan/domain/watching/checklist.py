"""The checklist that an official survey is held against: its items, where each comes from, and how findings are counted."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any


class Origin(Enum):
    """Where an item comes from: the plan of the Front, an official method of surveying, or the programme itself."""

    PLAN = "plan"
    METHOD = "method"
    OWN = "own"


class Found(Enum):
    """What was found of an item; what nobody has looked at is not known."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    UNKNOWN = "unknown"


@dataclass(frozen=True)
class Item:
    """One thing that a survey to be trusted does, in both languages, with a hint how it is seen."""

    code: str
    words: str
    words_en: str
    hint: str
    hint_en: str
    origin: Origin
    source: str


@dataclass(frozen=True)
class Checklist:
    """One version of the checklist."""

    version: str
    items: tuple[Item, ...]


class Unusable(ValueError):
    """A checklist cannot be used; the message says where."""


def checklist_from(told: Mapping[str, Any]) -> Checklist:
    """The checklist as it is written in data and kept beside a survey; raises Unusable."""
    version, rows = told.get("version"), told.get("item")
    if not isinstance(version, str) or not version or not isinstance(rows, list) or not rows:
        raise Unusable("a checklist has a version and items")
    items = tuple(_item(row) for row in rows)
    twice = [code for code, n in Counter(item.code for item in items).items() if n > 1]
    if twice:
        raise Unusable(f"twice: {', '.join(twice)}")
    return Checklist(version, items)


def _item(row: Mapping[str, Any]) -> Item:
    code = row.get("code", "")
    words = {name: row.get(name, "") for name in ("code", "words", "words_en", "hint", "hint_en", "source")}
    missing = [name for name, text in words.items() if not isinstance(text, str) or not text]
    if missing and missing != ["source"]:
        raise Unusable(f"{code}: without {', '.join(missing)}")
    try:
        origin = Origin(row.get("origin"))
    except ValueError:
        raise Unusable(f"{code}: unknown origin {row.get('origin')}") from None
    if (origin is Origin.OWN) != bool(missing):
        raise Unusable(f"{code}: an item has its source, or is the programme's own")
    return Item(**words, origin=origin)


def to_written(checklist: Checklist) -> dict[str, Any]:
    """As plain values, in the form that is kept beside a survey; checklist_from() reads it back."""
    rows = [{**vars(item), "origin": item.origin.value} for item in checklist.items]
    return {"version": checklist.version, "item": rows}


def counted(checklist: Checklist, findings: Mapping[str, Found]) -> dict[Found, int]:
    """How many items stand at each finding; an item without one is not known."""
    told = Counter(findings.get(item.code, Found.UNKNOWN) for item in checklist.items)
    return {found: told[found] for found in Found}


def having(checklist: Checklist, findings: Mapping[str, Found], found: Found) -> Iterable[Item]:
    """The items that stand at a finding, in the order of the checklist."""
    return (item for item in checklist.items if findings.get(item.code, Found.UNKNOWN) is found)
