"""Work of the worker for cases."""

from django.db import transaction
from django.http import QueryDict
from django_tasks import task

from vidan.cases.exports import rows_for, tell_journal, workbook
from vidan.cases.selectors import Filters
from vidan.foundation.accounts.actors import actor_of
from vidan.foundation.accounts.permissions import permission
from vidan.foundation.sheets.exports import store
from vidan.foundation.sheets.models import Export


@task()
def write_export(export_id: int) -> None:
    """Write a long list; what the person may see is asked anew when the work begins."""
    export = Export.objects.select_related("user").get(pk=export_id)
    actor = actor_of(export.user)
    if not actor.may(permission("cases.export").name):
        return
    rows = rows_for(actor, Filters.read(QueryDict(export.filters)))
    content, name = workbook(rows, lambda done: _tell(export_id, done))
    with transaction.atomic():
        tell_journal(actor, export.total)
        store(export, content, name)


def _tell(export_id: int, done: int) -> None:
    Export.objects.filter(pk=export_id).update(done=done)
