"""Where one recommendation (kiến nghị) stands on a day."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """What became of a recommendation; the values are stable."""

    OWED = "owed"
    OVERDUE = "overdue"
    PETITIONED = "petitioned"
    ANSWERED = "answered"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


VERIFIED = frozenset({Standing.DONE, Standing.PARTLY, Standing.NOT_DONE})


@dataclass(frozen=True)
class Told:
    """What is known of a recommendation; None and empty are "not yet"."""

    due_on: date | None
    answered_on: date | None = None
    verified: str = ""
    petitioned_on: date | None = None


def standing(told: Told, today: date) -> Standing:
    """The state of a recommendation; its due day itself is still in time.

    What the Front has verified counts most; an answer counts more than a petition that went before it.
    """
    if told.verified:
        return Standing(told.verified)
    if told.answered_on is not None:
        return Standing.ANSWERED
    if told.petitioned_on is not None:
        return Standing.PETITIONED
    if told.due_on is not None and told.due_on < today:
        return Standing.OVERDUE
    return Standing.OWED


def is_late(due_on: date | None, answered_on: date | None, today: date) -> bool:
    """Whether the answer came, or is still missing, after its day."""
    return due_on is not None and (answered_on or today) > due_on
