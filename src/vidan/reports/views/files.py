"""A report as files: made anew of a draft, journalled with every download."""

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponseBase
from django.shortcuts import redirect
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.journal.record import record
from vidan.reports.files import FORMS, made_as
from vidan.reports.made import issue_of
from vidan.reports.views.visible import visible


@require_safe
def download(request: HttpRequest, code: str, form: str) -> HttpResponseBase:
    """One of the files of a report that the actor may read."""
    actor = acting(request)
    known = visible(actor, code)
    if form not in FORMS:
        raise Http404
    if known.lacks_numbers:
        messages.error(request, _("Số liệu của báo cáo này chưa đếm xong. Xin tải về sau khi đếm xong."))
        return redirect("reports:report", code)
    made = made_as(form, issue_of(known))
    with transaction.atomic():
        record(
            "report.download",
            subject=code,
            actor=actor.code,
            unit_id=known.report.front_id,
            facts={"form": form, "digest": known.report.digest},
        )
    return as_attachment(made, f"{code}-{FORMS[form].name}", FORMS[form].content_type)
