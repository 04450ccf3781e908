"""From an uploaded file to the paragraphs of a draft."""

from collections.abc import Callable
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.tell import tell
from vidan.foundation.intake.fields import clean_text

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


READERS: dict[FileKind, Callable[[bytes], list[str]]] = {}
