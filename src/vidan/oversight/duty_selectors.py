"""Asking for plans, duties and their units as an actor meets them."""

from collections.abc import Sequence
from typing import TypeVar

from django.http import Http404

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import in_place_of, within
from vidan.oversight.models import Duty, DutyReport, Guidance, Plan, Programme
from vidan.oversight.models.programme import RUN

Row = TypeVar("Row")

DOERS = (UnitKind.FRONT_COMMITTEE, UnitKind.MEMBER_ORGANISATION)


def visible_programme(actor: Actor, code: str) -> Programme:
    """The programme, if the actor may read it; raises Http404."""
    rows = Programme.objects.visible_to(actor).select_related("front", "partner", "file")
    return _found(rows.filter(code=code).first())


def visible_plan(actor: Actor, code: str) -> Plan:
    """The plan, if the actor may read it; raises Http404."""
    rows = Plan.objects.visible_to(actor).select_related("front", "programme", "file")
    return _found(rows.filter(code=code).first())


def visible_duty(actor: Actor, code: str) -> Duty:
    """The duty, if the actor may read it; raises Http404."""
    rows = Duty.objects.visible_to(actor).select_related("plan__front")
    return _found(rows.filter(code=code).first())


def visible_report(actor: Actor, code: str) -> DutyReport:
    """The report, if the actor may know of it; raises Http404."""
    rows = DutyReport.objects.visible_to(actor).select_related("duty__plan", "unit", "front", "file")
    return _found(rows.filter(code=code).first())


def visible_guidance(actor: Actor, code: str) -> Guidance:
    """The guidance paper, if the actor may read it; raises Http404."""
    rows = Guidance.objects.visible_to(actor).select_related("front", "plan", "file")
    return _found(rows.filter(code=code).first())


def runs(actor: Actor, front_id: int) -> bool:
    """Whether the actor's Front runs the plans of this one: it is his, or he stands in its place."""
    return front_id in in_place_of(actor.units_with(RUN), clock.today())


def front_of(actor: Actor) -> Unit:
    """The Front for which the actor writes plans, the highest of several."""
    rows = Unit.objects.select_related("parent__parent__parent", "area").filter(pk__in=actor.units_with(RUN))
    return rows.order_by("level", "sort_key")[0]


def doers(front_id: int) -> Sequence[Unit]:
    """The Fronts and member organisations of a Front's territory that exist today, the Front itself first."""
    rows = Unit.objects.valid_on(clock.today()).filter(within([front_id]), kind__in=DOERS).select_related("area")
    return sorted(rows, key=lambda unit: (unit.pk != front_id, unit.kind, unit.level, unit.sort_key))


def _found(row: Row | None) -> Row:
    if row is None:
        raise Http404
    return row
