"""Who carries cases (người phụ trách): the officers of a Front on a day, and to whom an actor may give cases."""

from collections.abc import Iterable
from datetime import date

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.permissions import permission
from vidan.foundation.calendar import clock
from vidan.foundation.units.kept import Kept
from vidan.foundation.units.selectors import on_day

CARRIES = "cases.classify"
"""Who holds this in a Front can be given its cases."""


def officers_of(fronts: Iterable[int], day: date) -> list[User]:
    """The officers who carry cases in some Fronts on a day, by name."""
    held = Assignment.objects.filter(on_day(day), unit_id__in=fronts, role__in=permission(CARRIES).roles)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("name", "pk"))


@Kept
def shown_officers(fronts: frozenset[int], day: date) -> tuple[User, ...]:
    """The same as a list shows them, asked for once a minute; a case is given by what officers_here() says at that moment."""
    return tuple(officers_of(fronts, day))


def givable_to(actor: Actor, officers: Iterable[User]) -> list[User]:
    """Those of some officers to whom an actor may give cases: the head to everybody, an officer to himself."""
    everybody = actor.may("cases.assign_others")
    return [user for user in officers if everybody or user.pk == actor.user_id]


def officers_here(actor: Actor) -> list[User]:
    """The officers of the actor's own Fronts today."""
    return officers_of(actor.units_with("cases.read"), clock.today())
