"""What a new edition (bản đính chính) changes in a report: figures, texts and tables, side by side."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Any


class What(StrEnum):
    """What kind of thing changed."""

    FIGURE = "figure"
    TEXT = "text"
    CELL = "cell"
    CUT_OFF = "cut_off"


@dataclass(frozen=True)
class Change:
    """One change: what, where it stands in words, and how it reads in both editions; empty where there was, or is, nothing."""

    what: What
    where: str
    was: str
    now: str


NOTHING: Mapping[str, str] = MappingProxyType({"written": "", "text": ""})


def changes(old: Mapping[str, Any], new: Mapping[str, Any]) -> tuple[Change, ...]:
    """What changed from one content to the next, in the order of the report; a figure cited in two places is told once."""
    return (*_cut_off(old, new), *_figures(old, new), *_texts(old, new), *_cells(old, new))


def _cut_off(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    if old["cut_off"] != new["cut_off"]:
        yield Change(What.CUT_OFF, "", old["cut_off"], new["cut_off"])


def _figures(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = _shown(old), _shown(new)
    for name in {**before, **after}:
        was, now = before.get(name, ("", ""))[1], after.get(name, ("", ""))[1]
        if was != now:
            yield Change(What.FIGURE, (after.get(name) or before[name])[0], was, now)


def _shown(content: Mapping[str, Any]) -> dict[str, tuple[str, str]]:
    return {one["name"]: (one["label"], one["shown"]) for part in content["sections"] for one in part["figures"]}


def _texts(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before = {part["code"]: part for part in old["sections"]}
    after = {part["code"]: part for part in new["sections"]}
    for code in {**before, **after}:
        was, now = before.get(code, NOTHING), after.get(code, NOTHING)
        if was["written"] != now["written"]:  # one that only follows its figures is told by these
            yield Change(What.TEXT, (after.get(code) or before[code])["title"], was["text"], now["text"])


def _cells(old: Mapping[str, Any], new: Mapping[str, Any]) -> Iterator[Change]:
    before, after = dict(_all_cells(old["tables"])), dict(_all_cells(new["tables"]))
    for where in {**before, **after}:
        was, now = before.get(where, ""), after.get(where, "")
        if was != now:
            yield Change(What.CELL, " · ".join(where), was, now)


def _all_cells(tables: Sequence[Mapping[str, Any]]) -> Iterator[tuple[tuple[str, str, str], str]]:
    for table in tables:
        for row in table["rows"]:
            for column, cell in zip(table["columns"], row["cells"], strict=True):
                yield (table["title"], row["label"], column["label"]), cell["shown"]
