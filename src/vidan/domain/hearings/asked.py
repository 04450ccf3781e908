"""Who was asked in writing, who answered and who is late, counted by the day on which answers were wanted.

Days are those of the calendar, the day itself is in time. Without a day nobody is late.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from vidan.domain.watching.punctuality import Punctuality, Standing, punctuality


@dataclass(frozen=True)
class Asked:
    """One body: the day on which the letter to it went out, none while it is being written, and the day of its answer."""

    asked_on: date | None
    answered_on: date | None = None


@dataclass(frozen=True)
class Tally:
    """How many were asked; each of them answered, is overdue or has time left. `late` of the answers came after the day."""

    asked: int = 0
    answered: int = 0
    late: int = 0
    overdue: int = 0
    waiting: int = 0


def answering(one: Asked, wanted_by: date | None, today: date) -> Punctuality | None:
    """Where the answer of one body stands today; None while it has not been asked and sent nothing of itself."""
    if one.asked_on is None and one.answered_on is None:
        return None
    return punctuality(wanted_by, one.answered_on, today)


def tallied(rows: Iterable[Asked], wanted_by: date | None, today: date) -> Tally:
    """The count of all who were asked; who answered without being asked counts as asked."""
    found = [answering(one, wanted_by, today) for one in rows]
    standings = [one.standing for one in found if one is not None]
    overdue = standings.count(Standing.LATE)
    waiting = standings.count(Standing.DUE) + standings.count(Standing.NO_DUE)
    return Tally(
        asked=len(standings),
        answered=len(standings) - overdue - waiting,
        late=standings.count(Standing.PUBLISHED_LATE),
        overdue=overdue,
        waiting=waiting,
    )
