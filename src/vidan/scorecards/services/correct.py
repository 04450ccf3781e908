"""Đính chính: a published sheet stays as it is; a new edition begins with what was entered in it."""

from collections.abc import Iterable
from typing import TypeVar

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.scorecards.kinds import CardKind, State
from vidan.scorecards.models import Entry, Evidence, Question, Scorecard
from vidan.scorecards.services.open import new_code
from vidan.scorecards.services.step import Step, step

BEGINS = {CardKind.FRONT: State.DRAFTING, CardKind.UNIT: State.REVIEWING}
"""Where a correction begins: with the Front's draft, or with the second appraisal of what the unit sent in and explained."""

Row = TypeVar("Row", Entry, Evidence, Question)


def correct(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Open the next edition with the same rubric and entries; it is decided and published anew."""
    with step(code=code, move="correct", actor=actor, version=version) as taking:
        return next_edition(taking)


def next_edition(taking: Step) -> Scorecard:
    """The edition after the sheet of a running step, with everything that was entered, handed in and asked."""
    old = taking.card
    new = Scorecard.objects.create(
        code=new_code(old.front, old.year),
        kind=old.kind,
        state=BEGINS[CardKind(old.kind)],
        rubric=old.rubric,
        year=old.year,
        front=old.front,
        unit=old.unit,
        cut_off=old.cut_off,
        edition=old.edition + 1,
        corrects=old,
        self_score_until=old.self_score_until,
        sent_in_on=old.sent_in_on,
        explain_until=old.explain_until,
        opened_at=clock.now(),
        is_sample=old.is_sample,
    )
    known = taking.known
    Entry.objects.bulk_create(_copies(known.entries, new, version=1))
    Evidence.objects.bulk_create(_copies(known.evidence, new))
    Question.objects.bulk_create(_copies(known.questions, new))
    taking.told["new"] = new.code
    told: dict[str, Fact] = {"corrects": old.code}
    record("scorecard.open", subject=new.code, actor=taking.actor.code, unit_id=new.front_id, facts=told)
    return new


def _copies(rows: Iterable[Row], card: Scorecard, **changed: object) -> list[Row]:
    return [_copy(row, card, changed) for row in rows]


def _copy(row: Row, card: Scorecard, changed: dict[str, object]) -> Row:
    kept = {field.attname: getattr(row, field.attname) for field in row._meta.concrete_fields if not field.primary_key}
    return type(row)(**{**kept, "card_id": card.pk, **changed})
