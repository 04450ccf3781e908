"""From an uploaded file to the paragraphs of a draft, and keeping the file itself."""

from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vidan.consultations.models import Draft
from vidan.consultations.services.keep_papers import MOST, next_position
from vidan.consultations.services.set_text import texts_of
from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.services import keep_file
from vidan.foundation.files.tell import tell
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.texts import read_docx, read_pdf

if TYPE_CHECKING:
    from django.core.files.uploadedfile import UploadedFile

NO_TEXT_INSIDE = _("Chỉ đọc được lời từ tệp Word (.docx) hoặc PDF. Tệp loại khác xin dán lời vào ô bên dưới.")


def paragraphs_of(upload: "UploadedFile[bytes]") -> list[str]:
    """The paragraphs of a DOCX or a PDF; raises files.refusals.NotTaken with its sentence."""
    upload.seek(0)
    data = upload.read()
    kind = tell(data)
    check_size(kind, len(data))
    if kind not in READERS:
        raise NotTaken(NO_TEXT_INSIDE)
    return [clean_text(line) for line in READERS[kind](data)]


def kept_file(draft: Draft, upload: "UploadedFile[bytes]") -> StoredFile:
    """Keep the file that a text came in; raises files.refusals.NotTaken."""
    subject = texts_of(draft.code)
    return keep_file(subject=subject, upload=upload, position=next_position(subject), at_most=MOST)


READERS = {FileKind.DOCX: read_docx, FileKind.PDF: read_pdf}
