"""Published tables (bảng số liệu công bố): people's words by one or two things, with small numbers hidden."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from django.conf import settings
from django.utils.functional import Promise
from django.utils.translation import gettext as _

from vidan.domain.publishing.small import Shown, is_small, safe
from vidan.foundation.units.models import Unit

Words = str | Promise
Sums = Iterable[tuple[str, int, str, date, int]]
NOWHERE = "unknown"
QUARTERS = ("q1", "q2", "q3", "q4")


class By(StrEnum):
    """What a table is laid out by: the place, the fact's mark, or the quarter of the year."""

    AREA = "area"
    MARK = "mark"
    QUARTER = "quarter"


@dataclass(frozen=True)
class Breakdown:
    """One published table: the facts it counts, what its rows are, what its columns are (nothing: one column of counts)."""

    name: str
    title: Words
    counts: str
    rows: By
    columns: By | None = None
    marks: Mapping[str, Words] | None = None


@dataclass(frozen=True)
class Line:
    """A line that was left alone, or lines that were gathered: their codes and their words."""

    codes: tuple[str, ...]
    words: str

    @property
    def code(self) -> str:
        """The codes as one; stable, for machines."""
        return "+".join(self.codes)


@dataclass(frozen=True)
class Cell:
    """A number, or how it is hidden."""

    shown: Shown
    count: int | None

    @property
    def words(self) -> str:
        """What stands in the cell on the page."""
        if self.shown is Shown.SMALL:
            return few_words()
        return "×" if self.count is None else str(self.count)


@dataclass(frozen=True)
class Published:
    """A table as everybody may read it. `total` is None when so few words came that nothing is shown."""

    name: str
    title: Words
    counts: str
    columns: tuple[Line, ...]
    rows: tuple[tuple[Line, tuple[Cell, ...], int], ...]
    column_totals: tuple[int, ...]
    total: int | None

    @property
    def hides(self) -> bool:
        """Whether any cell is hidden."""
        return any(cell.count is None for _line, cells, _total in self.rows for cell in cells)


def few_words() -> str:
    """What is said instead of a small number."""
    return _("dưới %(least)d") % {"least": settings.SMALL_NUMBER}


def count_words(count: int) -> str:
    """A number of people's words as it may be shown."""
    return few_words() if is_small(count, settings.SMALL_NUMBER) else str(count)


def quarter_of(day: date) -> str:
    """`q1` to `q4`."""
    return QUARTERS[(day.month - 1) // 3]


def areas() -> dict[int, tuple[str, str]]:
    """The code and the name of the territory of every unit, by the unit's key; higher levels first."""
    rows = Unit.objects.order_by("area__level", "area__name", "pk").values_list("pk", "area__slug", "area__name")
    return {pk: (slug, name) for pk, slug, name in rows}


def published(spec: Breakdown, sums: Sums, places: Mapping[int, tuple[str, str]], until: date) -> Published:
    """A table out of the grouped sums of a year, as it may be shown."""
    keys: dict[By, Callable[[int, str, date], str]] = {
        By.AREA: lambda unit, _mark, _month: places.get(unit, (NOWHERE, ""))[0],
        By.MARK: lambda _unit, mark, _month: mark,
        By.QUARTER: lambda _unit, _mark, month: quarter_of(month),
    }
    cells: Counter[tuple[str, str]] = Counter()
    for name, unit, mark, month, amount in sums:
        if name == spec.counts:
            column = keys[spec.columns](unit, mark, month) if spec.columns else ""
            cells[keys[spec.rows](unit, mark, month), column] += amount
    seen = {row for (row, _column), n in cells.items() if n > 0}
    rows = _lines(spec, spec.rows, places, until, seen)
    columns = _lines(spec, spec.columns, places, until, seen) if spec.columns else {"": ""}
    if spec.columns is By.MARK:  # a kind of which nothing came needs no column
        columns = {code: words for code, words in columns.items() if any(cells[row, code] > 0 for row in rows)}
    # A word that was taken under another heading later may leave less than nothing in a short span.
    counts = [[max(0, cells[row, column]) for column in columns] for row in rows]
    table = safe(counts, least=settings.SMALL_NUMBER)
    heads = tuple(_line(group, columns) for group in table.columns)
    body = zip(table.rows, table.cells, table.row_totals, strict=True)
    return Published(
        spec.name,
        spec.title,
        spec.counts,
        heads,
        tuple((_line(group, rows), tuple(Cell(how, n) for how, n in line), total) for group, line, total in body),
        table.column_totals,
        table.total,
    )


def _lines(
    spec: Breakdown, by: By, places: Mapping[int, tuple[str, str]], until: date, seen: set[str]
) -> dict[str, str]:
    """The codes and words of the lines; of places those about which something was said."""
    if by is By.MARK:
        return {code: str(words) for code, words in (spec.marks or {}).items()}
    if by is By.QUARTER:
        return {code: _("Quý %(n)s") % {"n": code[1]} for code in QUARTERS if code <= quarter_of(until)}
    named = {slug: name for slug, name in places.values() if slug in seen}
    return named | ({NOWHERE: _("Chưa rõ nơi nào")} if NOWHERE in seen else {})


def _line(group: tuple[int, ...], lines: Mapping[str, str]) -> Line:
    codes, words = list(lines), list(lines.values())
    return Line(tuple(codes[i] for i in group), ", ".join(words[i] for i in group))
