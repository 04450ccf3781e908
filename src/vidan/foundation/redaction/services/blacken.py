"""Che trên ảnh và PDF: one officer draws black bars, the new file goes with the copy, the second person sees both."""

from collections.abc import Sequence

from django.db.models import Max

from vidan.domain.redaction.bars import Bar
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import keep_bytes, original_bytes
from vidan.foundation.redaction.models import BlackenedFile

MOST = 30
"""Blackened files of one case; an earlier try is kept, for a copy that was given back may hold it."""


def subject_of(code: str) -> str:
    """Under which subject the blackened files of a case lie, apart from what the teller sent."""
    return f"{code}.che"


def blacken_file(*, code: str, source: StoredFile, bars: Sequence[Bar], actor: str) -> BlackenedFile:
    """Draw a file anew with bars and keep it sealed; raises files.refusals.NotTaken, NeverTransferred."""
    from vidan.foundation.files.blacken import blackened

    data, kind = blackened(FileKind(source.kind), original_bytes(source), bars)
    last = StoredFile.objects.filter(subject=subject_of(code)).aggregate(last=Max("position"))["last"] or 0
    file = keep_bytes(subject=subject_of(code), kind=kind, data=data, label="", position=last + 1, at_most=MOST)
    return BlackenedFile.objects.create(
        file=file,
        source=source,
        bars="\n".join(bar.line for bar in bars),
        made_by=actor,
        made_at=clock.now(),
    )


def blackened_files(code: str) -> list[BlackenedFile]:
    """The blackened files of a case, the newest first."""
    rows = BlackenedFile.objects.filter(file__subject=subject_of(code), file__is_destroyed=False)
    return list(rows.select_related("file", "source").order_by("-pk"))


def files_to_choose(code: str) -> tuple[list[StoredFile], list[BlackenedFile]]:
    """What the teller sent, and what was blackened of it, by one query."""
    rows = StoredFile.objects.filter(subject__in=(code, subject_of(code)), is_destroyed=False)
    files = list(rows.select_related("blackened__source"))
    made = [file.blackened for file in files if file.subject != code]
    for one in made:
        one.file = next(file for file in files if file.pk == one.file_id)
    return [file for file in files if file.subject == code], made
