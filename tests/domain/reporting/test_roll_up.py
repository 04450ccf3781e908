from decimal import Decimal

from vidan.domain.reporting.roll_up import Number, summed


def test_counts_add_up_and_shares_are_counted_from_the_sums() -> None:
    told = summed([Number(1, 2), Number(9, 10)])
    assert told == Number(10, 12)
    assert told is not None
    assert told.share == Decimal("83.3")


def test_who_told_nothing_is_not_nought() -> None:
    assert summed([Number(3), None]) == Number(3)
    assert summed([None, None]) is None


def test_no_share_of_nothing() -> None:
    assert Number(0, 0).share is None
