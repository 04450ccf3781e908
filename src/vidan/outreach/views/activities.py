"""The desk's activities (/ban-lam-viec/tuyen-truyen/): the list and its sheet, one activity, its files."""

from collections.abc import Iterable

from django.db import transaction
from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import pgettext
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.write import Cell, as_xlsx
from vidan.foundation.units.models import Unit
from vidan.outreach.activity_filters import address_of, asked, chosen, quarters
from vidan.outreach.activity_kinds import ActivityKind, ActivityState
from vidan.outreach.models import Activity
from vidan.outreach.models.activity import LOG, OVERSEE
from vidan.outreach.topics import all_topics

PAGE = 50

MOST_ROWS = 20_000
"""Of a sheet; a district and its wards log some hundreds a year."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The activities that the actor may read, the newest first, filtered by the address, a page at a time."""
    actor = acting(request)
    mine = Activity.objects.visible_to(actor)
    told = asked(request)
    rows = chosen(mine, told)
    last = mine.filter(code=request.GET.get("sau", "")[:40].replace("\0", "")).first()
    if last is not None:
        rows = rows.filter(Q(on__lt=last.on) | Q(on=last.on, pk__lt=last.pk))
    found = list(rows.select_related("unit")[: PAGE + 1])
    units = Unit.objects.filter(pk__in=mine.order_by().values("unit_id")).order_by("level", "sort_key")
    shown = {
        "rows": found[:PAGE],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "asked": told,
        "address": address_of(told),
        "units": list(units.values_list("slug", "short_name")),
        "topics": [(one.code, one.short) for one in all_topics().values()],
        "kinds": ActivityKind.choices,
        "states": ActivityState.choices,
        "years": [(str(year), str(year)) for year in range(clock.today().year + 1, 2017, -1)],
        "quarters": quarters(),
        "logs": actor.may(LOG),
        "oversees": actor.may(OVERSEE),
    }
    return render(request, "outreach/activities.html", shown)


@require_safe
def as_sheet(request: HttpRequest) -> HttpResponse:
    """The same list as XLSX, in full; that it was taken stands in the journal."""
    actor = acting(request)
    rows = chosen(Activity.objects.visible_to(actor), asked(request)).select_related("unit")
    found = list(rows[:MOST_ROWS])
    with transaction.atomic():
        facts: dict[str, str | int | bool | None] = {"rows": len(found)}
        record("activity.export", subject="activities", actor=actor.code, facts=facts)
    data = as_xlsx(_("Hoạt động tuyên truyền"), _headings(), _cells(found))
    return HttpResponse(
        data,
        content_type=CONTENT_TYPES[FileKind.XLSX],
        headers={"Content-Disposition": 'attachment; filename="tuyen-truyen.xlsx"'},
    )


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One activity with its pictures and papers, and what may be done with it."""
    actor = acting(request)
    activity = visible(actor, code)
    changes = activity.unit_id in actor.units_with(LOG) and activity.state != ActivityState.VOID
    told = {
        "activity": activity,
        "files": list(activity.files.select_related("file")),
        "changes": changes,
        "cancels": changes and activity.state == ActivityState.PLANNED,
    }
    return render(request, "outreach/activity.html", told)


@require_safe
def file(request: HttpRequest, code: str, name: str) -> HttpResponseBase:
    """A picture or paper of an activity."""
    activity = visible(acting(request), code)
    kept = activity.files.select_related("file").filter(file__name=name).first()
    return sent(kept.file if kept else None, f"{code}-{kept.file.position if kept else 0}")


def visible(actor: Actor, code: str) -> Activity:
    """The activity, if the actor may read it; raises Http404."""
    found = Activity.objects.visible_to(actor).select_related("unit", "front").filter(code=code).first()
    if found is None:
        raise Http404
    return found


def sent(file: StoredFile | None, name: str) -> HttpResponseBase:
    """The cleaned copy of a file under a name of ours; raises Http404 where there is none."""
    if file is None or file.is_destroyed:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{name}.{extension}", content_type)


def _headings() -> list[str]:
    return [
        _("Mã"),
        _("Đơn vị"),
        _("Ngày"),
        pgettext("activity", "Hình thức"),
        _("Nội dung tuyên truyền"),
        _("Tên hoạt động"),
        _("Ở đâu"),
        _("Số người"),
        _("Đếm được hay ước chừng"),
        _("Tài liệu đã phát, đã dùng"),
        _("Kinh phí (đồng)"),
        _("Đơn vị phối hợp"),
        _("Trạng thái"),
        _("Lý do"),
    ]


def _cells(rows: Iterable[Activity]) -> list[list[Cell]]:
    return [
        [
            one.code,
            one.unit.short_name,
            one.on,
            str(one.get_kind_display()),
            one.topic_words,
            one.title,
            one.place,
            one.reached,
            str(one.get_reach_display()) if one.reached is not None else "",
            one.materials,
            one.cost,
            one.partners,
            str(one.get_state_display()),
            one.reason,
        ]
        for one in rows
    ]
