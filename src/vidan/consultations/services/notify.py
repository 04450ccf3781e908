"""Whom a step of a criticism, or an opinion, concerns: those who have something to do with the draft now."""

from django.db.models import QuerySet

from vidan.consultations.models import Draft, Opinion
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission as named
from vidan.foundation.calendar import clock
from vidan.foundation.notices.models import Notice, NoticeKind
from vidan.foundation.notices.services import notify
from vidan.foundation.units.selectors import on_day
from vidan.foundation.vault.models import Custodian

MODERATE = "consultations.moderate"


def notify_front(kind: NoticeKind, draft: Draft, *, permission: str) -> None:
    """Leave a notice for those of the Front who hold the permission."""
    _notify(kind, draft, _people(draft.front_id, permission))


def notify_body(kind: NoticeKind, draft: Draft) -> None:
    """Leave a notice for those who answer for the body; there may be nobody who signs in."""
    _notify(kind, draft, _people(draft.body_id, "consultations.answer"))


def notify_responsible(kind: NoticeKind, draft: Draft) -> None:
    """Leave a notice for the officer responsible for the draft, or for all who look at opinions while there is none.

    Somebody who has not read the last of this kind gets no second one: a draft may get hundreds of opinions in a day.
    """
    people = _people(draft.front_id, MODERATE)
    own = people.filter(code=draft.officer) if draft.officer else people
    told = Notice.objects.filter(kind=kind, subject=draft.code, read_at__isnull=True).values("user_id")
    _notify(kind, draft, (own if own.exists() else people).exclude(pk__in=told))


def notify_custodians(opinion: Opinion) -> None:
    """Leave a notice for those who may open the name that was given with the opinion: an officer asks for it."""
    assert opinion.identity is not None  # given in confidence
    held = Custodian.objects.filter(key=opinion.identity.front_key_id).values("keeper__user")
    keepers = User.objects.filter(pk__in=held, is_active=True)
    may = [one.pk for one in keepers if Opinion.objects.in_custody_of(actor_of(one)).filter(pk=opinion.pk).exists()]
    notify(kind=NoticeKind.NAME_ASKED, subject=opinion.code, user_ids=may, by_mail=not opinion.is_sample)


def notify_officer(opinion: Opinion, *, user: User) -> None:
    """Leave a notice for the officer who asked for a name, if he may still know of the opinion."""
    if user.is_active and Opinion.objects.visible_to(actor_of(user)).filter(pk=opinion.pk).exists():
        notify(kind=NoticeKind.NAME_TOLD, subject=opinion.code, user_ids=[user.pk], by_mail=not opinion.is_sample)


def _people(unit_id: int, permission: str) -> QuerySet[User]:
    held = Assignment.objects.filter(on_day(clock.today()), unit_id=unit_id, role__in=named(permission).roles)
    return User.objects.filter(is_active=True, assignments__in=held).distinct()


def _notify(kind: NoticeKind, draft: Draft, people: QuerySet[User]) -> None:
    notify(kind=kind, subject=draft.code, user_ids=[one.pk for one in people], by_mail=not draft.is_sample)
