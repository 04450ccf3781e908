"""Ranks by total, ties that a person decides, and the mean of those with data."""

from decimal import Decimal

from vidan.domain.scoring.ranks import Rank, mean, rank

TOTALS = {"A": Decimal("84.58"), "B": Decimal(82), "C": Decimal("82.00"), "D": Decimal(71), "E": None}


def test_the_highest_total_comes_first_and_equal_totals_share_a_rank() -> None:
    assert rank(TOTALS) == {"A": Rank(1), "B": Rank(2, True), "C": Rank(2, True), "D": Rank(4)}


def test_a_tie_that_was_decided_is_shared_no_more() -> None:
    assert rank(TOTALS, [["C", "B"]]) == {"A": Rank(1), "C": Rank(2), "B": Rank(3), "D": Rank(4)}


def test_a_decision_about_other_units_decides_no_tie() -> None:
    assert rank(TOTALS, [["C", "B", "D"], ["A", "B"]])["B"] == Rank(2, True)


def test_a_unit_without_data_has_no_rank_and_counts_in_no_mean() -> None:
    assert "E" not in rank(TOTALS)
    assert mean({"A": Decimal(1), "B": Decimal(2), "E": None}) == Decimal("1.50")
    assert mean({"E": None}) is None


def test_the_mean_of_nine_districts_is_rounded_half_up_once() -> None:
    totals = ["84.58", "82.00", "80.27", "79.04", "78.06", "77.83", "76.22", "76.03", "71.46"]
    assert mean({str(i): Decimal(total) for i, total in enumerate(totals)}) == Decimal("78.39")
