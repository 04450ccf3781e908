"""The list as XLSX: at once when it is short, else as a job that can be left and found again."""

from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from vidan.cases.exports import MOST, XLSX, rows_for, tell_journal, workbook
from vidan.cases.selectors import Filters
from vidan.cases.tasks import write_export
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.sheets.exports import content_of
from vidan.foundation.sheets.models import Export

WHAT = "cases"


@require_POST
def export(request: HttpRequest) -> HttpResponseBase:
    """The filtered list in full, without identity; journalled."""
    actor = acting(request)
    rows = rows_for(actor, Filters.read(request.GET))
    total = rows.count()
    if total <= MOST:
        content, name = workbook(rows)
        with transaction.atomic():
            tell_journal(actor, total)
        return as_attachment(content, name, XLSX)
    with transaction.atomic():
        asked = Export.objects.create(
            user_id=actor.user_id or 0,
            what=WHAT,
            filters=request.GET.urlencode()[:400],
            total=total,
            asked_at=clock.now(),
        )
        write_export.enqueue(asked.pk)
    return redirect("cases:export_ready", asked.pk)


@require_safe
def ready(request: HttpRequest, pk: int) -> HttpResponse:
    """How far it is, or the link to fetch it."""
    return render(request, "cases/desk/export.html", {"export": _own(request, pk)})


@require_safe
def take(request: HttpRequest, pk: int) -> HttpResponseBase:
    """Fetch the finished list."""
    asked = _own(request, pk)
    if not asked.ready:
        raise Http404
    return as_attachment(content_of(asked), asked.name, XLSX)


def _own(request: HttpRequest, pk: int) -> Export:
    actor = acting(request)
    return get_object_or_404(Export, pk=pk, user_id=actor.user_id, what=WHAT)
