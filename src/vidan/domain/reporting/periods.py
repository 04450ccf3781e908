"""The period of a report (kỳ báo cáo): a year, half a year or a quarter, and the day up to which its numbers count."""

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum


class Kind(StrEnum):
    """How long a period is."""

    YEAR = "year"
    HALF = "half"
    QUARTER = "quarter"


PARTS = {Kind.YEAR: 1, Kind.HALF: 2, Kind.QUARTER: 4}
"""How many periods of a kind a year has."""


@dataclass(frozen=True)
class Period:
    """One period: `part` is which half or quarter of the year, 1 for a whole year. Raises ValueError for one that is not."""

    kind: Kind
    year: int
    part: int = 1

    def __post_init__(self) -> None:
        if not 1 <= self.part <= PARTS[self.kind]:
            raise ValueError(self.part)

    @property
    def months(self) -> int:
        """How many months it has."""
        return 12 // PARTS[self.kind]

    @property
    def since(self) -> date:
        """Its first day."""
        return date(self.year, (self.part - 1) * self.months + 1, 1)

    @property
    def until(self) -> date:
        """Its last day."""
        month = self.part * self.months
        following = date(self.year + 1, 1, 1) if month == 12 else date(self.year, month + 1, 1)
        return following - timedelta(days=1)

    def holds(self, day: date) -> bool:
        """Whether numbers of the period can be counted up to that day (ngày chốt số liệu)."""
        return self.since <= day <= self.until

    def quarters(self, cut_off: date) -> tuple[int, ...]:
        """The quarters of the year that it has up to a day: 1 to 4."""
        first, last = (self.since.month + 2) // 3, (min(cut_off, self.until).month + 2) // 3
        return tuple(range(first, last + 1))
