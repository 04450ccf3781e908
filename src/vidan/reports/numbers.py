"""The numbers of a report: one query for all figures, in all, by quarter and by place (design.md section 4)."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from vidan.domain.reporting.periods import Period
from vidan.foundation.figures.figure import Figure, Scope, Value, by_all, facts_behind, value_of
from vidan.reports.covered import ELSEWHERE, Covered

Sums = Mapping[tuple[str, str], int]
"""Amounts by fact and mark."""


@dataclass(frozen=True)
class Numbers:
    """Sums of facts: in all, of each quarter, of each place."""

    whole: Sums
    quarters: Mapping[int, Sums]
    places: Mapping[str, Sums]

    def value(self, figure: Figure) -> Value:
        """The number of a figure in the period."""
        return value_of(figure, self.whole)

    def of_quarter(self, figure: Figure, quarter: int) -> Value:
        """Its number in a quarter."""
        return value_of(figure, self.quarters.get(quarter, {}))

    def of_place(self, figure: Figure, place: str) -> Value:
        """Its number in a place."""
        return value_of(figure, self.places.get(place, {}))


def count(figures: Iterable[Figure], covered: Covered, period: Period, cut_off: date) -> Numbers:
    """Count some figures of a period up to the end of the cut-off day; one query."""
    scope = Scope(period.since, cut_off, covered.fronts)
    by = "front_id" if covered.below else "unit_id"
    whole: Counter[tuple[str, str]] = Counter()
    quarters: dict[int, Counter[tuple[str, str]]] = {}
    places: dict[str, Counter[tuple[str, str]]] = {}
    for fact, unit, mark, month, amount in by_all(facts_behind(figures), scope, by=by):
        whole[fact, mark] += amount
        quarters.setdefault((month.month + 2) // 3, Counter())[fact, mark] += amount
        places.setdefault(covered.row_of.get(unit, ELSEWHERE), Counter())[fact, mark] += amount
    return Numbers(whole, quarters, places)
