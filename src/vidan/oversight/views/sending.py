"""Handing out a kept file, and running a service for a form."""

from collections.abc import Callable

from django.forms import Form
from django.http import Http404, HttpResponseBase
from django.utils.translation import pgettext_lazy

from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.foundation.ui.refusals import RefusalWords
from vidan.oversight.report_moves import LABELS, NEEDS
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.report_step import Refused

refusal_words = RefusalWords(LABELS, NEEDS, pgettext_lazy("refusal", "báo cáo"))
"""Why a move is not open, as a sentence."""


def sent(file: StoredFile | None, name: str) -> HttpResponseBase:
    """The cleaned copy of a file under a name of ours; raises Http404 where there is none."""
    if file is None or file.is_destroyed:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{name}.{extension}", content_type)


def taken(form: Form, run: Callable[[], object], *, file_field: str = "file") -> bool:
    """Whether it was done; else the form says why not, with everything that was typed."""
    try:
        run()
    except NotTaken as refused:
        form.add_error(file_field if file_field in form.fields else None, str(refused.sentence))
    except Overtaken as overtaken:
        form.add_error(None, str(overtaken.sentence))
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    return not form.errors
