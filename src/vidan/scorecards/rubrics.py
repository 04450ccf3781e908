"""The rubrics that are supplied (data/rubrics): read by name, with the columns of the tables that were published by them."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from types import MappingProxyType

from django.conf import settings

from vidan.domain.scoring.bands import Bands
from vidan.domain.scoring.rubric import Rubric, faults
from vidan.domain.scoring.written import Unreadable, bands_from, rubric_from


class NoRubric(LookupError):
    """No rubric of that name is supplied."""


@dataclass(frozen=True)
class Columns:
    """Where a published table holds what: the unit's name, what groups the units, each item's points and own maximum."""

    unit: tuple[str, ...]
    group: tuple[str, ...]
    points: Mapping[str, str]
    maxima: Mapping[str, str]


@dataclass(frozen=True)
class Supplied:
    """One file: the rubric with its bands, who issued it, how sure that is, and its table; `places` of its numbers."""

    slug: str
    title: str
    decision: str
    level: str
    years: tuple[int, int]
    source: str
    certainty: str
    rubric: Rubric
    bands: Bands | None
    columns: Columns
    places: int
    weighed: bool = True
    """Whether somebody has set the weights; where nobody has, they are equal for that reason."""


def supplied() -> tuple[Supplied, ...]:
    """All of them, by the names of their files."""
    return tuple(_read(path) for path in sorted((settings.DATA_FOLDER / "rubrics").glob("*.toml")))


def supplied_as(slug: str) -> Supplied:
    """The one of that name; raises NoRubric."""
    found = next((one for one in supplied() if one.slug == slug), None)
    if found is None:
        raise NoRubric(slug)
    return found


@cache
def _read(path: Path) -> Supplied:
    with path.open("rb") as file:
        told = tomllib.load(file)
    try:
        rubric = rubric_from({"name": told["title"], "items": told["item"], "doubts": told.get("doubts", {})})
    except Unreadable as fault:
        raise ValueError(f"{path.name}: {fault}") from fault
    wrong = faults(rubric)
    if wrong:
        raise ValueError(f"{path.name}: {wrong[0].fault} {wrong[0].code}")
    table = told.get("table", {})
    return Supplied(
        slug=path.stem,
        title=told["title"],
        decision=told["decision"],
        level=told["level"],
        years=(told["from"], told["to"]),
        source=told["source"],
        certainty=told["certainty"],
        rubric=rubric,
        bands=bands_from(told["bands"]) if "bands" in told else None,
        columns=Columns(
            unit=tuple(table.get("unit", ())),
            group=tuple(table.get("group", ())),
            points=MappingProxyType({one["code"]: one["column"] for one in told["item"] if "column" in one}),
            maxima=MappingProxyType(
                {one["code"]: one["maximum_column"] for one in told["item"] if "maximum_column" in one}
            ),
        ),
        places=table.get("places", 2),
        weighed=told.get("weighed", True),
    )
