"""The content of a report: plain values, in Vietnamese, from which every form of it is drawn and over which its digest is.

Frozen at approval; while a report is drafted it is put together anew each time, from the figures of now or from numbers that
were counted beforehand.
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import override

from vidan.domain.reporting.citations import Filled, cited_names, figure_of, fill
from vidan.domain.reporting.periods import Period
from vidan.foundation.figures.figure import HUNDREDTHS, Figure, Value, declared, facts_behind
from vidan.foundation.figures.words import share_words, value_words
from vidan.foundation.ui.numbers import whole
from vidan.foundation.units.models import Unit
from vidan.reports.covered import ELSEWHERE, Covered, covered_by
from vidan.reports.kinds import period_words, quarter_words
from vidan.reports.numbers import Numbers, count
from vidan.reports.outline import Chart, Outline, Section, Table, is_figure

FORM = 1
"""The version of this form; a reader refuses another."""

GAP = "…"
"""Stands in a text for a number that is not counted yet."""


@dataclass(frozen=True)
class Brief:
    """What a content is made of: whose report, of which period, up to which day, by which template and with which texts.

    `numbers` are those of all figures, where they were counted beforehand, on the day `counted_on`; without them they are
    counted when the content is made.
    """

    front: Unit
    period: Period
    cut_off: date
    below: bool
    outline: Outline
    texts: Mapping[str, str]
    code: str = ""
    edition: int = 1
    corrects: str = ""
    numbers: Numbers | None = None
    counted_on: date | None = None


@dataclass(frozen=True)
class Made:
    """A content, the numbers it was made of, what is covered, and how each citation reads."""

    content: dict[str, Any]
    numbers: Numbers
    covered: Covered
    known: Mapping[str, str]
    shown: Sequence[Figure] = field(default=())


@override("vi")  # an official report is Vietnamese, whatever language its officer reads
def make(brief: Brief) -> Made:
    """Put a report together; one query for its numbers, none where they were counted beforehand."""
    cited = [figure_of(name) for text in _texts(brief) for name in cited_names(text)]
    shown = tuple(declared(name) for name in brief.outline.names())
    figures = {figure.name: figure for figure in shown}
    figures |= {name: declared(name) for name in cited if name and is_figure(name)}
    covered = covered_by(brief.front.pk, brief.cut_off, below=brief.below)
    if brief.numbers is None:
        numbers = count(figures.values(), covered, brief.period, brief.cut_off)
    else:
        numbers = brief.numbers.of_facts(facts_behind(figures.values()))
    known = words_of(brief) | readings(figures.values(), numbers)
    return Made(_content(brief, known, numbers, covered), numbers, covered, known, shown)


@override("vi")
def make_without_numbers(brief: Brief) -> Made:
    """The same before its numbers are counted: its texts with a gap for each of them, and neither figures nor tables."""
    sections = tuple(replace(part, figures=(), charts=()) for part in brief.outline.sections)
    bare = replace(brief, outline=replace(brief.outline, sections=sections, tables=()))
    covered = covered_by(brief.front.pk, brief.cut_off, below=brief.below)
    known = words_of(brief)
    gaps = {name: GAP for text in _texts(brief) for name in cited_names(text) if figure_of(name)}
    return Made(_content(bare, gaps | known, Numbers(), covered), Numbers(), covered, known)


def _texts(brief: Brief) -> tuple[str, ...]:
    """Every text that may cite something: the title, then each section's."""
    return (brief.outline.title, *(brief.texts.get(part.code, part.text) for part in brief.outline.sections))


def _content(brief: Brief, known: Mapping[str, str], numbers: Numbers, covered: Covered) -> dict[str, Any]:
    outline = brief.outline
    title, *texts = _texts(brief)
    quarters = brief.period.quarters(brief.cut_off)
    return {
        "form": FORM,
        "code": brief.code,
        "edition": brief.edition,
        "corrects": brief.corrects,
        "kind": brief.period.kind.value,
        "year": brief.period.year,
        "part": brief.period.part,
        "title": fill(title, known).text,
        "period": period_words(brief.period),
        "front": {"slug": brief.front.slug, "name": brief.front.name, "short_name": brief.front.short_name},
        "below": brief.below,
        "since": brief.period.since.isoformat(),
        "until": brief.period.until.isoformat(),
        "cut_off": brief.cut_off.isoformat(),
        "words": words_of(brief),
        "sections": [
            _section(part, text, known, numbers, covered, quarters)
            for part, text in zip(outline.sections, texts, strict=True)
        ],
        "tables": [_table(table, numbers, covered, quarters) for table in outline.tables],
    }


def digest_of(content: Mapping[str, Any]) -> str:
    """SHA-256 over the content in a fixed order, as hexadecimal."""
    text = json.dumps(content, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode()).hexdigest()


def fill_in(text: str, known: Mapping[str, str]) -> Filled:
    """A text with its numbers in place; what tells of nothing is not told."""
    nought = (whole(0), whole(0, HUNDREDTHS), share_words(0, 0))
    return fill(text, known, nought=nought, instead=_("Trong kỳ chưa phát sinh."))


def words_of(brief: Brief) -> dict[str, str]:
    """The report's own words that texts may cite."""
    return {
        "year": str(brief.period.year),
        "period": period_words(brief.period),
        "since": f"{brief.period.since:%d/%m/%Y}",
        "as_of": f"{brief.cut_off:%d/%m/%Y}",
        "front": brief.front.name,
    }


def readings(figures: Any, numbers: Numbers) -> dict[str, str]:
    """How every citation of some figures reads."""
    told = {}
    for figure in figures:
        value = numbers.value(figure)
        told[figure.name] = whole(value.count, figure.scale)
        if value.total is not None:
            told[f"{figure.name}.total"] = whole(value.total, figure.scale)
            told[f"{figure.name}.share"] = share_words(value.count, value.total)
    return told


def _scaled(figure: Figure) -> dict[str, int]:
    """How a machine reads its counts, where they are not whole."""
    return {} if figure.scale == 1 else {"scale": figure.scale}


def _cell(value: Value) -> dict[str, Any]:
    return {"count": value.count, "total": value.total, "shown": value.words}


def _figure(figure: Figure, value: Value) -> dict[str, Any]:
    share = None if value.share is None else str(value.share)
    told = {"name": figure.name, "label": str(figure.label), "count": value.count, "total": value.total}
    return (
        told
        | _scaled(figure)
        | {
            "share": share,
            "share_shown": share_words(value.count, value.total),
            "shown": value_words(value.count, value.total, figure.scale),
        }
    )


def _section(
    part: Section,
    text: str,
    known: Mapping[str, str],
    numbers: Numbers,
    covered: Covered,
    quarters: tuple[int, ...],
) -> dict[str, Any]:
    filled = fill_in(text, known)
    return {
        "code": part.code,
        "title": part.title,
        "heading": part.heading,
        "written": text,
        "text": filled.text,
        "figures": [_figure(figure, numbers.value(figure)) for figure in map(declared, part.figures)],
        "charts": [_chart(chart, numbers, covered, quarters) for chart in part.charts],
    }


def _chart(chart: Chart, numbers: Numbers, covered: Covered, quarters: tuple[int, ...]) -> dict[str, Any]:
    figure = declared(chart.figure)
    if chart.by == "quarter":
        bars = [(quarter_words(quarter), numbers.of_quarter(figure, quarter)) for quarter in quarters]
    else:
        bars = [(name, numbers.of_place(figure, code)) for code, name in _rows(numbers, covered, [figure])]
    told = [{"label": label, "count": value.count, "shown": whole(value.count, figure.scale)} for label, value in bars]
    return {"title": chart.title, "figure": chart.figure, "bars": told}


def _table(table: Table, numbers: Numbers, covered: Covered, quarters: tuple[int, ...]) -> dict[str, Any]:
    figures = [declared(name) for name in table.figures]
    rows = (
        [(f"q{quarter}", quarter_words(quarter)) for quarter in quarters]
        if table.rows == "quarter"
        else _rows(numbers, covered, figures)
    )

    def value(figure: Figure, code: str) -> Value:
        return numbers.of_quarter(figure, int(code[1:])) if table.rows == "quarter" else numbers.of_place(figure, code)

    return {
        "code": table.code,
        "title": table.title,
        "rows_are": table.rows,
        "columns": [{"name": figure.name, "label": _heading(figure)} | _scaled(figure) for figure in figures],
        "rows": [
            {"code": code, "label": label, "cells": [_cell(value(figure, code)) for figure in figures]}
            for code, label in rows
        ],
        "totals": [_cell(numbers.value(figure)) for figure in figures],
    }


def _heading(figure: Figure) -> str:
    return str(figure.label).partition(", trên")[0]


def _rows(numbers: Numbers, covered: Covered, figures: Sequence[Figure]) -> list[tuple[str, str]]:
    """The places that are expected, then others of which something was counted; what is about none comes last."""
    counted = [place for place in numbers.places if any(_anything(numbers.of_place(one, place)) for one in figures)]
    others = sorted(
        (place for place in counted if place not in covered.expected), key=lambda one: (one == ELSEWHERE, one)
    )
    return [(place, covered.names.get(place, place)) for place in (*covered.expected, *others)]


def _anything(value: Value) -> bool:
    return bool(value.count or value.total)
