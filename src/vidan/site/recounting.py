"""After a change of the calendar every open term is counted anew, and each duty lets its files follow."""

from datetime import date

from vidan.cases.services.recount import tell_case
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import recount
from vidan.oversight.services.recount import tell_inspection

TELL = (tell_case, tell_inspection)


def recount_all(*, actor: Actor) -> int:
    """Recount all open terms in one transaction; returns how many moved."""

    def tell(clock: Clock, was: date, now: date) -> None:
        for told in TELL:
            told(clock, was, now, actor=actor)

    return recount(tell)
