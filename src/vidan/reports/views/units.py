"""The reports of the Fronts below (/ban-lam-viec/bao-cao/cac-don-vi/): side by side, summed up, as page and as XLSX."""

from typing import Any

from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.domain.reporting.periods import PARTS, Kind, Period
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.journal.record import record
from vidan.foundation.sheets.write import as_workbook
from vidan.reports.below import Below, below, number_words
from vidan.reports.files import unscaled
from vidan.reports.forms.reports import FIRST_YEAR
from vidan.reports.kinds import period_words


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """One section of the reports of one period, a line for each Front, their sum on top."""
    period = _asked(request)
    told = below(acting(request), period)
    asked = request.GET.get("phan", "")
    codes = [part["code"] for part in told.sections]
    section = asked if asked in codes else (codes[0] if codes else "")
    lines = told.lines(section)
    shown = {
        "period": period,
        "words": period_words(period),
        "periods": [(_key(one), period_words(one)) for one in _periods()],
        "chosen": _key(period),
        "told": told,
        "section": section,
        "sections": [(part["code"], part["title"]) for part in told.sections],
        "headings": [label for label, _line in lines],
        "sums": [number_words(line.sum) for _label, line in lines],
        "platform": [number_words(told.platform.get(line.name)) for _label, line in lines],
        "rows": [
            (report, [number_words(line.numbers[place]) for _label, line in lines])
            for place, report in enumerate(told.reports)
        ],
    }
    return render(request, "reports/units.html", shown)


@require_safe
def sheet(request: HttpRequest) -> HttpResponseBase:
    """All sections of the reports of one period; journalled."""
    actor, period = acting(request), _asked(request)
    told = below(actor, period)
    made = as_workbook(
        period_words(period),
        {f"{place}. {part['code']}"[:31]: _sheet(told, part["code"]) for place, part in enumerate(told.sections, 1)}
        or {_("Chưa có báo cáo"): ((_("Đơn vị"),), [])},
        note=period_words(period),
    )
    with transaction.atomic():
        facts: dict[str, Any] = {"year": period.year, "kind": period.kind.value, "reports": len(told.reports)}
        record("report.export_below", subject="reports", actor=actor.code, unit_id=None, facts=facts)
    return as_attachment(made, f"tong-hop-{_key(period)}.xlsx", CONTENT_TYPES[FileKind.XLSX])


def _sheet(told: Below, section: str) -> Any:
    lines = told.lines(section)
    headings, sums = [_("Đơn vị")], [_("Tổng các báo cáo")]
    rows: list[list[Any]] = [[report.front.short_name] for report in told.reports]
    for label, line in lines:
        with_total = line.sum is not None and line.sum.total is not None
        headings += [label, _("%(label)s: trên tổng số") % {"label": label}] if with_total else [label]
        for row, number in [*zip(rows, line.numbers, strict=True), (sums, line.sum)]:
            row.append(number and unscaled(number.count, number.scale))
            row += [number and unscaled(number.total, number.scale)] if with_total else []
    return headings, [sums, *rows]


def _asked(request: HttpRequest) -> Period:
    """The period of the address, else the newest year that is over."""
    by_key = {_key(one): one for one in _periods()}
    last = Period(Kind.YEAR, max(FIRST_YEAR, clock.today().year - 1))
    return by_key.get(request.GET.get("ky", ""), last)


def _key(period: Period) -> str:
    return f"{period.kind.value}-{period.year}-{period.part}"


def _periods() -> list[Period]:
    today = clock.today()
    return [
        period
        for year in range(today.year, FIRST_YEAR - 1, -1)
        for kind in Kind
        for part in range(PARTS[kind], 0, -1)
        if (period := Period(kind, year, part)).since <= today
    ]
