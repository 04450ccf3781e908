"""Sign-ins of the staff (người dùng): made, given roles with dates, and closed by the head of a Front, each step journalled."""

import secrets
from datetime import date, timedelta

from allauth.mfa.models import Authenticator
from django.contrib.auth.base_user import AbstractBaseUser
from django.db import IntegrityError, transaction
from django.db.models import Q, QuerySet

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import within

PERMISSION = "accounts.staff"
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"
"""Letters and digits that are not mistaken for each other when read aloud."""


class AlreadyThere(ValueError):
    """A sign-in with this e-mail, or this role from this day, is there already."""


class OwnRole(PermissionError):
    """Nobody ends his own role or closes his own sign-in: the last one to hold the door would be outside."""


def units_of(actor: Actor) -> QuerySet[Unit]:
    """The units whose people the actor looks after: those in the territory of the Fronts he heads, that exist today."""
    return Unit.objects.valid_on(clock.today()).filter(within(actor.units_with(PERMISSION)))


def staff_of(actor: Actor) -> QuerySet[User]:
    """The sign-ins that have or had a role in one of those units."""
    here = Assignment.objects.filter(unit__in=units_of(actor))
    return User.objects.filter(pk__in=here.values("user_id")).order_by("name", "pk")


def first_password() -> str:
    """A password to hand over once: four groups of four, about 79 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def add_sign_in(*, email: str, name: str, role: Role, unit: Unit, since: date, actor: Actor) -> tuple[User, str]:
    """Make a sign-in with its first role; returns it with the password to hand over, which is kept nowhere.

    Raises AlreadyThere. The person changes the password and sets up the second step when first signing in.
    """
    password = first_password()
    try:
        with transaction.atomic():
            user = User.objects.create_user(email=email, name=name, password=password)
            User.objects.filter(pk=user.pk).update(has_first_password=True)
            _tell("staff.add", user, actor)
            give_role(user=user, role=role, unit=unit, since=since, actor=actor)
    except IntegrityError as taken:
        raise AlreadyThere(email) from taken
    return user, password


def give_role(*, user: User, role: Role, unit: Unit, since: date, actor: Actor) -> Assignment:
    """Give a role in a unit from a day on; raises AlreadyThere."""
    try:
        with transaction.atomic():
            given = Assignment.objects.create(user=user, role=role, unit=unit, valid_from=since)
            _tell("staff.give_role", user, actor, {"role": role, "unit": unit.slug, "since": since.isoformat()})
    except IntegrityError as taken:
        raise AlreadyThere(role) from taken
    return given


def end_role(*, assignment: Assignment, last_day: date, actor: Actor) -> None:
    """Let a role end with a day, which still counts; raises OwnRole."""
    if assignment.user_id == actor.user_id:
        raise OwnRole
    with transaction.atomic():
        assignment.valid_to = max(last_day, assignment.valid_from - timedelta(days=1))
        assignment.save(update_fields=["valid_to"])
        facts: dict[str, Fact] = {"role": assignment.role, "unit": assignment.unit.slug, "until": last_day.isoformat()}
        _tell("staff.end_role", assignment.user, actor, facts)


def renew_access(*, user: User, actor: Actor) -> str:
    """For who lost password or telephone: a new password to hand over, and the second step is set up anew; raises OwnRole."""
    if user.pk == actor.user_id:
        raise OwnRole
    password = first_password()
    with transaction.atomic():
        user.set_password(password)
        user.has_first_password, user.is_active = True, True
        user.save(update_fields=["password", "has_first_password", "is_active"])
        Authenticator.objects.filter(user_id=user.pk).delete()
        _tell("staff.renew_access", user, actor)
    return password


def close_sign_in(*, user: User, actor: Actor) -> None:
    """Close a sign-in at once; its history stays. Raises OwnRole."""
    if user.pk == actor.user_id:
        raise OwnRole
    with transaction.atomic():
        User.objects.filter(pk=user.pk).update(is_active=False)
        _tell("staff.close", user, actor)


def changed_own_password(user: AbstractBaseUser) -> None:
    """The person has chosen a password of his own."""
    User.objects.filter(pk=user.pk).update(has_first_password=False)


def roles_of(users: QuerySet[User]) -> dict[int, list[Assignment]]:
    """The roles of some sign-ins that hold today or will hold, by person."""
    found: dict[int, list[Assignment]] = {}
    open_ended = Q(valid_to__isnull=True) | Q(valid_to__gte=clock.today())
    for row in Assignment.objects.filter(open_ended, user__in=users).select_related("unit").order_by("valid_from"):
        found.setdefault(row.user_id, []).append(row)
    return found


def _tell(event: str, user: User, actor: Actor, facts: dict[str, Fact] | None = None) -> None:
    unit_id = min(actor.units_with(PERMISSION), default=None)
    record(event, subject=user.code, actor=actor.code, unit_id=unit_id, facts=facts)
