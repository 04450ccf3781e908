"""What is counted of many Fronts a batch at a time is what counting them at once gives."""

from collections import Counter
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as some
from tests.cases.made import unit
from tests.reports.many_units import CITY, wards
from tests.reports.report_made import Q1, TODAY, counted

from vidan.foundation.figures.figure import all_figures, declared, facts_behind
from vidan.foundation.figures.tally import add_fact
from vidan.foundation.units.kept import forget_all
from vidan.reports import numbers
from vidan.reports.covered import Covered, covered_by
from vidan.reports.numbers import Numbers, count, count_by_batches, together

ROWS = some.lists(
    some.tuples(
        some.sampled_from(["cases.received", "cases.answered"]),
        some.sampled_from(["", "feedback", "settle"]),
        some.integers(1, 4),
        some.sampled_from(["quan-2", "thu-1", "elsewhere"]),
        some.integers(-9, 9),
    )
)


def of_rows(rows: list[tuple[str, str, int, str, int]]) -> Numbers:
    told = Numbers()
    for fact, mark, quarter, place, amount in rows:
        told.whole[fact, mark] += amount
        told.quarters[quarter][fact, mark] += amount
        told.places[place][fact, mark] += amount
    return told


@given(ROWS, some.integers(1, 5))
def test_the_sum_of_any_parts_is_what_the_whole_comes_to(rows: list[tuple[str, str, int, str, int]], size: int) -> None:
    parts = [of_rows(rows[start : start + size]) for start in range(0, len(rows), size)]
    assert together(parts) == of_rows(rows)


@given(ROWS)
def test_what_is_kept_is_read_again_as_it_was(rows: list[tuple[str, str, int, str, int]]) -> None:
    told = of_rows(rows)
    assert Numbers.from_plain(told.plain()) == told


@given(ROWS)
def test_some_facts_of_what_was_counted_are_as_if_they_alone_had_been(
    rows: list[tuple[str, str, int, str, int]],
) -> None:
    alone = [row for row in rows if row[0] == "cases.received"]
    assert of_rows(rows).of_facts({"cases.received"}) == of_rows(alone)


@pytest.fixture
def city(db: None) -> Covered:
    """A city of seven wards, the n-th of which has n words and an answer, and a district with its own."""
    counted("cases.received", n=40, mark="feedback")
    for n, front in enumerate(wards(7), 1):
        add_fact("cases.received", on=date(2018, 1, n), front_id=front.pk, unit_id=None, mark="feedback", amount=n)
        add_fact("cases.answered", on=date(2018, 3, n), front_id=front.pk, unit_id=None, mark="settle")
    forget_all()
    return covered_by(unit(CITY).pk, TODAY, below=True)


@pytest.mark.django_db
@pytest.mark.parametrize("size", [1, 3, 20])
def test_batches_of_any_size_come_to_what_is_counted_at_once(
    city: Covered, size: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(numbers, "BATCH", size)
    told: list[tuple[int, int]] = []
    by_batches = count_by_batches(all_figures(), city, Q1, TODAY, lambda *far: told.append(far))
    assert by_batches == count(all_figures(), city, Q1, TODAY)
    assert by_batches.value(declared("cases.received")).count == 40 + 28
    assert told == [(done, len(city.fronts)) for done in range(0, len(city.fronts), size)]


@pytest.mark.django_db
def test_a_figure_alone_is_in_all_what_was_counted_of_it(city: Covered) -> None:
    figure = declared("cases.received")
    whole = count(all_figures(), city, Q1, TODAY)
    assert whole.of_facts(facts_behind([figure])) == count([figure], city, Q1, TODAY)
    assert whole.whole != Counter()
