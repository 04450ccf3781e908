"""Where one recommendation (kiến nghị) stands on a day, and what may be done with it then."""

from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """What became of a recommendation; the values are stable."""

    OWED = "owed"
    OVERDUE = "overdue"
    URGED = "urged"
    PETITIONED = "petitioned"
    SETTLED = "settled"
    DECLINED = "declined"
    ANSWERED = "answered"
    DONE = "done"
    PARTLY = "partly"
    NOT_DONE = "not_done"


VERIFIED = frozenset({Standing.DONE, Standing.PARTLY, Standing.NOT_DONE})


class Decided(StrEnum):
    """What the superior of the unit answered to the Front's petition; the values are stable."""

    INSTRUCTED = "instructed"
    SETTLED = "settled"
    DECLINED = "declined"


@dataclass(frozen=True)
class Told:
    """What is known of a recommendation; None and empty are "not yet".

    `urged_until` is the day that the urging letter asks an answer by; a petition that the superior has answered by telling
    the unit to answer is over: the recommendation is owed again by its new `due_on`, and nothing of before counts.
    """

    due_on: date | None
    answered_on: date | None = None
    verified: str = ""
    urged_until: date | None = None
    petitioned_on: date | None = None
    decided: str = ""


def standing(told: Told, today: date) -> Standing:
    """The state of a recommendation; its due day itself is still in time.

    What the Front has verified counts most, then that the superior declined; an answer counts more than what pressed for it.
    """
    if told.verified:
        return Standing(told.verified)
    if told.decided == Decided.DECLINED:
        return Standing.DECLINED
    if told.answered_on is not None:
        return Standing.ANSWERED
    if told.decided == Decided.SETTLED:
        return Standing.SETTLED
    if told.petitioned_on is not None:
        return Standing.PETITIONED
    if told.urged_until is not None:
        return Standing.URGED
    if is_late(told.due_on, None, today):
        return Standing.OVERDUE
    return Standing.OWED


OPEN: dict[str, frozenset[Standing]] = {
    "answer": frozenset(Standing) - VERIFIED - {Standing.DECLINED},
    "urge": frozenset({Standing.OVERDUE, Standing.URGED}),
    "petition": frozenset({Standing.URGED}),
    "take_superior": frozenset({Standing.PETITIONED}),
    "verify": frozenset(Standing) - {Standing.OWED, Standing.DECLINED},
}
"""In which standings each step is open; one who was urged is urged again, or his superior petitioned, once that day passed."""

AFTER_URGING = frozenset({"urge", "petition"})


def may(step: str, told: Told, today: date) -> bool:
    """Whether a step is open: urging comes when the day has passed, the petition only when urging was in vain."""
    stands = standing(told, today)
    if stands not in OPEN[step]:
        return False
    if step in AFTER_URGING and stands is Standing.URGED:
        return is_late(told.urged_until, None, today)
    return True


def is_ended(told: Told) -> bool:
    """Whether nothing more is followed: the Front has verified it, or the superior has declined it."""
    return bool(told.verified) or told.decided == Decided.DECLINED


def is_late(due_on: date | None, answered_on: date | None, today: date) -> bool:
    """Whether the answer came, or is still missing, after its day."""
    return due_on is not None and (answered_on or today) > due_on
