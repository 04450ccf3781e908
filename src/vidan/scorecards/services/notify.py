"""Whom a step of a sheet concerns: those who may look at it, and have something to do."""

from django.db.models import Q

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import on_day, within
from vidan.scorecards.models import Scorecard


def notify_front(kind: NoticeKind, card: Scorecard, *, permission: str) -> None:
    """Leave a notice for those of the Front who hold the permission."""
    _notify(kind, card, Q(unit_id=card.front_id), permission)


def notify_unit(kind: NoticeKind, card: Scorecard) -> None:
    """Leave a notice for the officers of the unit that is scored."""
    _notify(kind, card, Q(unit_id=card.unit_id), "scorecards.declare")


def notify_asked(kind: NoticeKind, card: Scorecard) -> None:
    """Leave a notice for the member organisations and Fronts of the territory who are asked."""
    around = Unit.objects.filter(within([card.front_id])).exclude(pk=card.front_id)
    _notify(kind, card, Q(unit__in=around), "scorecards.opine")


def _notify(kind: NoticeKind, card: Scorecard, where: Q, permission: str) -> None:
    held = Assignment.objects.filter(on_day(clock.today()), where, role__in=named(permission).roles)
    people = User.objects.filter(is_active=True, assignments__in=held).distinct()
    notify(kind=kind, subject=card.code, user_ids=[one.pk for one in people], by_mail=not card.is_sample)
