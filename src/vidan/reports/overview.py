"""The year on one page for the head (một năm trên một trang): tiles of figures, what changed this week; one query."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from vidan.foundation.figures.figure import Figure, Scope, Value, declared, read_spans
from vidan.foundation.figures.records import records_of
from vidan.reports.outline import NotATemplate, is_figure

WEEK = timedelta(days=6)


@dataclass(frozen=True)
class Shown:
    """One figure of a tile: its number of the year and of the week, and its list."""

    figure: Figure
    value: Value
    week: int
    records: str


@dataclass(frozen=True)
class Tile:
    """One tile: the first figure is the large one."""

    code: str
    title: str
    figures: tuple[Shown, ...]


@dataclass(frozen=True)
class Overview:
    """The year so far, and the figures that moved in the last seven days."""

    scope: Scope
    week: Scope
    tiles: tuple[Tile, ...]

    @property
    def moved(self) -> list[Shown]:
        """What changed this week, each figure once."""
        seen = {one.figure.name: one for tile in self.tiles for one in tile.figures if one.week}
        return list(seen.values())


def overview(fronts: frozenset[int], today: date) -> Overview:
    """The tiles of some Fronts up to today; one query for all of them."""
    year = Scope(date(today.year, 1, 1), today, fronts)
    week = Scope(today - WEEK, today, fronts)
    written = tiles_written()
    names = dict.fromkeys(name for tile in written for name in tile["figures"])
    values = read_spans(names, {"year": year, "week": week})

    def shown(name: str) -> Shown:
        figure = declared(name)
        week_count = values["week"][name].count
        return Shown(figure, values["year"][name], week_count, records_of(figure, year.since, year.until))

    tiles = tuple(Tile(one["code"], one["title"], tuple(map(shown, one["figures"]))) for one in written)
    return Overview(year, week, tiles)


def tiles_written() -> list[dict[str, Any]]:
    """The tiles of data/reports/desk.toml; raises NotATemplate for a figure that no app declares."""
    tiles = _read(settings.DATA_FOLDER / "reports" / "desk.toml")
    for tile in tiles:
        for name in tile["figures"]:
            if not is_figure(name):
                raise NotATemplate(f"{tile['code']}: no figure {name}")
    return tiles


@cache
def _read(path: Path) -> list[dict[str, Any]]:
    told: list[dict[str, Any]] = tomllib.loads(path.read_text(encoding="utf-8"))["tiles"]
    return told
