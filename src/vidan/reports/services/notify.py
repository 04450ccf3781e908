"""Whom a step of a report concerns: who has to comment, to approve, to send, to mend or to read it."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Assignment
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.selectors import on_day, standing_on
from vidan.reports.models import Report


def tell_front(kind: NoticeKind, report: Report, *, permission: str, actor: Actor) -> None:
    """Leave a notice for those of the reporting Front who hold the permission, but not for who takes the step."""
    _tell(kind, report, report.front_id, permission, actor)


def tell_receiver(kind: NoticeKind, report: Report, *, actor: Actor) -> None:
    """Leave a notice for those who read reports in the Front above, or in the one that stands in its place."""
    if report.receiver_id is not None:
        _tell(kind, report, report.receiver_id, "reports.read_below", actor)


def _tell(kind: NoticeKind, report: Report, unit_id: int, permission: str, actor: Actor) -> None:
    day = clock.today()
    there = standing_on(unit_id, day)
    held = Assignment.objects.filter(on_day(day), unit=there, role__in=named(permission).roles)
    people = held.filter(user__is_active=True).exclude(user_id=actor.user_id or 0).order_by("user_id")
    ids = list(people.values_list("user_id", flat=True).distinct())
    notify(kind=kind, subject=report.code, user_ids=ids, by_mail=not report.is_sample)
