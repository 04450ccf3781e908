"""Bảng kiểm by topic, read from data/oversight/checklists.toml: what is looked at on the day of work."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from django.conf import settings
from django.utils.translation import get_language

from vidan.oversight.inspection_kinds import InspectionKind


@dataclass(frozen=True)
class Item:
    """One thing to look at; `code` is stable within its checklist."""

    code: str
    text: str
    text_en: str

    @property
    def words(self) -> str:
        """What is looked at, in the reader's language."""
        return self.text_en if _english() else self.text


@dataclass(frozen=True)
class Checklist:
    """The items of one topic; `kinds` says whether inspections, supervisions or both use it."""

    topic: str
    title: str
    title_en: str
    kinds: tuple[str, ...]
    items: tuple[Item, ...]

    @property
    def words(self) -> str:
        """The title in the reader's language."""
        return self.title_en if _english() else self.title

    def item(self, code: str) -> Item | None:
        """The item of a code."""
        return next((one for one in self.items if one.code == code), None)


def checklist(topic: str) -> Checklist | None:
    """The checklist of a topic, None when there is none of that name."""
    return all_checklists().get(topic)


def checklists_of(kind: InspectionKind) -> list[Checklist]:
    """The checklists that a kind uses, in the order of the file."""
    return [one for one in all_checklists().values() if kind in one.kinds]


def all_checklists() -> Mapping[str, Checklist]:
    """Every checklist by its topic."""
    return _read(settings.DATA_FOLDER / "oversight" / "checklists.toml")


@cache
def _read(path: Path) -> Mapping[str, Checklist]:
    with path.open("rb") as file:
        rows = tomllib.load(file)["checklist"]
    made = {
        row["topic"]: Checklist(
            row["topic"],
            row["title"],
            row["title_en"],
            tuple(row["kinds"]),
            tuple(Item(**item) for item in row["item"]),
        )
        for row in rows
    }
    return MappingProxyType(made)


def _english() -> bool:
    return (get_language() or "").startswith("en")
