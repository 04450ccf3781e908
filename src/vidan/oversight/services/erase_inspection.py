"""Tiêu hủy giấy tờ làm việc: what is due is proposed by the worker, the head approves, and the working papers are gone.

What the unit wrote, what the delegation saw and reported, evidence and scans go. The numbered papers, the conclusion, the
recommendations with their days and how each was carried out, who was in the delegation and the figures stay.
"""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import Exists, OuterRef

from vidan.domain.retention import Keep, may_go_from
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import destroy
from vidan.foundation.intake.erasing import Proposals
from vidan.foundation.intake.retention import keep_rows_of
from vidan.foundation.journal.record import Fact
from vidan.foundation.papers.models import IncomingPaper
from vidan.oversight.inspection_files import evidence_of, papers_of
from vidan.oversight.models import Inspection, InspectionErasure, Pressing

BATCH = 100
"""Files of one rule in one go; the rest comes the next time."""

WORKING = ("grounds", "unit_report", "report", "explanation", "reconsider", "reconsider_answer")
"""The texts of an inspection that are working papers."""

PROPOSALS = Proposals[InspectionErasure](InspectionErasure, "inspection")

keep_longer = PROPOSALS.keep_longer


def propose_erasures() -> int:
    """Propose what is due today by the table of retention; returns how many. Nothing is erased without the head."""
    made = 0
    for row in keep_rows_of("inspections"):
        for one, due in _due(row):
            PROPOSALS.propose(subject=one.code, front_id=one.front_id, rule=row.id, due=due)
            made += 1
    return made + PROPOSALS.ask_again()


def erase(*, subjects: Iterable[str], actor: Actor) -> int:
    """Erase the working papers that were proposed and that the actor approves; returns how many files it was."""
    return PROPOSALS.erase(subjects=subjects, actor=actor, run=_erase_one)


def _erase_one(proposed: InspectionErasure) -> dict[str, Fact] | None:
    one = Inspection.objects.filter(code=proposed.subject, front_id=proposed.front_id, erased_on=None).first()
    if one is None:
        return None
    for name in WORKING:
        setattr(one, name, "")
    one.case_codes, one.erased_on, one.version = [], clock.today(), one.version + 1
    one.save()
    one.findings.update(note="")
    one.recommendations.update(answer="", verified_note="")
    Pressing.objects.filter(recommendation__inspection=one).update(answer="")
    IncomingPaper.objects.filter(subject=one.code).update(scan=None)
    files = StoredFile.objects.filter(subject__startswith=evidence_of(one.code, ""), is_destroyed=False)
    subjects = {papers_of(one.code), *files.values_list("subject", flat=True)}
    return {"files": sum(destroy(subject=subject) for subject in subjects)}


def _due(row: Keep) -> list[tuple[Inspection, date]]:
    """Those that ended in this way, are past their time, and were not proposed before."""
    if row.years is None:
        return []
    before = clock.today() - timedelta(days=365 * row.years)
    known = Exists(InspectionErasure.objects.filter(subject=OuterRef("code")))
    rows = Inspection.objects.filter(~known, state__in=row.outcomes, closed_on__lt=before, erased_on=None)
    dated = [
        (one, may_go_from(row, one.closed_on)) for one in rows.order_by("closed_on", "pk")[:BATCH] if one.closed_on
    ]
    return [(one, first) for one, first in dated if first is not None and first <= clock.today()]
