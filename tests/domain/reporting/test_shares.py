"""A share is reckoned once, and none is told above the whole."""

from decimal import Decimal

import pytest

from vidan.domain.reporting.shares import share_of


@pytest.mark.parametrize(
    ("count", "total", "share"),
    [
        (1, 2, "50.0"),
        (2, 3, "66.7"),
        (1, 8, "12.5"),
        (1, 1600, "0.1"),
        (0, 4, "0.0"),
        (10, 10, "100.0"),
    ],
)
def test_a_share_has_one_decimal_half_up(count: int, total: int, share: str) -> None:
    assert share_of(count, total) == Decimal(share)


@pytest.mark.parametrize(("count", "total"), [(0, 0), (3, 0), (3, None), (12, 10)])
def test_there_is_no_share_of_nothing_and_none_above_the_whole(count: int, total: int | None) -> None:
    assert share_of(count, total) is None
