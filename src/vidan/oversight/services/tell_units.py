"""Giving notice of reports and guidance: to who reports for a unit, and to who runs the plan."""

from collections.abc import Iterable

from vidan.foundation.accounts.models import Assignment
from vidan.foundation.accounts.permissions import permission
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.selectors import on_day, standing_on
from vidan.oversight.models.duty_report import REPORT
from vidan.oversight.models.programme import RUN


def tell_unit(kind: NoticeKind, unit_id: int, subject: str, *, by_mail: bool = True) -> None:
    """Tell the people who report for a unit, or for the one that stands in its place."""
    notify(kind=kind, subject=subject, user_ids=_people(REPORT, [unit_id]), by_mail=by_mail)


def tell_front(kind: NoticeKind, front_id: int, subject: str, *, by_mail: bool = True) -> None:
    """Tell the people who run the plan of a Front."""
    notify(kind=kind, subject=subject, user_ids=_people(RUN, [front_id]), by_mail=by_mail)


def tell_units(kind: NoticeKind, unit_ids: Iterable[int], subject: str, *, by_mail: bool = True) -> None:
    """Tell the people who report for several units."""
    notify(kind=kind, subject=subject, user_ids=_people(REPORT, unit_ids), by_mail=by_mail)


def _people(name: str, units: Iterable[int]) -> list[int]:
    day = clock.today()
    standing = {standing_on(unit, day).pk for unit in units}
    held = Assignment.objects.filter(on_day(day), unit_id__in=standing, role__in=permission(name).roles)
    people = held.filter(user__is_active=True).order_by("user_id").values_list("user_id", flat=True)
    return list(people.distinct())
