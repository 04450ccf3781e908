"""Points (điểm): exact numbers, and the one place where a number of points is rounded.

A method that divides (a share of the maximum, an index of another scale) is rounded once, when the item is scored, to two
decimals, half up, as the published tables do. Sums are exact and never rounded again; a percentage is compared exactly and
rounded only where it is shown.
"""

from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

ZERO = Decimal(0)


def points(value: Fraction | Decimal, places: int = 2) -> Decimal:
    """Points with two decimals, half up, or with as many as a published table has."""
    exact = Fraction(value)
    return (Decimal(exact.numerator) / Decimal(exact.denominator)).quantize(
        Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP
    )


def percent(score: Decimal, maximum: Decimal) -> Fraction:
    """The share of a maximum, per cent and exact; raises ValueError where there is no maximum."""
    if maximum <= 0:
        raise ValueError(maximum)
    return 100 * Fraction(score) / Fraction(maximum)
