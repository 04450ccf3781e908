"""How sure an index is (khoảng tin cậy 95 %): Wilson's interval on an effective size, and the difference of two indices.

The effective size n(N-1)/(N-n) says how many answers of a population without end would tell as much as n of N people: when
everybody was asked it is infinite and the interval is the point.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from statistics import NormalDist

CONFIDENCE = 0.95
Z = NormalDist().inv_cdf((1 + CONFIDENCE) / 2)


class PopulationTooSmall(ValueError):
    """More answers than people: the population is wrong, and no interval would be honest."""


@dataclass(frozen=True)
class Interval:
    """From `low` to `high`, as shares; of a difference from -1 to 1."""

    low: float
    high: float

    def overlaps(self, other: "Interval") -> bool:
        """Whether the two have a point in common."""
        return self.low <= other.high and other.low <= self.high


def effective_size(n: Fraction | int, population: int | None = None) -> float:
    """n(N-1)/(N-n); n when N is unknown, infinite when n is N. Raises PopulationTooSmall when N is less than n."""
    if population is None:
        return float(n)
    if population < n:
        raise PopulationTooSmall(population, n)
    if population == n:
        return math.inf
    return float(Fraction(n) * (population - 1) / (population - n))


def wilson(share: Fraction | float, size: float) -> Interval:
    """Wilson's score interval of a share that was found in an effective sample of that size; raises ValueError for none."""
    if size <= 0:
        raise ValueError(size)
    p = float(share)
    if math.isinf(size):
        return Interval(p, p)
    spread = Z * Z / size
    middle = (p + spread / 2) / (1 + spread)
    half = math.sqrt(spread * (p * (1 - p) + spread / 4)) / (1 + spread)
    # Where p is 0 or 1 one end is p itself; the arithmetic misses it by a last digit.
    return Interval(0.0 if p == 0 else middle - half, 1.0 if p == 1 else middle + half)


@dataclass(frozen=True)
class Estimate:
    """An index with its interval."""

    index: Fraction
    interval: Interval


def difference(one: Estimate, other: Estimate) -> tuple[Fraction, Interval]:
    """How much higher the first index is, with Newcombe's interval (1998, method 10) out of the two Wilson intervals.

    The two samples must have nobody in common.
    """
    gap, p, q = one.index - other.index, float(one.index), float(other.index)
    below = math.hypot(p - one.interval.low, other.interval.high - q)
    above = math.hypot(one.interval.high - p, q - other.interval.low)
    return gap, Interval(float(gap) - below, float(gap) + above)
