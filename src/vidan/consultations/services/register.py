"""Tiếp nhận dự thảo: the Front takes a draft in, and keeps what is known of it right."""

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from vidan.consultations.kinds import DraftKind
from vidan.consultations.models import Draft
from vidan.consultations.services.step import step
from vidan.consultations.services.tally import received_of, tally_received
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.foundation.papers.services import take_number
from vidan.foundation.units.models import Unit

RUN = "consultations.run"


@dataclass(frozen=True, kw_only=True)
class About:
    """What is known of a draft; what was not said stays empty."""

    title: str
    kind: DraftKind
    body: Unit
    received_on: date
    submits_on: date | None = None
    drafter: str = ""
    contact: str = ""
    summary: str = ""
    officer: str = ""


def register(*, front: Unit, about: About, actor: Actor, is_sample: bool = False) -> Draft:
    """Take a draft in for a Front; raises Draft.DoesNotExist when the actor does not run drafts there."""
    if front.pk not in actor.units_with(RUN):
        raise Draft.DoesNotExist(front.slug)
    with transaction.atomic():
        draft = Draft.objects.create(
            code=_new_code(front, clock.today().year),
            front=front,
            recorded_by=actor.code,
            recorded_at=clock.now(),
            is_sample=is_sample,
            **_values(about),
        )
        facts = {"to": draft.state, **_days(draft)}
        tally_received(draft)
        record("draft.register", subject=draft.code, actor=actor.code, unit_id=front.pk, facts=facts)
    return draft


def change(*, code: str, about: About, actor: Actor, version: int | None = None) -> Draft:
    """Put right what is known of a draft; raises what step() raises."""
    with step(code=code, move="change", actor=actor, version=version) as taking:
        was = received_of(taking.draft)
        for name, value in _values(about).items():
            setattr(taking.draft, name, value)
        tally_received(taking.draft, was)
        taking.told |= _days(taking.draft)
    return taking.draft


def _values(about: About) -> dict[str, Any]:
    return {name: getattr(about, name) for name in About.__dataclass_fields__}


def _days(draft: Draft) -> dict[str, Fact]:
    submits = draft.submits_on.isoformat() if draft.submits_on else None
    return {"kind": draft.kind, "received": draft.received_on.isoformat(), "submits": submits}


def _new_code(front: Unit, year: int) -> str:
    """The next code of a year, `DT-2018-0001`: one register for the whole tree of Fronts, kept at its top."""
    top = front
    while top.parent is not None:
        top = top.parent
    return f"DT-{year}-{take_number(unit=top, kind='draft', year=year):04d}"
