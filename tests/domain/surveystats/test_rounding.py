"""Half up, exactly, in one place."""

from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.surveystats.rounding import level, percent, rounded


@pytest.mark.parametrize(
    ("value", "places", "told"),
    [
        (Fraction(1, 200), 2, "0.01"),
        (Fraction(-1, 200), 2, "-0.01"),
        (Fraction(2, 3), 3, "0.667"),
        (Fraction(-1, 1000), 2, "0.00"),
        (Fraction(10**20 + 1, 3), 1, "33333333333333333333.7"),
        (0, 2, "0.00"),
        (7, 0, "7"),
    ],
)
def test_by_hand(value: Fraction, places: int, told: str) -> None:
    assert str(rounded(value, places)) == told


def test_shares_have_two_decimals_and_means_three() -> None:
    assert (str(percent(Fraction(146, 200))), str(level(Fraction(779, 200)))) == ("73.00", "3.895")


@given(st.fractions(-1000, 1000), st.integers(0, 6))
def test_it_is_never_further_off_than_half_of_the_last_place(value: Fraction, places: int) -> None:
    told = rounded(value, places)
    assert abs(Fraction(told) - value) <= Fraction(1, 2 * 10**places)
    assert told == told.quantize(Decimal(1).scaleb(-places))
