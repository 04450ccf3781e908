"""Reading a document that somebody sent: Word or PDF, told by its content."""

from django.utils.functional import Promise

from vidan.foundation.files.kinds import FileKind
from vidan.foundation.files.limits import check_size
from vidan.foundation.files.refusals import UNKNOWN, NotTaken
from vidan.foundation.files.tell import tell
from vidan.foundation.texts.document import Document
from vidan.foundation.texts.refusals import NO_DOCUMENT
from vidan.foundation.texts.word import read_word


def read_document(data: bytes) -> Document:
    """The paragraphs of a DOCX or of a PDF with text; raises NotTaken with the sentence for the sender."""
    match kind_told(data, NO_DOCUMENT):
        case FileKind.DOCX:
            return read_docx(data)
        case FileKind.PDF:
            return read_pdf(data)
    raise NotTaken(NO_DOCUMENT)


def read_docx(data: bytes) -> Document:
    """The paragraphs of a DOCX as they read in Word; raises NotTaken."""
    _must_be(FileKind.DOCX, data)
    return read_word(data)


def read_pdf(data: bytes) -> Document:
    """The paragraphs of a PDF, put together from its lines; raises NotTaken, also for pages that are only pictures."""
    _must_be(FileKind.PDF, data)
    from vidan.foundation.texts.pdf import read_print

    return read_print(data)


def kind_told(data: bytes, unknown: Promise) -> FileKind:
    """The kind of a file; raises NotTaken, of one that nobody knows with the sentence for what it is not."""
    try:
        return tell(data)
    except NotTaken as no:
        raise NotTaken(unknown if no.sentence is UNKNOWN else no.sentence) from no


def _must_be(kind: FileKind, data: bytes) -> None:
    if kind_told(data, NO_DOCUMENT) is not kind:
        raise NotTaken(NO_DOCUMENT)
    check_size(kind, len(data))
