"""Grounds for not handling a word (căn cứ không xử lý): which of a table hold for a kind on a day.

The table itself is data with its sources (data/petitions): Luật Khiếu nại 2011 Đ.11, Luật Tố cáo 2018 Đ.24.3, 25, 29.1 ...
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True)
class Ground:
    """One ground: for which kinds, between which dates, by which source, and the sentence that the sender is told.

    `label` and `english` are what the officer chooses; `told` says besides what the sender can do next.
    """

    code: str
    kinds: frozenset[str]
    label: str
    english: str
    told: str
    basis: str
    certainty: str
    valid_from: date
    valid_to: date | None = None

    def holds_for(self, kind: str, day: date) -> bool:
        """Whether a word of that kind may be refused on this ground on a day; both ends of the validity count."""
        in_force = self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)
        return in_force and kind in self.kinds


class UnlawfulGround(ValueError):
    """No such ground holds for the kind on the day."""


def grounds_for(table: Iterable[Ground], kind: str, day: date) -> tuple[Ground, ...]:
    """The grounds that may be chosen, in the order of the table; none means that the word must be handled."""
    return tuple(ground for ground in table if ground.holds_for(kind, day))


def lawful_ground(table: Iterable[Ground], code: str, kind: str, day: date) -> Ground:
    """The ground of a code; raises UnlawfulGround when it does not hold for the kind on the day."""
    for ground in grounds_for(table, kind, day):
        if ground.code == code:
            return ground
    raise UnlawfulGround(code)
