"""Keeping the register of officials: who serves where, by whom it was entered."""

from dataclasses import dataclass
from datetime import date

from django.db import transaction
from django.db.models import F, QuerySet

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.accounts.models import Official, Status, User
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import within

PERMISSION = "accounts.officials"


@dataclass(frozen=True)
class Entered:
    """What is known of an official."""

    name: str
    position: str
    status: Status
    unit: Unit
    since: date
    leads: bool = False
    email: str = ""


class NobodySignsIn(LookupError):
    """No sign-in has this e-mail."""


def units_served(actor: Actor) -> QuerySet[Unit]:
    """The units whose officials the actor registers: those in the territory of his Fronts that exist today."""
    return Unit.objects.valid_on(clock.today()).filter(within(actor.units_with(PERMISSION)))


def officials_of(actor: Actor) -> QuerySet[Official]:
    """The register of those units: who serves today first, then who served."""
    rows = Official.objects.filter(unit__in=units_served(actor)).select_related("unit")
    return rows.order_by(F("valid_to").desc(nulls_first=True), "unit__level", "unit__sort_key", "name", "pk")


def register(*, entered: Entered, actor: Actor) -> Official:
    """Enter an official; raises NobodySignsIn when the e-mail is no one's."""
    user = User.objects.filter(email=entered.email.lower()).first() if entered.email else None
    if entered.email and user is None:
        raise NobodySignsIn(entered.email)
    with transaction.atomic():
        official = Official.objects.create(
            name=entered.name,
            position=entered.position,
            status=entered.status,
            leads=entered.leads,
            unit=entered.unit,
            user=user,
            valid_from=entered.since,
        )
        facts: dict[str, str | int | bool | None] = {"unit": entered.unit.slug, "status": entered.status}
        record("official.register", subject=official.code, actor=actor.code, unit_id=_front(actor), facts=facts)
    return official


def end_service(*, official: Official, last_day: date, actor: Actor) -> None:
    """Let an official's service end with a day, which still counts."""
    with transaction.atomic():
        Official.objects.filter(pk=official.pk).update(valid_to=max(last_day, official.valid_from))
        record("official.end", subject=official.code, actor=actor.code, unit_id=_front(actor))


def served_on(day: date) -> list[tuple[str, list[tuple[str, str]]]]:
    """Officials on a day, grouped by unit, for a list of choices: `[(unit, [(code, words)])]`."""
    groups: dict[str, list[tuple[str, str]]] = {}
    rows = Official.objects.valid_on(day).select_related("unit").order_by("unit__sort_key", "name")
    for official in rows:
        groups.setdefault(official.unit.short_name, []).append((official.code, str(official)))
    return list(groups.items())


def _front(actor: Actor) -> int | None:
    return min(actor.units_with(PERMISSION), default=None)
