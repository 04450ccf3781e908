"""Handing out a kept file, and running a service for a form."""

from collections.abc import Callable

from django.forms import Form
from django.http import Http404, HttpResponseBase
from django.utils.translation import gettext as _

from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.oversight.report_moves import NEEDS
from vidan.oversight.services.plan_step import Overtaken
from vidan.oversight.services.report_step import Refused


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
        form.add_error(None, _refusal_words(refused))
    return not form.errors


def _refusal_words(refused: Refused) -> str:
    if missing := refused.refusal.missing:
        return _("Chưa nộp được: cần %(needs)s.") % {"needs": "; ".join(str(NEEDS[name]) for name in missing)}
    return _("Lúc này báo cáo không ở bước đó; xin mở lại trang để xem.")
