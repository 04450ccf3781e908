"""From an uploaded file to the paragraphs of a draft."""

from typing import TYPE_CHECKING

from vidan.foundation.intake.fields import clean_text
from vidan.foundation.texts.read import read_document

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile


def paragraphs_of(upload: "UploadedFile[bytes]") -> list[str]:
    """The paragraphs of a DOCX or a PDF, cleaned as if they were typed; raises files.refusals.NotTaken with its sentence."""
    upload.seek(0)
    return [clean_text(line) for line in read_document(upload.read())]
