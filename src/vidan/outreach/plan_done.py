"""Plan against done (kế hoạch và kết quả): by unit or by topic, quarter by quarter, out of lines and activities of a year."""

from collections import Counter
from collections.abc import Callable, Iterable
from dataclasses import dataclass

from vidan.domain.planning.quarters import QUARTERS, fill
from vidan.outreach.models import PlanLine

Key = tuple[int, str, str]
"""Unit, kind, topic."""

Done = dict[Key, int]


@dataclass(frozen=True)
class Row:
    """One row: who or what, each quarter's `(done, planned)`, the year's, and what was done beyond the plan."""

    name: str
    quarters: tuple[tuple[int, int], ...]
    beyond: int

    @property
    def done(self) -> int:
        """Of what was planned for the year."""
        return sum(done for done, _planned in self.quarters)

    @property
    def planned(self) -> int:
        """For the year."""
        return sum(planned for _done, planned in self.quarters)


def against(lines: Iterable[PlanLine], done: Done, by: Callable[[Key], str], *, total: str) -> list[Row]:
    """The rows by what `by` names of each purpose, in the order they come, and under them the `total`."""
    planned: dict[Key, Counter[int]] = {}
    for line in lines:
        planned.setdefault((line.unit_id, line.kind, line.topic), Counter())[line.quarter] += line.count
    sums: dict[str, Counter[tuple[str, int]]] = {}
    for key in {**planned, **done}:
        counts = [planned.get(key, Counter())[of] for of in QUARTERS]
        filled = fill(counts, done.get(key, 0))
        told = {("beyond", 0): done.get(key, 0) - sum(filled)}
        told |= {("planned", of): count for of, count in zip(QUARTERS, counts, strict=True)}
        told |= {("done", of): count for of, count in zip(QUARTERS, filled, strict=True)}
        for name in (by(key), total):
            sums.setdefault(name, Counter()).update(told)
    whole = sums.pop(total, None)
    rows = [_row(name, told) for name, told in sums.items()]
    return [*rows, _row(total, whole)] if whole else rows


def _row(name: str, told: Counter[tuple[str, int]]) -> Row:
    return Row(name, tuple((told["done", of], told["planned", of]) for of in QUARTERS), told["beyond", 0])
