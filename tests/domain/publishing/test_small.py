"""Small numbers cannot be counted out: cases by hand, and the guarantee on any table, held by trying every other one."""

from collections.abc import Iterator
from itertools import product

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from vidan.domain.publishing.small import Safe, Shown, is_small, safe

LEAST = 3
tables = st.integers(1, 3).flatmap(
    lambda wide: st.lists(st.lists(st.integers(0, 6), min_size=wide, max_size=wide), min_size=1, max_size=3)
)


def drawn(table: Safe) -> list[list[str]]:
    marks = {Shown.SMALL: "<3", Shown.WITHHELD: "*"}
    return [[marks.get(how, str(n)) for how, n in row] for row in table.cells]


@pytest.mark.parametrize(
    ("counts", "told"),
    [
        ([[10, 8], [7, 9]], [["10", "8"], ["7", "9"]]),
        ([[0, 4], [5, 0]], [["0", "4"], ["5", "0"]]),
        ([[1, 9], [9, 9]], [["<3", "*"], ["*", "*"]]),  # one cell alone would be the total less the other
        ([[1, 9, 20], [2, 8, 20]], [["<3", "*", "20"], ["<3", "*", "20"]]),
        ([[1, 2, 9], [2, 1, 9]], [["<3", "<3", "9"], ["<3", "<3", "9"]]),
        ([[1, 1, 1], [9, 9, 9]], [["*", "<3", "<3"], ["*", "*", "*"]]),  # three ones of a total of three
    ],
)
def test_tables_by_hand(counts: list[list[int]], told: list[list[str]]) -> None:
    assert drawn(safe(counts, least=LEAST)) == told


def test_lines_with_small_totals_are_added_up() -> None:
    table = safe([[10, 5], [1, 0], [0, 2], [8, 8]], least=LEAST)
    assert table.rows == ((0,), (3,), (1, 2))
    assert table.row_totals == (15, 16, 3)


def test_what_is_still_small_together_takes_the_next_smallest_along() -> None:
    table = safe([[10], [1], [5]], least=LEAST)
    assert table.rows == ((0,), (1, 2))
    assert table.row_totals == (10, 6)


def test_of_one_or_two_words_in_all_nothing_is_told() -> None:
    assert safe([[1, 0], [0, 1]], least=LEAST) == Safe((), (), (), (), (), None)


def test_a_table_of_noughts_hides_nothing() -> None:
    assert drawn(safe([[0, 0]], least=LEAST)) == [["0", "0"]]


@given(tables)
def test_no_shown_number_is_small_and_totals_are_true(counts: list[list[int]]) -> None:
    table = safe(counts, least=LEAST)
    shown = [n for row in table.cells for how, n in row if how is Shown.NUMBER]
    assert not any(is_small(n, LEAST) for n in [*shown, *table.row_totals, *table.column_totals] if n is not None)
    if table.total is not None:
        assert sum(table.row_totals) == sum(table.column_totals) == table.total == sum(map(sum, counts))
        assert sorted(i for row in table.rows for i in row) == list(range(len(counts)))


@settings(deadline=None, max_examples=60)
@given(tables)
def test_every_small_cell_has_two_possible_values_for_all_that_is_shown(counts: list[list[int]]) -> None:
    table = safe(counts, least=LEAST)
    places = [(i, j) for i, row in enumerate(table.cells) for j, (how, _n) in enumerate(row) if how is Shown.SMALL]
    if not places:
        return
    values: dict[tuple[int, int], set[int]] = {place: set() for place in places}
    for other in possible(table):
        for i, j in places:
            values[i, j].add(other[i][j])
        if all(len(seen) > 1 for seen in values.values()):
            return
    raise AssertionError((counts, drawn(table), values))


def possible(table: Safe) -> Iterator[list[tuple[int, ...]]]:
    """Every table that a reader must think possible."""
    lines = []
    for row, total in zip(table.cells, table.row_totals, strict=True):
        most = [range(n, n + 1) if n is not None else _range(how, total) for how, n in row]
        lines.append([line for line in product(*most) if sum(line) == total])
    for rows in product(*lines):
        if tuple(map(sum, zip(*rows, strict=True))) == table.column_totals:
            yield list(rows)


def _range(how: Shown, total: int) -> range:
    return range(1, LEAST) if how is Shown.SMALL else range(total + 1)
