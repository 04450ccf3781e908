"""Soạn và góp ý: the officer writes the sections, colleagues say what they think of them."""

import hashlib
from datetime import date

from django.db.models import F

from vidan.domain.reporting.citations import fill
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.reports.models import SectionComment, SectionText
from vidan.reports.services.open import check_cut_off
from vidan.reports.services.recount import begin_count
from vidan.reports.services.step import Overtaken, step


def write(*, code: str, section: str, text: str, version: int, actor: Actor) -> SectionText:
    """Write the text of one section; what it cites is remembered as it reads now.

    `version` is that of the text: who writes another section at the same time stands in nobody's way. Raises Overtaken.
    """
    with step(code=code, move="write", actor=actor) as taking:
        report, text = taking.report, text.strip()
        made = taking.known.made_with({section: text})
        changed = {
            "text": text,
            "cited": dict(fill(text, made.known).cited),
            "written_by": actor.code,
            "written_at": clock.now(),
        }
        rows = SectionText.objects.filter(report=report, section=section, version=version)
        if not rows.update(**changed, version=F("version") + 1):
            raise Overtaken
        taking.told |= {"section": section, "digest": hashlib.sha256(text.encode()).hexdigest()}
    return SectionText.objects.get(report=report, section=section)


def set_cut_off(*, code: str, cut_off: date, version: int, actor: Actor) -> None:
    """Change the day up to which the numbers count; raises NotOpened for a day that does not fit."""
    with step(code=code, move="set_cut_off", actor=actor, version=version) as taking:
        check_cut_off(taking.report.period, cut_off)
        taking.report.cut_off = cut_off
        taking.report.save(update_fields=["cut_off"])
        begin_count(taking.report, actor)
        taking.told["cut_off"] = cut_off.isoformat()


def comment(*, code: str, section: str, text: str, actor: Actor) -> SectionComment:
    """Góp ý: say something of a section; the Front alone reads it."""
    with step(code=code, move="comment", actor=actor) as taking:
        said = SectionComment.objects.create(
            report=taking.report, section=section, text=text.strip(), said_by=actor.code, said_at=clock.now()
        )
        taking.told["section"] = section
    return said


def settle(*, code: str, pk: int, actor: Actor) -> None:
    """Ghi đã xem xong: a comment was dealt with; raises SectionComment.DoesNotExist."""
    with step(code=code, move="settle", actor=actor) as taking:
        said = taking.report.comments.get(pk=pk)
        if said.done_on is None:
            said.done_on = clock.today()
            said.save(update_fields=["done_on"])
        taking.told["section"] = said.section
