"""From an uploaded file to the paragraphs of a draft."""

from typing import TYPE_CHECKING

from django.utils.translation import override

from vidan.foundation.intake.fields import clean_text
from vidan.foundation.texts.document import Document
from vidan.foundation.texts.read import read_document

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

LONGEST_NOTE = 300
"""Letters of what is noted about a text."""


def read_upload(upload: "UploadedFile[bytes]") -> Document:
    """A DOCX or a PDF, its words cleaned as if they were typed; raises files.refusals.NotTaken with its sentence."""
    upload.seek(0)
    read = read_document(upload.read())
    return Document([clean_text(line) for line in read.paragraphs], read.codes)


def noted(read: Document, note: str) -> str:
    """What is noted about a text: first that its words were put into Unicode, where they were; Vietnamese, as notes are."""
    with override("vi"):
        return " ".join(filter(None, (read.converted, note)))[:LONGEST_NOTE]
