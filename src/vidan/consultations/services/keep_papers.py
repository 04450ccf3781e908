"""Tài liệu gửi kèm: the papers that came with a draft."""

from typing import TYPE_CHECKING

from vidan.consultations.models import Draft, DraftPaper
from vidan.consultations.services.step import step
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import drop_file, keep_file

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST = 30
"""Papers of one draft."""


def papers_of(code: str) -> str:
    """Under which subject the papers of a draft lie."""
    return f"{code}.tl"


def add_paper(
    *, code: str, label: str, file: "UploadedFile[bytes]", actor: Actor, version: int | None = None
) -> DraftPaper:
    """Keep one more paper; raises what step() raises, and files.refusals.NotTaken."""
    with step(code=code, move="change", actor=actor, version=version) as taking:
        position = next_position(papers_of(code))
        stored = keep_file(subject=papers_of(code), upload=file, position=position, at_most=MOST)
        taking.told |= {"paper": "added", "digest": stored.digest}
        return DraftPaper.objects.create(draft=taking.draft, label=label, file=stored, position=position)


def drop_paper(*, code: str, paper: DraftPaper, actor: Actor, version: int | None = None) -> Draft:
    """Take a paper away, bytes and all; raises what step() raises."""
    with step(code=code, move="change", actor=actor, version=version) as taking:
        file = StoredFile.objects.get(pk=paper.file_id)
        taking.told |= {"paper": "dropped", "digest": file.digest}
        taking.draft.papers.filter(pk=paper.pk).delete()
        drop_file(subject=file.subject, name=file.name)
    return taking.draft


def next_position(subject: str) -> int:
    """The place after the last file of a subject."""
    last = StoredFile.objects.filter(subject=subject).order_by("-position").values_list("position", flat=True).first()
    return (last or 0) + 1
