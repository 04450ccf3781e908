"""How many to ask (cỡ mẫu): n = N / (1 + N e²), and its distribution over strata in proportion."""

import math
from collections.abc import Sequence
from decimal import Decimal
from fractions import Fraction


def sample_size(population: int, error: Decimal | Fraction) -> int:
    """The size for a margin of error e, rounded up; of 1,000 people and e = 0.05 it is 286.

    Raises ValueError for fewer than no people or an error that is not between 0 and 1.
    """
    margin = Fraction(error)
    if population < 0 or not 0 < margin < 1:
        raise ValueError(population, error)
    return math.ceil(population / (1 + population * margin * margin))


def allocate(total: int, populations: Sequence[int]) -> list[int]:
    """So many replies over strata in proportion to their people; what is left over goes to the largest remainders.

    The sum is `total` and no stratum gets more than it has people. Raises ValueError when all together have fewer.
    """
    people = sum(populations)
    if not 0 <= total <= people or any(one < 0 for one in populations):
        raise ValueError(total, populations)
    if not total:
        return [0] * len(populations)
    shares = [Fraction(total * one, people) for one in populations]
    got = [math.floor(share) for share in shares]
    by_remainder = sorted(range(len(shares)), key=lambda i: (got[i] - shares[i], i))
    for i in by_remainder[: total - sum(got)]:
        got[i] += 1
    return got
