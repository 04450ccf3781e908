"""The published figures of a year, put together once for page, CSV and JSON; asked of the database once a minute."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from django.conf import settings
from django.utils.translation import gettext as _

from vidan.cases.figures import BREAKDOWNS, OF_BODIES
from vidan.cases.kinds import TransferRole
from vidan.domain.publishing.small import is_small
from vidan.domain.reporting.shares import share_of
from vidan.foundation.figures.breakdown import QUARTERS, Published, areas, count_words, published, quarter_of
from vidan.foundation.figures.figure import Scope, Value, all_figures, by_all, read_figures
from vidan.foundation.figures.words import of_all
from vidan.foundation.units.kept import Kept
from vidan.foundation.units.selectors import short_names

LICENCE = "CC-BY-4.0"


@dataclass(frozen=True)
class Headline:
    """One figure of the year as it may be shown; a hidden one has no number."""

    value: Value
    hidden: bool

    @property
    def count(self) -> int | None:
        """The number, or nothing when it tells of too few people."""
        return None if self.hidden else self.value.count

    @property
    def share(self) -> Decimal | None:
        """The share, or nothing."""
        return None if self.hidden else self.value.share

    @property
    def words(self) -> str:
        """What stands in the table."""
        if self.hidden:
            return count_words(self.value.count) if is_small(self.value.count, settings.SMALL_NUMBER) else "×"
        if self.value.total == self.value.count == 0:
            return "–"
        return of_all(self.value.count, self.value.total, bar=" / ")


@dataclass(frozen=True)
class Performance:
    """What a body, or a quarter, comes to: answers that were due, those in time, and letters of urging."""

    code: str
    name: str
    due: int
    on_time: int
    urged: int

    @property
    def share(self) -> Decimal | None:
        """Answers in time per cent of those due, half up; nothing without one due."""
        return share_of(self.on_time, self.due)


@dataclass(frozen=True)
class Year:
    """Everything that is published of one year."""

    scope: Scope
    headlines: tuple[Headline, ...]
    tables: tuple[Published, ...]
    bodies: tuple[Performance, ...]
    quarters: tuple[Performance, ...]

    def table(self, name: str) -> Published:
        """One of the tables by its stable name."""
        return next(table for table in self.tables if table.name == name)


def year_so_far(year: int, today: date) -> Year:
    """The figures of a year up to today, in the reader's language; four queries, a minute kept."""
    scope = Scope(date(year, 1, 1), min(today, date(year, 12, 31)))
    _values, sums, places = _asked(scope)
    tables = tuple(published(spec, sums, places, scope.until) for spec in BREAKDOWNS)
    return Year(scope, headlines(scope), tables, _bodies(sums), _quarters(sums, scope.until))


Sums = list[tuple[str, int, str, date, int]]


@Kept
def _asked(scope: Scope) -> tuple[list[Value], Sums, dict[int, tuple[str, str]]]:
    values = list(read_figures([figure.name for figure in all_figures() if figure.public], scope).values())
    facts = {spec.counts for spec in BREAKDOWNS} | set(OF_BODIES)
    return values, by_all(facts, scope), areas()


@Kept
def headlines(scope: Scope) -> tuple[Headline, ...]:
    """The figures of a span; one is hidden when it is small, or when a table gathers its kind and it would tell it apart."""
    values, sums, places = _asked(scope)
    by_kind = published(BREAKDOWNS[0], sums, places, scope.until)
    alone = {line.codes[0] for line in by_kind.columns if len(line.codes) == 1}
    least = settings.SMALL_NUMBER

    def hidden(value: Value) -> bool:
        figure = value.figure
        if figure.of_offices:
            return False
        told_apart = figure.counts == by_kind.counts and bool(figure.mark) and figure.mark not in alone
        return told_apart or is_small(value.count, least) or is_small(value.total or 0, least)

    return tuple(Headline(value, hidden(value)) for value in values)


def _bodies(sums: Sums) -> tuple[Performance, ...]:
    """By the body that settles, the most asked first; those with hardly a case are gathered in one line at the end."""
    counts = _performance((str(unit), name, amount) for name, unit, mark, _m, amount in sums if mark == SETTLE)
    names = short_names()
    rows = [
        Performance(code, names.get(int(code), ""), *(counts[code, fact] for fact in OF_BODIES))
        for code in {code for code, _fact in counts}
    ]
    alone = [row for row in rows if row.due >= settings.SMALL_NUMBER]
    rest = [row for row in rows if 0 < row.due < settings.SMALL_NUMBER]
    alone.sort(key=lambda row: (-row.due, row.name))
    if rest and sum(row.due for row in rest) < settings.SMALL_NUMBER and alone:
        rest.append(alone.pop())
    if not rest:
        return tuple(alone)
    many = Performance(
        "others",
        _("Các nơi khác"),
        sum(row.due for row in rest),
        sum(row.on_time for row in rest),
        sum(row.urged for row in rest),
    )
    return (*alone, many) if many.due >= settings.SMALL_NUMBER else tuple(alone)


def _quarters(sums: Sums, until: date) -> tuple[Performance, ...]:
    counts = _performance((quarter_of(m), name, amount) for name, _unit, mark, m, amount in sums if mark == SETTLE)
    return tuple(
        Performance(code, _("Quý %(n)s") % {"n": code[1]}, *(counts[code, fact] for fact in OF_BODIES))
        for code in QUARTERS
        if code <= quarter_of(until)
    )


def _performance(rows: Iterable[tuple[str, str, int]]) -> Counter[tuple[str, str]]:
    counts: Counter[tuple[str, str]] = Counter()
    for code, fact, amount in rows:
        if fact in OF_BODIES:
            counts[code, fact] += amount
    return counts


SETTLE = TransferRole.SETTLE.value
