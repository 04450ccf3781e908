"""A share (tỷ lệ): what a count is of another one, reckoned in one place for pages, papers and open data."""

from decimal import ROUND_HALF_UP, Decimal


def share_of(count: int, total: int | None) -> Decimal | None:
    """Per cent with one decimal, half up; None without anything to be a share of: no data is not zero.

    None as well where there is more than the whole: the two are then dated apart (a proposal of one year, its decision in the
    next), and one is no part of the other.
    """
    if not total or count > total:
        return None
    return (Decimal(100) * count / total).quantize(Decimal("0.1"), rounding=ROUND_HALF_UP)
