"""Files of an inspection: under which subject they lie, and their way to a reader."""

from django.db.models import Max
from django.http import Http404, HttpResponseBase

from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes


def papers_of(code: str) -> str:
    """Under which subject the scans of the unit's papers lie."""
    return f"{code}.vb"


def evidence_of(code: str, item: str) -> str:
    """Under which subject the evidence of one item of the checklist lies."""
    return f"{code}.mk.{item}"


def next_position(subject: str) -> int:
    """The place of the next file of a subject."""
    last = StoredFile.objects.filter(subject=subject).aggregate(last=Max("position"))["last"]
    return (last or 0) + 1


def file_of(code: str, name: str, *, papers_only: bool) -> StoredFile | None:
    """A file of the inspection by its own name; the unit reads the scans of its papers alone."""
    found = StoredFile.objects.filter(name=name, is_destroyed=False).first()
    if found is None:
        return None
    is_paper = found.subject == papers_of(code)
    is_evidence = found.subject.startswith(f"{code}.mk.")
    return found if is_paper or (is_evidence and not papers_only) else None


def sent_file(file: StoredFile | None, name: str) -> HttpResponseBase:
    """The cleaned copy of a file, to be saved under a name of ours; raises Http404 where there is none."""
    if file is None:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{name}.{extension}", content_type)
