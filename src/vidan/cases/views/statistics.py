"""Thống kê xử lý at the desk: the page of a period, and the same as a spreadsheet."""

from datetime import date, timedelta
from typing import Any

from django import forms
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_POST, require_safe

from vidan.cases.exports import XLSX, statistics_workbook, tell_journal
from vidan.cases.figures import MEASURES
from vidan.cases.selectors import Filters
from vidan.cases.statistics import Statistics, period, statistics_for
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.serve import as_attachment

YEARS = 4
"""So many years back the page offers as a period."""


class PeriodForm(forms.Form):
    """The first and the last day that are counted."""

    tu = forms.DateField(label=gettext_lazy("Từ ngày"), required=False)
    den = forms.DateField(label=gettext_lazy("Đến hết ngày"), required=False)

    def clean(self) -> dict[str, Any]:
        """A period does not end before it begins."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("tu") and told.get("den") and told["den"] < told["tu"]:
            self.add_error("den", _("Ngày cuối không thể trước ngày đầu."))
        return told


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The statistics of the period in the address."""
    actor = acting(request)
    form, told = _asked(request, actor)
    since, until = told.scope.since, told.scope.until
    shown = {
        "form": form,
        "told": told,
        "since": since,
        "until": until,
        "headings": [*MEASURES.values(), _("Trễ")],
        "years": [(year, *_year(year), _year(year)[0] == since and until.year == year) for year in _years()],
        "address": f"tu={since}&den={until}",
        "owing": [(body, Filters(owing=body.slug).query() if body.owing else "") for body in told.bodies],
    }
    return render(request, "cases/desk/statistics.html", shown, status=422 if form.errors else 200)


@require_POST
def sheet(request: HttpRequest) -> HttpResponseBase:
    """The same tables as XLSX; journalled."""
    actor = acting(request)
    _form, told = _asked(request, actor)
    content, name, rows = statistics_workbook(told)
    with transaction.atomic():
        tell_journal(actor, rows, subject="statistics")
    return as_attachment(content, name, XLSX)


def _asked(request: HttpRequest, actor: Actor) -> tuple[PeriodForm, Statistics]:
    """The form as it was filled in, and the statistics; days that make no sense are told and not counted by."""
    form = PeriodForm(request.GET or None, label_suffix="")
    days = form.cleaned_data if form.is_valid() else {}
    since, until = period(days.get("tu"), days.get("den"))
    if not form.errors:
        form = PeriodForm(initial={"tu": f"{since:%d/%m/%Y}", "den": f"{until:%d/%m/%Y}"}, label_suffix="")
    return form, statistics_for(actor, since, until)


def _years() -> list[int]:
    last = (clock.today() - timedelta(days=1)).year
    return list(range(last, last - YEARS, -1))


def _year(year: int) -> tuple[date, date]:
    return date(year, 1, 1), date(year, 12, 31)
