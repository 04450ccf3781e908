"""What differs between two versions of a rubric, by the codes of the items."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from vidan.domain.scoring.rubric import Criterion, Rubric


class Kind(StrEnum):
    """What became of an item."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True)
class Difference:
    """One property of an item: its name in Criterion, or `parent`, what it was and what it is."""

    name: str
    was: Any
    now: Any


@dataclass(frozen=True)
class Change:
    """One item that was added, removed or changed; `differences` only of a changed one."""

    kind: Kind
    item: Criterion
    differences: tuple[Difference, ...] = ()


PROPERTIES = ("title", "maximum", "method", "may_not_apply", "scorer", "evidence", "block", "cap", "figure")
"""What is compared besides the place in the tree."""


def changes(was: Rubric, now: Rubric) -> list[Change]:
    """What was removed, in the old order, then what was added or changed, in the new; the order of items is no change."""
    before, after = dict(_by_code(was)), dict(_by_code(now))
    found = [Change(Kind.REMOVED, item) for code, (item, _parent) in before.items() if code not in after]
    for code, (item, parent) in after.items():
        if code not in before:
            found.append(Change(Kind.ADDED, item))
            continue
        old, old_parent = before[code]
        differences = (
            *([Difference("parent", old_parent, parent)] if old_parent != parent else []),
            *(
                Difference(name, getattr(old, name), getattr(item, name))
                for name in PROPERTIES
                if getattr(old, name) != getattr(item, name)
            ),
        )
        if differences:
            found.append(Change(Kind.CHANGED, item, differences))
    return found


def _by_code(rubric: Rubric) -> Iterator[tuple[str, tuple[Criterion, str]]]:
    for top in rubric.fields:
        yield top.code, (top, "")
    for node in rubric.walk():
        for child in node.children:
            yield child.code, (child, node.code)
