"""How far two readers agree: the plain share, and Cohen's kappa, which takes off what chance alone would give.

kappa = (po - pe) / (1 - pe); po is the share of pairs with the same mark, pe the sum over marks of the product of the two
readers' shares of it (J. Cohen, A coefficient of agreement for nominal scales, 1960).
"""

from collections import Counter
from collections.abc import Sequence
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction

Pairs = Sequence[tuple[str, str]]


def percent_agreement(pairs: Pairs) -> Decimal | None:
    """Pairs with the same mark, per cent with one decimal, half up; None without pairs."""
    return _rounded(Fraction(100 * _same(pairs), len(pairs)), "0.1") if pairs else None


def cohens_kappa(pairs: Pairs) -> Decimal | None:
    """Cohen's kappa with two decimals, half up; None without pairs, and when both gave one and the same mark to all."""
    n = len(pairs)
    if not n:
        return None
    first, second = Counter(one for one, _other in pairs), Counter(other for _one, other in pairs)
    by_chance = sum(Fraction(first[mark] * second[mark], n * n) for mark in first)
    if by_chance == 1:
        return None
    return _rounded((Fraction(_same(pairs), n) - by_chance) / (1 - by_chance), "0.01")


def _same(pairs: Pairs) -> int:
    return sum(one == other for one, other in pairs)


def _rounded(value: Fraction, step: str) -> Decimal:
    return (Decimal(value.numerator) / Decimal(value.denominator)).quantize(Decimal(step), rounding=ROUND_HALF_UP)
