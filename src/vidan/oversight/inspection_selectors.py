"""Asking for inspections and supervisions: one that an actor may know of, or that everybody may read."""

from django.http import Http404

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.units.models import Unit
from vidan.oversight.inspection_moves import GATHERING, READ, RUN
from vidan.oversight.models import Inspection

BESIDE = (
    "front__area",
    "front__parent",
    "body__parent",
    "decision",
    "notice",
    "draft_letter",
    "conclusion_paper",
    "unit_report_paper__scan",
    "explanation_paper__scan",
    "reconsider_paper__scan",
)


def visible(actor: Actor, code: str) -> Inspection:
    """The inspection, if the actor may know of it at the desk; raises Http404."""
    found = Inspection.objects.visible_to(actor).select_related(*BESIDE).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def run_by(actor: Actor, code: str, permission: str = RUN) -> Inspection:
    """The inspection, if it is one of the actor's own Front in which he holds the permission; raises Http404."""
    found = visible(actor, code)
    if found.front_id not in actor.units_with(permission):
        raise Http404
    return found


def looked_at_by(actor: Actor, code: str) -> Inspection:
    """The inspection, if the actor may fill its checklist; raises Http404."""
    found = Inspection.objects.looked_at_by(actor).select_related("body", "front").filter(code=code).first()
    if found is None:
        raise Http404
    return found


def going_along(actor: Actor) -> list[Inspection]:
    """The days of work under way of those in whose delegation the actor is, beside what he runs as an officer."""
    rows = Inspection.objects.looked_at_by(actor).exclude(front_id__in=actor.units_with(RUN))
    return list(rows.filter(state__in=GATHERING).select_related("body").order_by("visit_on", "pk")[:20])


def public(code: str) -> Inspection:
    """The supervision, if its result is published; raises Http404."""
    found = (
        Inspection.objects.public().select_related("front__area", "body", "conclusion_paper").filter(code=code).first()
    )
    if found is None:
        raise Http404
    return found


def front_of(actor: Actor) -> Unit:
    """The Front in which the actor runs inspections; raises Http404 where there is none."""
    rows = Unit.objects.select_related("parent__parent", "area").filter(pk__in=actor.units_with(RUN))
    found = rows.order_by("sort_key").first()
    if found is None:
        raise Http404
    return found


def reads(actor: Actor, inspection: Inspection) -> bool:
    """Whether the actor reads the Front's whole file, and not only what was sent to the unit."""
    return inspection.front_id in actor.units_with(READ)
