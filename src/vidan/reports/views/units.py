"""The reports of the Fronts below (/ban-lam-viec/bao-cao/cac-don-vi/): side by side, summed up, as page and as XLSX.

Where they are more than stand on a page, the worker sums them up, and the page shows what it found.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.contrib import messages
from django.db import transaction
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from vidan.domain.reporting.periods import PARTS, Kind, Period
from vidan.domain.reporting.roll_up import Number
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import original_chunks
from vidan.foundation.jobs.progress import report, running
from vidan.foundation.journal.record import record
from vidan.foundation.units.models import Unit
from vidan.reports.below import in_batches, missing, newest_of, number_words, platform, sums_of, told_in
from vidan.reports.forms.reports import FIRST_YEAR
from vidan.reports.kinds import key_of, period_words
from vidan.reports.models import Report, RollUp
from vidan.reports.services.roll_up import sums_in, work_name, workbook
from vidan.reports.tasks import roll_up_reports

PAGE = 50
"""Units on a page; up to so many are summed up at once."""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One section of the reports of one period, a line for each Front, their sum on top."""
    actor, period = acting(request), _asked(request)
    front, keys = _front(actor), newest_of(actor, period)
    many = len(keys) > PAGE
    start = _start(request, len(keys))
    reports = _reports(keys[start : start + PAGE])
    told = _rolled(front, period) if many else None
    sums = sums_in(told) if told else sums_of(reports)
    section = request.GET.get("phan", "")
    section = section if section in sums.sections else next(iter(sums.sections), "")
    columns = sums.columns(section)
    known = platform(actor, period, [name for name, _label in columns])
    shown = {
        "words": period_words(period),
        "periods": [(key_of(one), period_words(one)) for one in _periods()],
        "chosen": key_of(period),
        "section": section,
        "sections": [(code, part["title"]) for code, part in sums.sections.items()],
        "headings": [label for _name, label in columns],
        "sums": _beside(columns, sums.numbers) if told or not many else None,
        "platform": _beside(columns, known),
        "rows": [_row(one, columns) for one in reports],
        "missing": missing(actor, period),
        "many": many,
        "count": len(keys),
        "rolled": told,
        "behind": told is not None and (told.reports, told.newest) != (len(keys), max(keys)),
        "working": running(work_name(front, period)) if many else None,
        "before": max(0, start - PAGE) if start else None,
        "after": start + PAGE if start + PAGE < len(keys) else None,
    }
    return render(request, "reports/units.html", shown)


@require_POST
def roll_up(request: HttpRequest) -> HttpResponse:
    """Have the reports of a period summed up by the worker."""
    actor, period = acting(request), _asked(request)
    front = _front(actor)
    name = work_name(front, period)
    if not running(name):
        with transaction.atomic():
            report(name, done=0, total=2 * len(newest_of(actor, period)))
            roll_up_reports.enqueue(actor.user_id or 0, front.pk, period.kind.value, period.year, period.part)
    return redirect(f"{reverse('reports:units')}?ky={key_of(period)}")


@require_safe
def sheet(request: HttpRequest) -> HttpResponseBase:
    """All sections of the reports of one period; journalled. Of many units it is the one that the worker made."""
    actor, period = acting(request), _asked(request)
    front, keys = _front(actor), newest_of(actor, period)
    told = _rolled(front, period) if len(keys) > PAGE else None
    if len(keys) > PAGE and (told is None or told.file is None):
        messages.error(request, _("Bảng của kỳ này chưa được tổng hợp. Xin bấm Tổng hợp các báo cáo rồi tải về."))
        return redirect(f"{reverse('reports:units')}?ky={key_of(period)}")
    with transaction.atomic():
        facts: dict[str, Any] = {"year": period.year, "kind": period.kind.value, "reports": len(keys)}
        record("report.export_below", subject="reports", actor=actor.code, unit_id=None, facts=facts)
    made = original_chunks(told.file) if told and told.file else workbook(keys, sums_of(_reports(keys)), period)
    return as_attachment(made, f"tong-hop-{key_of(period)}.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _reports(keys: list[int]) -> list[Report]:
    return [one for batch in in_batches(keys, PAGE) for one in batch]


def _row(one: Report, columns: list[tuple[str, str]]) -> tuple[Report, list[tuple[str, str]]]:
    return one, _beside(columns, told_in(one))


def _beside(columns: Sequence[tuple[str, str]], numbers: Mapping[str, Number]) -> list[tuple[str, str]]:
    """Each column's label with its number in words: on a telephone they stand together."""
    return [(label, number_words(numbers.get(name))) for name, label in columns]


def _front(actor: Actor) -> Unit:
    """For which Front the reports are summed up; raises Http404."""
    found = Unit.objects.filter(pk__in=actor.units_with("reports.read_below")).order_by("pk").first()
    if found is None:
        raise Http404
    return found


def _rolled(front: Unit, period: Period) -> RollUp | None:
    which = {"front": front, "kind": period.kind.value, "year": period.year, "part": period.part}
    return RollUp.objects.select_related("file").filter(**which).first()


def _start(request: HttpRequest, count: int) -> int:
    """From which unit on; what is no place in the list is its beginning."""
    asked = request.GET.get("tu", "")
    start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    return start if start < count else 0


def _asked(request: HttpRequest) -> Period:
    """The period of the address, else the newest year that is over."""
    by_key = {key_of(one): one for one in _periods()}
    last = Period(Kind.YEAR, max(FIRST_YEAR, clock.today().year - 1))
    return by_key.get(request.GET.get("ky", "") or request.POST.get("ky", ""), last)


def _periods() -> list[Period]:
    today = clock.today()
    return [
        period
        for year in range(today.year, FIRST_YEAR - 1, -1)
        for kind in Kind
        for part in range(PARTS[kind], 0, -1)
        if (period := Period(kind, year, part)).since <= today
    ]
