"""Under which subjects the files of an official survey lie."""

from typing import TYPE_CHECKING

from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.services import drop_file, keep_file

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

MOST = 60
"""Files of one kind of one survey."""


def result_of(code: str) -> str:
    """Where the published result lies."""
    return f"{code}.kq"


def evidence_of(code: str) -> str:
    """Where the evidence of findings lies."""
    return f"{code}.kt"


def answers_of(code: str) -> str:
    """Where the scans of answers lie."""
    return f"{code}.tl"


def put(subject: str, upload: "UploadedFile[bytes]") -> StoredFile:
    """Keep one more file of a subject; raises files.refusals.NotTaken with its sentence."""
    last = StoredFile.objects.filter(subject=subject).order_by("-position").values_list("position", flat=True).first()
    return keep_file(subject=subject, upload=upload, position=(last or 0) + 1, at_most=MOST)


def take_away(file: StoredFile) -> None:
    """Remove a file whose row nothing refers to any more."""
    drop_file(subject=file.subject, name=file.name)
