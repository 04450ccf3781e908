"""A table of parts, as bodies publish it, made into totals, ranks and means by a rubric; whatever stands there for a total,
an index or a rank is not read."""

import csv
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from types import MappingProxyType

from vidan.domain.scoring.answers import Answer, WrongInput
from vidan.domain.scoring.bands import place
from vidan.domain.scoring.points import points
from vidan.domain.scoring.ranks import Rank, mean, rank
from vidan.domain.scoring.rubric import Criterion, Rubric
from vidan.domain.scoring.sheet import Sheet, score_sheet
from vidan.domain.scoring.written import Unreadable, number
from vidan.scorecards.rubrics import Supplied


class NotATable(ValueError):
    """The file is no table for this rubric: the line, and what is wrong in it."""

    def __init__(self, line: int, what: str) -> None:
        super().__init__(f"line {line}: {what}")
        self.line, self.what = line, what


@dataclass(frozen=True)
class Line:
    """One unit: its parts by item, its total and band, None without data on every part, and its rank in the group."""

    unit: str
    parts: Mapping[str, Decimal | None]
    total: Decimal | None
    maximum: Decimal
    percent: Decimal | None
    rank: Rank | None
    band: str


@dataclass(frozen=True)
class Group:
    """Units that are compared with each other, the highest first, those without data last; `told` names the group."""

    told: Mapping[str, str]
    lines: tuple[Line, ...]
    mean: Decimal | None


def groups(supplied: Supplied, text: str) -> list[Group]:
    """The groups of a CSV in the order in which they begin; lines that begin with # are remarks. Raises NotATable."""
    read: dict[tuple[tuple[str, str], ...], list[tuple[str, Sheet]]] = {}
    for line, row in rows(text):
        columns = supplied.columns
        unit = next((row[name] for name in columns.unit if row.get(name)), "")
        if not unit:
            raise NotATable(line, f"no unit: {', '.join(columns.unit)}")
        told = tuple((name, row[name]) for name in columns.group if name in row)
        units = read.setdefault(told, [])
        if any(unit == other for other, _sheet in units):
            raise NotATable(line, f"twice: {unit}")
        units.append((unit, _sheet(supplied, row, line)))
    return [_group(supplied, dict(told), units) for told, units in read.items()]


def rows(text: str) -> Iterable[tuple[int, dict[str, str]]]:
    """The rows of a CSV with the number of their line; remarks (#) and empty lines are left out."""
    kept = [
        (i, line) for i, line in enumerate(text.lstrip("\ufeff").splitlines(), 1) if line.strip() and line[0] != "#"
    ]
    reader = csv.DictReader([line for _i, line in kept], strict=True)
    try:
        for row in reader:
            at = kept[min(reader.line_num, len(kept)) - 1][0]
            yield at, {name: (value or "").strip() for name, value in row.items() if isinstance(name, str)}
    except csv.Error as fault:
        raise NotATable(kept[min(reader.line_num, len(kept) - 1)][0], str(fault)) from fault


def _sheet(supplied: Supplied, row: Mapping[str, str], line: int) -> Sheet:
    answers, maxima = {}, {}
    for code, column in supplied.columns.points.items():
        if column not in row:
            raise NotATable(line, f"no column {column}")
        if row[column]:
            answers[code] = Answer(MappingProxyType({"points": _number(row[column], column, line)}))
    for code, column in supplied.columns.maxima.items():
        if row.get(column):
            maxima[code] = _number(row[column], column, line)
    try:
        return score_sheet(_with_own(supplied.rubric, maxima), answers)
    except WrongInput as wrong:
        raise NotATable(line, f"{wrong.value} is beyond the maximum") from wrong


def _with_own(rubric: Rubric, maxima: Mapping[str, Decimal]) -> Rubric:
    """The rubric with the maxima that the row itself names: the same parts were weighed otherwise elsewhere."""
    if not maxima:
        return rubric

    def own(node: Criterion) -> Criterion:
        if not node.children:
            return replace(node, maximum=maxima.get(node.code, node.maximum))
        children = tuple(own(child) for child in node.children)
        return replace(node, children=children, maximum=sum((one.maximum for one in children), Decimal(0)))

    return replace(rubric, fields=tuple(own(top) for top in rubric.fields))


def _number(value: str, column: str, line: int) -> Decimal:
    try:
        return number(value, "", column)
    except Unreadable as fault:
        raise NotATable(line, f"{column}: {value!r} is no number") from fault


def _group(supplied: Supplied, told: Mapping[str, str], units: list[tuple[str, Sheet]]) -> Group:
    totals = {unit: sheet.total.score if sheet.total.complete else None for unit, sheet in units}
    ranks = rank(totals)
    lines = [_line(supplied, unit, sheet, ranks.get(unit)) for unit, sheet in units]
    ordered = sorted(lines, key=lambda line: line.rank.rank if line.rank else len(lines) + 1)
    return Group(told, tuple(ordered), mean(totals, supplied.places))


def _line(supplied: Supplied, unit: str, sheet: Sheet, ranked: Rank | None) -> Line:
    placed = place(supplied.bands, sheet) if supplied.bands else None
    share = sheet.percent
    return Line(
        unit=unit,
        parts={code: item.score for code, item in sheet.items.items()},
        total=sheet.total.score if sheet.total.complete else None,
        maximum=sheet.total.maximum,
        percent=None if share is None else points(share),
        rank=ranked,
        band=placed.band if placed else "",
    )
