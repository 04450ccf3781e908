"""Who may be responsible for a draft: the officers of the Front that criticises it."""

from collections.abc import Iterable

from vidan.consultations.access import OFFICERS
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.calendar import clock
from vidan.foundation.units.selectors import on_day


def officers_of(fronts: Iterable[int]) -> list[User]:
    """The people who run drafts in any of the Fronts today, by name."""
    held = Assignment.objects.filter(on_day(clock.today()), unit_id__in=fronts, role__in=OFFICERS)
    return list(User.objects.filter(is_active=True, pk__in=held.values("user_id")).order_by("name", "pk"))


def name_of(code: str) -> str:
    """The name behind an actor's code, empty when there is none."""
    return User.objects.filter(code=code).values_list("name", flat=True).first() or "" if code else ""
