"""Đối chiếu: what the Front found of one item of the checklist, with its evidence."""

from typing import TYPE_CHECKING

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.surveys.checklist import checklist_of
from vidan.surveys.kinds import Finding
from vidan.surveys.models import ChecklistFinding, OfficialSurvey
from vidan.surveys.official_files import evidence_of, put, take_away
from vidan.surveys.services.watch_step import watch_step

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def judge_item(
    *,
    code: str,
    item: str,
    finding: Finding,
    note: str = "",
    link: str = "",
    upload: "UploadedFile[bytes] | None" = None,
    drop: bool = False,
    actor: Actor,
    version: int | None = None,
) -> ChecklistFinding:
    """Record what was found; a new file takes the place of the old one, and `drop` takes the old one away.

    Raises OfficialSurvey.DoesNotExist for an item that is not in the survey's checklist, files.refusals.NotTaken with its
    sentence, and what watch_step() raises.
    """
    with watch_step(code=code, step="judge", actor=actor, version=version) as taking:
        if item not in {one.code for one in checklist_of(taking.survey).items}:
            raise OfficialSurvey.DoesNotExist(item)
        found = ChecklistFinding.objects.select_related("file").filter(survey=taking.survey, item=item).first()
        found = found or ChecklistFinding(survey=taking.survey, item=item)
        old = found.file
        if upload is not None:
            found.file = put(evidence_of(code), upload)
        elif drop:
            found.file = None
        found.finding, found.note, found.link = finding, note.strip(), link
        found.judged_by, found.judged_at = actor.code, clock.now()
        found.save()
        if old is not None and found.file != old:
            take_away(old)
        taking.told |= {"item": item, "finding": finding.value, "file": found.file.digest if found.file else None}
    return found
