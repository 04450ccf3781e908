"""Đính chính: a sent report stays as it is; a new edition begins with its texts and says why."""

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.journal.record import Fact, record
from vidan.reports.models import Report, SectionText
from vidan.reports.services.open import new_code
from vidan.reports.services.recount import begin_count
from vidan.reports.services.step import step


def correct(*, code: str, reason: str, actor: Actor, version: int | None = None) -> Report:
    """Open the next edition with the same template, cut-off day and texts; it is approved and sent anew."""
    with step(code=code, move="correct", actor=actor, version=version) as taking:
        old = taking.report
        new = Report.objects.create(
            code=new_code(old.front, old.year),
            front=old.front,
            kind=old.kind,
            year=old.year,
            part=old.part,
            cut_off=old.cut_off,
            below=old.below,
            outline=old.outline,
            edition=old.edition + 1,
            corrects=old,
            why=reason.strip(),
            receiver=old.receiver,
            opened_at=clock.now(),
            is_sample=old.is_sample,
        )
        SectionText.objects.bulk_create(
            SectionText(
                report=new,
                section=one.section,
                text=one.text,
                cited=one.cited,
                written_by=one.written_by,
                written_at=one.written_at,
            )
            for one in taking.known.texts.values()
        )
        begin_count(new, actor)
        taking.told["new"] = new.code
        told: dict[str, Fact] = {"corrects": old.code}
        record("report.open", subject=new.code, actor=actor.code, unit_id=new.front_id, facts=told)
    return new
