"""The numbers of a report: all its figures in all, by quarter and by place, counted by one query (design.md section 4).

Of many Fronts they are counted some at a time, with a query each: never are the facts of all of them in memory.
"""

import sys
from collections import Counter, defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any, Self

from vidan.domain.reporting.periods import Period
from vidan.foundation.figures.figure import Figure, Scope, Value, by_all, facts_behind, value_of
from vidan.reports.covered import ELSEWHERE, Covered

BATCH = 20
"""Fronts whose facts are counted at once."""

Sums = Counter[tuple[str, str]]
"""Amounts by fact and mark."""


@dataclass(frozen=True)
class Numbers:
    """Sums of facts: in all, of each quarter, of each place."""

    whole: Sums = field(default_factory=Counter)
    quarters: dict[int, Sums] = field(default_factory=lambda: defaultdict(Counter))
    places: dict[str, Sums] = field(default_factory=lambda: defaultdict(Counter))

    def value(self, figure: Figure) -> Value:
        """The number of a figure in the period."""
        return value_of(figure, self.whole)

    def of_quarter(self, figure: Figure, quarter: int) -> Value:
        """Its number in a quarter."""
        return value_of(figure, self.quarters.get(quarter, {}))

    def of_place(self, figure: Figure, place: str) -> Value:
        """Its number in a place."""
        return value_of(figure, self.places.get(place, {}))

    def plain(self) -> dict[str, Any]:
        """As it is kept: amounts by fact, then mark."""
        quarters = {str(quarter): _by_fact(sums) for quarter, sums in self.quarters.items()}
        places = {place: _by_fact(sums) for place, sums in self.places.items()}
        return {"whole": _by_fact(self.whole), "quarters": quarters, "places": places}

    @classmethod
    def from_plain(cls, told: Mapping[str, Any]) -> Self:
        """What plain() made of it."""
        quarters = {int(quarter): _sums(by_fact) for quarter, by_fact in told["quarters"].items()}
        places = {place: _sums(by_fact) for place, by_fact in told["places"].items()}
        return cls(_sums(told["whole"]), quarters, places)

    def of_facts(self, facts: Collection[str]) -> "Numbers":
        """What had been counted if only these facts had been asked for."""
        quarters = {quarter: some for quarter, sums in self.quarters.items() if (some := _only(facts, sums))}
        places = {place: some for place, sums in self.places.items() if (some := _only(facts, sums))}
        return Numbers(_only(facts, self.whole), quarters, places)


def _by_fact(sums: Sums) -> dict[str, dict[str, int]]:
    told: dict[str, dict[str, int]] = {}
    for (fact, mark), amount in sums.items():
        told.setdefault(fact, {})[mark] = amount
    return told


def _sums(by_fact: Mapping[str, Mapping[str, int]]) -> Sums:
    return Counter({(fact, mark): amount for fact, marks in by_fact.items() for mark, amount in marks.items()})


def _only(facts: Collection[str], sums: Sums) -> Sums:
    return Counter({key: amount for key, amount in sums.items() if key[0] in facts})


def count(figures: Iterable[Figure], covered: Covered, period: Period, cut_off: date) -> Numbers:
    """Count some figures of a period up to the end of the cut-off day; one query."""
    scope = Scope(period.since, cut_off, covered.fronts)
    by = "front_id" if covered.below else "unit_id"
    told = Numbers()
    for fact, unit, mark, month, amount in by_all(facts_behind(figures), scope, by=by):
        key = (sys.intern(fact), sys.intern(mark))  # the same few words come with every place
        told.whole[key] += amount
        told.quarters[(month.month + 2) // 3][key] += amount
        told.places[covered.row_of.get(unit, ELSEWHERE)][key] += amount
    return told


Tell = Callable[[int, int], None]
"""Hears how many of how many are counted."""


def count_by_batches(
    figures: Collection[Figure], covered: Covered, period: Period, cut_off: date, tell: Tell
) -> Numbers:
    """The same of many Fronts, a batch of them at a time; `tell` hears it before each of them."""
    fronts = sorted(covered.fronts)

    def counted() -> Iterator[Numbers]:
        for start in range(0, len(fronts), BATCH):
            tell(start, len(fronts))
            some = replace(covered, fronts=frozenset(fronts[start : start + BATCH]))
            yield count(figures, some, period, cut_off)

    return together(counted())


def together(parts: Iterable[Numbers]) -> Numbers:
    """What some numbers come to; of parts that are made one after another no more than two are in memory."""
    told = Numbers()
    for part in parts:
        told.whole.update(part.whole)
        for quarter, sums in part.quarters.items():
            told.quarters[quarter].update(sums)
        for place, sums in part.places.items():
            told.places[place].update(sums)
    return told
