"""Files of a draft on their way to a reader."""

from django.http import Http404, HttpResponseBase

from vidan.consultations.models import DraftPaper
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes


def sent_paper(paper: DraftPaper | None) -> HttpResponseBase:
    """A paper that came with a draft; raises Http404 where there is none."""
    if paper is None:
        raise Http404
    return sent_file(paper.file, f"{paper.draft.code}-tai-lieu-{paper.position}")


def sent_file(file: StoredFile | None, name: str) -> HttpResponseBase:
    """The cleaned copy of a file, to be saved under a name of ours; raises Http404 where there is none."""
    if file is None or file.is_destroyed:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{name}.{extension}", content_type)
