"""Đính chính: a published sheet stays as it is; a new edition begins with what was entered in it."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import record
from vidan.scorecards.models import Entry, Scorecard
from vidan.scorecards.services.open import new_code
from vidan.scorecards.services.step import step


def correct(*, code: str, actor: Actor, version: int | None = None) -> Scorecard:
    """Open the next edition with the same rubric and entries; it goes the whole way again."""
    with step(code=code, move="correct", actor=actor, version=version) as taking:
        old = taking.card
        new = Scorecard.objects.create(
            code=new_code(old.front, old.year),
            kind=old.kind,
            rubric=old.rubric,
            year=old.year,
            front=old.front,
            unit=old.unit,
            cut_off=old.cut_off,
            edition=old.edition + 1,
            corrects=old,
            opened_at=clock.now(),
            is_sample=old.is_sample,
        )
        Entry.objects.bulk_create(
            Entry(
                card=new,
                item=one.item,
                stage=one.stage,
                inputs=one.inputs,
                applies=one.applies,
                note=one.note,
                entered_by=one.entered_by,
                entered_at=one.entered_at,
            )
            for one in taking.known.entries
        )
        taking.told["new"] = new.code
        record("scorecard.open", subject=new.code, actor=actor.code, unit_id=new.front_id, facts={"corrects": old.code})
    return new
