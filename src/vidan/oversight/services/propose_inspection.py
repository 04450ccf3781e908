"""Đề xuất, duyệt vào chương trình năm: an inspection or supervision is proposed, and the head approves it (GS-01)."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from vidan.domain.supervision.terms import is_approved_late
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.notices.models import NoticeKind
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit
from vidan.oversight.inspection_kinds import Form, InspectionKind
from vidan.oversight.inspection_moves import APPROVE, RUN
from vidan.oversight.models import Inspection
from vidan.oversight.services.inspection_step import step
from vidan.oversight.services.tell_of_inspection import tell_front

PREFIX = {InspectionKind.INSPECTION: "KT", InspectionKind.SUPERVISION: "GS"}


@dataclass(frozen=True, kw_only=True)
class Proposal:
    """What is proposed, as NQLT 403/2017 Đ.6.2 wants a plan to say it; `case_codes` are grounds by their plain codes."""

    kind: InspectionKind
    body: Unit
    year: int
    planned_on: date
    title: str
    purpose: str
    content: str
    form: Form = Form.DELEGATION
    topic: str = ""
    conditions: str = ""
    grounds: str = ""
    case_codes: Sequence[str] = ()


def propose(*, front: Unit, proposal: Proposal, actor: Actor, is_sample: bool = False) -> Inspection:
    """Propose it for the programme of a year; raises Inspection.DoesNotExist when the actor does not run any there."""
    if front.pk not in actor.units_with(RUN):
        raise Inspection.DoesNotExist(front.slug)
    with transaction.atomic():
        today = clock.today()
        one = Inspection.objects.create(
            code=_new_code(front, proposal.kind, today.year),
            front=front,
            proposed_on=today,
            next_on=today,
            recorded_by=actor.code,
            recorded_at=clock.now(),
            is_sample=is_sample,
            **_values(proposal),
        )
        facts: dict[str, Fact] = {"to": one.state, "kind": one.kind, "form": one.form, "year": one.year}
        record("inspection.propose", subject=one.code, actor=actor.code, unit_id=front.pk, facts=facts)
        tell_front(NoticeKind.WATCH_SIGN, one, permission=APPROVE)
    return one


def change(*, code: str, proposal: Proposal, actor: Actor, version: int | None = None) -> Inspection:
    """Put the proposal right before it is approved; its kind stays. Raises what step() raises."""
    with step(code=code, move="change", actor=actor, version=version) as taking:
        for name, value in _values(proposal).items():
            if name != "kind":  # the code says which it is
                setattr(taking.inspection, name, value)
        taking.told["year"] = proposal.year
    return taking.inspection


def approve(*, code: str, actor: Actor, version: int | None = None) -> Inspection:
    """Duyệt vào chương trình năm; that it comes after quarter IV is told, not refused. Raises what step() raises."""
    with step(code=code, move="approve", actor=actor, version=version) as taking:
        one = taking.inspection
        one.approved_on = clock.today()
        taking.told["late"] = is_approved_late(one.approved_on, one.year)
    return one


def _values(proposal: Proposal) -> dict[str, Any]:
    told = {name: getattr(proposal, name) for name in Proposal.__dataclass_fields__}
    told["case_codes"] = list(proposal.case_codes)
    if proposal.kind == InspectionKind.INSPECTION:
        told["form"] = Form.DELEGATION
    return told


def _new_code(front: Unit, kind: InspectionKind, year: int) -> str:
    """The next code of a year, `GS-2018-0001`: one register for the whole tree of Fronts, kept at its top."""
    top = front
    while top.parent is not None:
        top = top.parent
    prefix = PREFIX[InspectionKind(kind)]
    return f"{prefix}-{year}-{take_number(unit=top, kind=kind, year=year):04d}"
