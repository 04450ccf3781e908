"""The one place where a statistic is rounded: half up, when it is shown, frozen or exported, and never before.

Shares become per cent with two decimals, as official tables give them; a mean level has three. Differences are taken before
rounding, so that two shown numbers may differ from their shown difference by a hundredth.
"""

from decimal import Decimal
from fractions import Fraction

Number = Fraction | float | int


def rounded(value: Number, places: int) -> Decimal:
    """A number with so many decimals, half away from zero, computed exactly."""
    exact = Fraction(value)
    scaled = abs(exact) * 10**places
    whole = (2 * scaled.numerator + scaled.denominator) // (2 * scaled.denominator)
    return Decimal(whole if exact >= 0 else -whole).scaleb(-places)


def percent(share: Number) -> Decimal:
    """A share in per cent, two decimals."""
    return rounded(Fraction(share) * 100, 2)


def level(mean: Number) -> Decimal:
    """A mean level, three decimals."""
    return rounded(mean, 3)
