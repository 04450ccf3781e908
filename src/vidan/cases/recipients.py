"""To whom a case goes: the body that settles and the body that monitors, by unit and date (plan of 2018, section 2)."""

from dataclasses import dataclass
from datetime import date

from vidan.cases.models import CaseFile
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import monitor_of, standing_on


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
    if case.is_own:
        return petition_receivers(case.front, clock.today())
    if case.subject_unit is None:
        return None
    return receivers_of(case.subject_unit, clock.today(), of_who_leads=bool(case.official and case.official.leads))


def receivers_of(unit: Unit, day: date, *, of_who_leads: bool = False) -> Recipients | None:
    """Who must act on a word about a unit on a day; a word about a Front or a member organisation has no such body.

    A word about who leads the body goes to the next People's Committee up: nobody settles a matter of his own.
    """
    unit = standing_on(unit.pk, day) if unit.valid_to and unit.valid_to < day else unit
    settler = _committee(unit)
    if of_who_leads and settler is not None and settler == unit:
        settler = _committee(settler.parent)
    monitor = monitor_of(unit, day)
    if settler is None or monitor is None or monitor == settler:
        return None
    about = {unit.pk} | ({unit.parent_id} if unit.kind == UnitKind.ONE_STOP_COUNTER else set())
    return Recipients(settler, monitor, about_settler=settler.pk in about, about_monitor=monitor.pk in about)


def petition_receivers(front: Unit, day: date) -> Recipients | None:
    """Who must act on the Front's own petition: the People's Committee of the same level, and the body that monitors it.

    Nobody is complained of and nobody must be protected, so the conflict guard has nothing to guard.
    """
    settler = committee_beside(front, day)
    monitor = monitor_of(settler, day) if settler else None
    if settler is None or monitor is None or monitor == settler:
        return None
    return Recipients(settler, monitor, about_settler=False, about_monitor=False)


def committee_beside(front: Unit, day: date) -> Unit | None:
    """The People's Committee of the same level and place as a Front (Ủy ban nhân dân cùng cấp)."""
    same = Unit.objects.valid_on(day).filter(kind=UnitKind.PEOPLES_COMMITTEE, level=front.level, area_id=front.area_id)
    return same.select_related("area").first()


def _committee(unit: Unit | None) -> Unit | None:
    """The People's Committee that a unit is, or the nearest one above it."""
    while unit is not None and unit.kind != UnitKind.PEOPLES_COMMITTEE:
        unit = unit.parent
    return unit
