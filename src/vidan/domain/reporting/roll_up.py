"""Numbers of several units summed up (tổng hợp): counts add up, shares are counted anew from the sums."""

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from vidan.domain.reporting.shares import share_of


@dataclass(frozen=True)
class Number:
    """A count, and what it is a share of if it is one; `scale` says into how many parts of one both are counted."""

    count: int
    total: int | None = None
    scale: int = 1

    @property
    def share(self) -> Decimal | None:
        """Its share of the total in per cent, or None where it is none."""
        return share_of(self.count, self.total)


def summed(numbers: Sequence[Number | None]) -> Number | None:
    """The sum of what is known; None when nothing is. A total is known when any part has one."""
    told = [one for one in numbers if one is not None]
    if not told:
        return None
    totals = [one.total for one in told if one.total is not None]
    return Number(sum(one.count for one in told), sum(totals) if totals else None, told[0].scale)
