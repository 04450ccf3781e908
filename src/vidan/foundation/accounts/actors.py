"""Who acts: a sign-in with today's roles, the teller with a receipt, the worker, or anybody."""

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission
from vidan.foundation.accounts.roles import Role
from vidan.foundation.calendar import clock


@dataclass(frozen=True)
class Held:
    """A role held today in a unit."""

    role: Role
    unit_id: int


@dataclass(frozen=True)
class Actor:
    """Who asks and what he holds today. `code` is what the journal keeps; it is never a name.

    `kept` holds what was asked of the database once for him: an actor lives as long as one request.
    """

    code: str
    name: str = ""
    user_id: int | None = None
    held: tuple[Held, ...] = field(default=())
    kept: dict[str, Any] = field(default_factory=dict, compare=False, repr=False)

    def may(self, name: str) -> bool:
        """Whether any role held today carries the permission; raises Unknown for an undeclared name."""
        roles = permission(name).roles
        return any(h.role in roles for h in self.held)

    def units_with(self, name: str) -> frozenset[int]:
        """Identifiers of the units in which the actor holds a role with the permission."""
        roles = permission(name).roles
        return frozenset(h.unit_id for h in self.held if h.role in roles)


TELLER = Actor(code="teller")
SYSTEM = Actor(code="system")
ANYBODY = Actor(code="public")


def acting(request: HttpRequest) -> Actor:
    """Who asks for a page, as the gate has put him in place (gate.RouteGate)."""
    actor: Actor = request.actor  # type: ignore[attr-defined] # set by the gate for every view
    return actor


def actors_of(users: Iterable[User]) -> list[Actor]:
    """The actors behind several sign-ins, in their order; their roles are asked for at once."""
    people = list(users)
    rows: dict[int, list[Assignment]] = {user.pk: [] for user in people}
    for row in Assignment.objects.filter(user__in=rows):
        rows[row.user_id].append(row)
    for user in people:
        user.assignment_rows = rows[user.pk]
    return [actor_of(user) for user in people]


def actor_of(user: User | None) -> Actor:
    """The actor behind a sign-in, with the roles of today on the installation's clock; ANYBODY when signed out."""
    if user is None or not user.is_active:
        return ANYBODY
    rows = user.assignment_rows
    if rows is None:
        rows = list(Assignment.objects.filter(user=user))
    held = [(row.role, row.unit_id) for row in rows if row.holds_on(clock.today())]
    return Actor(
        code=user.code,
        name=user.name,
        user_id=user.pk,
        held=tuple(Held(Role(role), unit_id) for role, unit_id in held),
    )
