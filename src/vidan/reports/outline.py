"""The template of a report (mẫu báo cáo): its sections with text, figures and charts, and its tables; data, not code.

What comes with the house stands in data/reports; a Front that changes it keeps versions of its own (models/outline.py). A report
keeps the template it was opened with.
"""

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from django.conf import settings

from vidan.domain.reporting.citations import cited_names, figure_of
from vidan.domain.reporting.periods import Kind
from vidan.foundation.figures.figure import Figure, Unknown, declared

WORDS = frozenset({"year", "period", "since", "as_of", "front"})
"""What a text may cite besides figures: words of the report itself."""

ROWS = frozenset({"place", "quarter"})


class NotATemplate(ValueError):
    """A template names what is not there; the message says where."""


@dataclass(frozen=True)
class Chart:
    """Bars of one figure, by `quarter` or by `place`."""

    figure: str
    by: str
    title: str


@dataclass(frozen=True)
class Section:
    """One section; a mere heading has neither text nor figures."""

    code: str
    title: str
    text: str
    figures: tuple[str, ...]
    charts: tuple[Chart, ...]
    heading: bool


@dataclass(frozen=True)
class Table:
    """One table of the annex: its figures as columns, by `place` or by `quarter`."""

    code: str
    title: str
    rows: str
    figures: tuple[str, ...]


@dataclass(frozen=True)
class Outline:
    """A whole template."""

    kind: Kind
    title: str
    sections: tuple[Section, ...]
    tables: tuple[Table, ...]

    def section(self, code: str) -> Section | None:
        """One section by its code."""
        return next((one for one in self.sections if one.code == code), None)

    def names(self) -> tuple[str, ...]:
        """Every figure that it shows, each once; not those that texts cite."""
        told = [name for part in self.sections for name in part.figures]
        told += [chart.figure for part in self.sections for chart in part.charts]
        told += [name for table in self.tables for name in table.figures]
        return tuple(dict.fromkeys(told))


def outline_from(written: Mapping[str, Any]) -> Outline:
    """A template out of its stored form; raises NotATemplate."""
    try:
        sections = tuple(_section(told) for told in written["sections"])
        tables = tuple(
            Table(told["code"], told["title"], told["rows"], tuple(told["figures"])) for told in written["tables"]
        )
        return Outline(Kind(written["kind"]), written["title"], sections, tables)
    except (KeyError, TypeError, ValueError) as wrong:
        raise NotATemplate(f"{type(wrong).__name__}: {wrong}") from wrong


def faults(outline: Outline) -> Iterator[str]:
    """What a template names and is not there: figures, words, ways to lay a table out; codes that stand twice."""
    for code in _twice([part.code for part in outline.sections] + [table.code for table in outline.tables]):
        yield f"{code} stands twice"
    for part in outline.sections:
        shown = (*part.figures, *(chart.figure for chart in part.charts))
        yield from (f"{part.code}: no figure {name}" for name in shown if not is_figure(name))
        yield from (f"{part.code}: nothing is called {{{name}}}" for name in unknown_in(part.text))
        yield from (f"{part.code}: no chart by {chart.by}" for chart in part.charts if chart.by not in ROWS)
    for table in outline.tables:
        yield from (f"{table.code}: no figure {name}" for name in table.figures if not is_figure(name))
        if table.rows not in ROWS:
            yield f"{table.code}: no table by {table.rows}"


def unknown_in(text: str) -> tuple[str, ...]:
    """What a text cites and nobody knows."""
    return tuple(
        name for name in cited_names(text) if name not in WORDS and not (figure_of(name) and is_figure(figure_of(name)))
    )


def is_figure(name: str) -> bool:
    """Whether an app declares a figure of that name."""
    try:
        declared(name)
    except Unknown:
        return False
    return True


def figures_of(names: tuple[str, ...]) -> tuple[Figure, ...]:
    """The figures of these names; raises Unknown."""
    return tuple(declared(name) for name in names)


def supplied(kind: Kind) -> dict[str, Any]:
    """The template that comes with the house, in its stored form."""
    return _read(settings.DATA_FOLDER / "reports" / f"{kind.value}.toml")


@cache
def _read(path: Path) -> dict[str, Any]:
    told = tomllib.loads(path.read_text(encoding="utf-8"))
    for part in told["sections"]:
        part["text"] = part["text"].strip()
    return told


def _section(told: Mapping[str, Any]) -> Section:
    charts = tuple(Chart(one["figure"], one["by"], one["title"]) for one in told.get("charts", ()))
    figures = tuple(told["figures"])
    return Section(told["code"], told["title"], told["text"], figures, charts, bool(told.get("heading")))


def _twice(codes: list[str]) -> list[str]:
    return [code for n, code in enumerate(codes) if code in codes[:n]]
