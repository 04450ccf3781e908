"""Whom a step of a case concerns: people with a role in the unit, and only those who may know of the case."""

from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import Actor, actor_of
from vidan.foundation.accounts.models import User
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import on_day


def notify_unit(
    kind: NoticeKind, case: CaseFile, *, unit: Unit, permission: str = "", but: Actor | None = None
) -> None:
    """Leave a notice for the unit's people who hold the permission (or any role) and may see the case.

    The conflict guard holds here because visible_to() is asked for each of them. Sample cases are not mailed.
    """
    roles = named(permission).roles if permission else None
    held = on_day(clock.today())
    people = User.objects.filter(is_active=True, assignments__in=unit.assignments.filter(held)).distinct()
    if roles is not None:
        people = people.filter(assignments__in=unit.assignments.filter(held, role__in=roles))
    if but is not None:
        people = people.exclude(code=but.code)
    may_know = [user.pk for user in people if CaseFile.objects.visible_to(actor_of(user)).filter(pk=case.pk).exists()]
    notify(kind=kind, subject=case.code, user_ids=may_know, by_mail=not case.is_sample)
