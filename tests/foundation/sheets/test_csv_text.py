"""Rows as CSV that a spreadsheet opens without running anything."""

import csv
import io

import pytest

from vidan.foundation.sheets.csv_text import as_csv


@pytest.mark.parametrize("risky", ["=1+1", "+84", "-x", "@SUM(A1)", "\tx"])
def test_a_text_that_reads_like_a_formula_is_no_formula(risky: str) -> None:
    rows = list(csv.reader(io.StringIO(as_csv(["a"], [[risky]]).removeprefix("\ufeff"))))
    assert rows == [["a"], [f"'{risky}"]]


def test_numbers_below_zero_stay_numbers() -> None:
    assert as_csv(["a", "b", "c"], [[-1, None, "-2.50"]]) == "\ufeffa,b,c\r\n-1,,-2.50\r\n"
