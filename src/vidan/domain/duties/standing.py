"""Where a report stands against its day, and a duty against its reports; working days are counted by the caller."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum


class Standing(StrEnum):
    """Where one report stands on a day."""

    AHEAD = "ahead"
    SOON = "soon"
    LATE = "late"
    VERY_LATE = "very_late"
    IN_TIME = "in_time"
    SENT_LATE = "sent_late"


def standing(*, due: date, sent: date | None, today: date, left: int, remind: int, very_late: int) -> Standing:
    """Where a report stands: `left` working days are left to its day, negative ones are over.

    The due day itself is in time. It is near from `remind` working days before, and very late from `very_late` after it on.
    What was sent stands by the day of its first sending, whatever became of it later.
    """
    if sent is not None:
        return Standing.IN_TIME if sent <= due else Standing.SENT_LATE
    if today <= due:
        return Standing.SOON if left <= remind else Standing.AHEAD
    return Standing.VERY_LATE if -left >= very_late else Standing.LATE


class DutyState(StrEnum):
    """Where a duty stands."""

    NOT_YET = "not_yet"
    UNDER_WAY = "under_way"
    LATE = "late"
    DONE = "done"


@dataclass(frozen=True)
class Asked:
    """One report that a duty asks for: by when, and when it was first sent."""

    due: date
    sent: date | None


def duty_state(
    *, reports: Iterable[Asked], done_on: date | None, by: date, counted: int | None, today: date
) -> DutyState:
    """Where a duty stands on a day.

    1. Done once somebody, or its last accepted report, says so; what is done later is not done today.
    2. Late when a report is owed, or when no report is asked for and its own last day `by` is over.
    3. Under way when a report came in, or its figure counted something.
    """
    asked = list(reports)
    if done_on is not None and done_on <= today:
        return DutyState.DONE
    if any(one.sent is None and one.due < today for one in asked) or (not asked and by < today):
        return DutyState.LATE
    if counted or any(one.sent is not None for one in asked):
        return DutyState.UNDER_WAY
    return DutyState.NOT_YET
