"""Whom a step of a criticism concerns: those who have something to do with the draft now."""

from vidan.consultations.models import Draft
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.selectors import on_day


def notify_front(kind: NoticeKind, draft: Draft, *, permission: str) -> None:
    """Leave a notice for those of the Front who hold the permission."""
    _notify(kind, draft, draft.front_id, permission)


def notify_body(kind: NoticeKind, draft: Draft) -> None:
    """Leave a notice for those who answer for the body; there may be nobody who signs in."""
    _notify(kind, draft, draft.body_id, "consultations.answer")


def _notify(kind: NoticeKind, draft: Draft, unit_id: int, permission: str) -> None:
    held = Assignment.objects.filter(on_day(clock.today()), unit_id=unit_id, role__in=named(permission).roles)
    people = User.objects.filter(is_active=True, assignments__in=held).distinct()
    notify(kind=kind, subject=draft.code, user_ids=[one.pk for one in people], by_mail=not draft.is_sample)
