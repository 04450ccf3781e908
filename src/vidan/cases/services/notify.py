"""Whom a step of a case concerns: people with a role in the unit, and only those who may know of the case."""

from vidan.cases.models import CaseFile
from vidan.foundation.accounts.actors import Actor, actor_of, actors_of
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import on_day, standing
from vidan.foundation.vault.models import Custodian


def notify_unit(
    kind: NoticeKind, case: CaseFile, *, unit: Unit, permission: str = "", but: Actor | None = None
) -> None:
    """Leave a notice for the people of the unit, or of who alone succeeded it, who hold the permission (or any role).

    Only for those who may see the case: the conflict guard holds because visible_to() is asked for each of them. Sample
    cases are not mailed.
    """
    roles = named(permission).roles if permission else None
    today = clock.today()
    held = Assignment.objects.filter(on_day(today), unit__in={unit, standing(unit.pk, today) or unit})
    if roles is not None:
        held = held.filter(role__in=roles)
    people = User.objects.filter(is_active=True, assignments__in=held).distinct()
    if but is not None:
        people = people.exclude(code=but.code)
    told = [actor.user_id for actor in actors_of(people) if actor.user_id is not None and _may_know(actor, case)]
    notify(kind=kind, subject=case.code, user_ids=told, by_mail=not case.is_sample)


def notify_custodians(case: CaseFile) -> None:
    """Leave a notice for those who may open the name that was given with the case in confidence: an officer asks for it."""
    key = CaseFile.objects.filter(pk=case.pk).values("identity__front_key")
    held = Custodian.objects.filter(key__in=key).values("keeper__user")
    keepers = User.objects.filter(pk__in=held, is_active=True)
    may = [one.pk for one in keepers if CaseFile.objects.in_custody_of(actor_of(one)).filter(pk=case.pk).exists()]
    notify(kind=NoticeKind.NAME_ASKED, subject=case.code, user_ids=may, by_mail=not case.is_sample)


def notify_officer(kind: NoticeKind, case: CaseFile, *, user: User) -> None:
    """Leave a notice for one officer, if he may still know of the case."""
    if user.is_active and _may_know(actor_of(user), case):
        notify(kind=kind, subject=case.code, user_ids=[user.pk], by_mail=not case.is_sample)


def _may_know(actor: Actor, case: CaseFile) -> bool:
    return CaseFile.objects.visible_to(actor).filter(pk=case.pk).exists()
