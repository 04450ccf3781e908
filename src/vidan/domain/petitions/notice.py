"""A day of reception is made known in time (Luật Tiếp công dân 2013 Đ.24 khoản 4: at least 5 working days before)."""

from dataclasses import dataclass
from datetime import date

from vidan.domain.workdays import Term, WorkingDay, count


@dataclass(frozen=True)
class Notice:
    """The last day on which the schedule may be published, and whether it was published after that."""

    latest: date
    late: bool


def notice(published_on: date, day: date, term: Term, is_working: WorkingDay) -> Notice:
    """Whether a day of reception was published in time; a late one is still held, and said to be late."""
    latest = count(day, term, is_working).due
    return Notice(latest, published_on > latest)
