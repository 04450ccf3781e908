"""What is kept how long: a table of cases."""

from datetime import date

import pytest

from vidan.domain.retention import Keep, may_go_from, row_for


def row(name: str, years: int | None, *, kinds: tuple[str, ...] = (), outcomes: tuple[str, ...] = ()) -> Keep:
    return Keep(name, "", "case", frozenset(kinds), frozenset(outcomes), years, "", "I")


@pytest.mark.parametrize(
    ("ended", "years", "first"),
    [
        (date(2018, 3, 13), 1, date(2019, 3, 14)),
        (date(2018, 12, 31), 5, date(2024, 1, 1)),
        (date(2020, 2, 29), 1, date(2021, 3, 1)),
        (date(2020, 2, 29), 4, date(2024, 3, 1)),
        (date(2018, 3, 13), None, None),
    ],
)
def test_the_first_day_on_which_content_may_go(ended: date, years: int | None, first: date | None) -> None:
    assert may_go_from(row("a", years), ended) == first


def test_of_several_rows_the_longest_holds_and_what_fits_none_is_kept() -> None:
    rows = [row("short", 1, kinds=("feedback",)), row("long", 5, kinds=("feedback",)), row("ever", None, kinds=("tc",))]
    assert row_for(rows, what="case", kind="feedback") == rows[1]
    assert row_for(rows, what="case", kind="tc") == rows[2]
    assert row_for(rows, what="case", kind="other") is None
    assert row_for(rows, what="call", kind="feedback") is None


def test_a_row_of_some_outcomes_does_not_hold_for_others() -> None:
    rows = [row("withdrawn", 1, outcomes=("withdrawn",))]
    assert row_for(rows, what="case", kind="feedback", outcome="withdrawn") == rows[0]
    assert row_for(rows, what="case", kind="feedback", outcome="closed") is None
