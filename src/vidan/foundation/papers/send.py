"""A paper as a download, journalled under the file it belongs to."""

from django.db import transaction
from django.http import Http404, HttpResponseBase

from vidan.foundation.accounts.actors import Actor
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.journal.record import record
from vidan.foundation.papers.models import Paper
from vidan.foundation.papers.render import FORMS, rendered


def send_paper(
    found: Paper | None, form: str, *, subject: str, actor: Actor, unit_id: int, event: str
) -> HttpResponseBase:
    """The paper in one of its forms (docx, pdf); raises Http404 when there is none."""
    if found is None or form not in FORMS:
        raise Http404
    with transaction.atomic():
        record(event, subject=subject, actor=actor.code, unit_id=unit_id, facts={"paper": found.pk, "form": form})
    name = f"{subject}-{found.kind.replace('_', '-')}-{found.number or 'du-thao'}.{form}"
    return as_attachment(rendered(found, form), name, FORMS[form][1])
