"""Whether opinions on a draft are taken from everybody today, and if not, why; derived from its state and its dates alone."""

from datetime import date
from enum import StrEnum

from vidan.consultations.kinds import State
from vidan.consultations.models import Draft


class Window(StrEnum):
    """Where the time for opinions stands."""

    OPEN = "open"
    NOT_YET = "not_yet"
    OVER = "over"
    ENDED = "ended"


def window_of(draft: Draft, today: date) -> Window:
    """Open from the first day to the last, both included, while the draft is being asked about."""
    if draft.state != State.OPEN or draft.opens_on is None or draft.closes_on is None:
        return Window.ENDED
    if today < draft.opens_on:
        return Window.NOT_YET
    return Window.OPEN if today <= draft.closes_on else Window.OVER
