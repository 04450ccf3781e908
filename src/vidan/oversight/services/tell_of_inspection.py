"""Whom a step of an inspection concerns: those of the Front who hold a permission, and those who answer for the unit."""

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.selectors import on_day
from vidan.oversight.inspection_moves import ANSWER
from vidan.oversight.models import Inspection


def tell_front(kind: NoticeKind, one: Inspection, *, permission: str) -> None:
    """Leave a notice for those of the Front who hold the permission."""
    _tell(kind, one, one.front_id, permission)


def tell_unit(kind: NoticeKind, one: Inspection) -> None:
    """Leave a notice for those who answer for the unit; there may be nobody who signs in."""
    _tell(kind, one, one.body_id, ANSWER)


def tell_delegates(one: Inspection) -> None:
    """Leave a notice for those of the delegation who sign in."""
    people = one.delegates.filter(user__is_active=True).values_list("user_id", flat=True)
    notify(kind=NoticeKind.WATCH_MEMBER, subject=one.code, user_ids=people, by_mail=not one.is_sample)


def _tell(kind: NoticeKind, one: Inspection, unit_id: int, permission: str) -> None:
    held = Assignment.objects.filter(on_day(clock.today()), unit_id=unit_id, role__in=named(permission).roles)
    people = User.objects.filter(is_active=True, assignments__in=held).distinct()
    notify(kind=kind, subject=one.code, user_ids=[person.pk for person in people], by_mail=not one.is_sample)
