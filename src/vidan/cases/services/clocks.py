"""The clocks of a case: which rows of the table start and stop, and what is due next."""

from datetime import date

from vidan.cases.models import CaseFile
from vidan.domain.moves import Move, StartClock, StopClock
from vidan.foundation.calendar.models import Clock
from vidan.foundation.calendar.services import counted, start_all, stop


def start_clocks(case: CaseFile, move: Move, *, on: date, but: frozenset[str] = frozenset()) -> dict[str, Clock]:
    """Start the clocks of a move's row, without the roles `but`, and return them by role."""
    effects = [effect for effect in move.clocks if isinstance(effect, StartClock) and effect.role not in but]
    clocks = [counted(case.code, effect.rule, effect.role, on) for effect in effects]
    return {clock.role: clock for clock in start_all(clocks)}


def stop_clocks(case: CaseFile, move: Move, *, on: date) -> None:
    """Stop what the row stops; a role `answer` stands for the clocks of all bodies and is stopped by each answer itself."""
    roles = {effect.role for effect in move.clocks if isinstance(effect, StopClock)} - {"answer"}
    if roles:
        for clock in Clock.objects.filter(subject=case.code, role__in=roles, stopped_on__isnull=True):
            stop(clock, on)


def next_date(case: CaseFile) -> date | None:
    """The earliest date that still runs for a case, or None when nothing does; a paused clock has none."""
    running = Clock.objects.filter(subject=case.code, stopped_on__isnull=True, paused_on__isnull=True)
    return running.order_by("due_on").values_list("due_on", flat=True).first()
