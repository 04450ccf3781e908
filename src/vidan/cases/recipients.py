"""To whom a case goes: the body that settles and the body that monitors, by unit and date (plan of 2018, section 2)."""

from dataclasses import dataclass
from datetime import date

from vidan.cases.models import CaseFile
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import monitor_of


@dataclass(frozen=True)
class Recipients:
    """The People's Committee of the official's place and the monitoring body.

    `about_settler` and `about_monitor` say whether the body is itself complained of, or stands directly above the counter
    that is: then the conflict guard of design.md section 5 holds.
    """

    settler: Unit
    monitor: Unit
    about_settler: bool
    about_monitor: bool


def recipients_of(case: CaseFile) -> Recipients | None:
    """Who must act on a case today, or None while the unit complained of is not known or nobody monitors it."""
    return receivers_of(case.subject_unit, clock.today()) if case.subject_unit else None


def receivers_of(unit: Unit, day: date) -> Recipients | None:
    """Who must act on a word about a unit on a day; a word about a Front or a member organisation has no such body."""
    settler: Unit | None = unit
    while settler is not None and settler.kind != UnitKind.PEOPLES_COMMITTEE:
        settler = settler.parent
    monitor = monitor_of(unit, day)
    if settler is None or monitor is None or monitor == settler:
        return None
    about = {unit.pk} | ({unit.parent_id} if unit.kind == UnitKind.ONE_STOP_COUNTER else set())
    return Recipients(settler, monitor, about_settler=settler.pk in about, about_monitor=monitor.pk in about)
