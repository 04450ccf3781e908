"""The working calendar: the days that differ from the ordinary week, each with its source; a change recounts open clocks."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import MissingYear, set_day, settle_year
from vidan.foundation.calendar.foresee import foreseen
from vidan.foundation.calendar.models import CalendarYear, DayKind, DayRow
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.journal.record import record
from vidan.foundation.units.places import PLACES
from vidan.site.recounting import recount_all

ORDINARY = "ordinary"
FIRST, LAST = 1990, 2100
"""Years that the page can show."""


class DayForm(forms.Form):
    """Đổi một ngày trong lịch."""

    day = forms.DateField(label=gettext_lazy("Ngày"), help_text=gettext_lazy("Ví dụ 30/04/2020"))
    kind = forms.ChoiceField(
        label=gettext_lazy("Là"), choices=[*DayKind.choices, (ORDINARY, gettext_lazy("ngày bình thường"))]
    )
    name = SafeCharField(label=gettext_lazy("Tên gọi"), max_length=120, required=False)
    source = SafeCharField(
        label=gettext_lazy("Căn cứ"), max_length=300, help_text=gettext_lazy("Số, ngày văn bản quy định ngày này")
    )


class YearForm(forms.Form):
    """Lập lịch một năm."""

    source = SafeCharField(
        label=gettext_lazy("Căn cứ"),
        max_length=300,
        help_text=gettext_lazy("Số, ngày thông báo nghỉ lễ, tết của năm; hoặc ghi rõ là dự kiến theo luật, sẽ xem lại"),
    )


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The days of one year and the form that changes one; for a year nobody has settled, what is foreseen."""
    actor = acting(request)
    form = DayForm(request.POST if request.method == "POST" else None, label_suffix="")
    year = _asked_year(request)
    if request.method == "POST" and "settle" in request.POST:
        return _settle(request, year, actor)
    if request.method == "POST" and form.is_valid():
        try:
            moved = _change(form, actor)
        except MissingYear as missing:
            form.add_error("day", str(missing))
        else:
            messages.success(
                request, _("Đã đổi lịch; %(n)d hạn đang chạy được tính lại và ghi vào hồ sơ.") % {"n": moved}
            )
            return redirect("site:calendar")
    return _show(request, year, form, YearForm(label_suffix=""))


def _show(request: HttpRequest, year: int, form: DayForm, year_form: YearForm) -> HttpResponse:
    years = list(CalendarYear.objects.order_by("-year").values_list("year", flat=True))
    settled = year in years
    told = {
        "form": form if settled else year_form,
        "year": year,
        "years": [max(years, default=year) + 1, *years],
        "settled": settled,
        "days": DayRow.objects.filter(day__year=year) if settled else [],
        "foreseen": [] if settled else foreseen(year),
    }
    return render(request, "site/calendar.html", told, status=422 if form.errors or year_form.errors else 200)


def _asked_year(request: HttpRequest) -> int:
    asked = request.GET.get("nam", "")
    known = asked.isascii() and asked.isdigit() and FIRST <= int(asked[:4]) <= LAST and len(asked) == 4
    return int(asked) if known else clock.today().year


def _settle(request: HttpRequest, year: int, actor: Actor) -> HttpResponse:
    """Settle a year with what is foreseen, on the strength of the paper that is named."""
    form = YearForm(request.POST, label_suffix="")
    if not form.is_valid():
        return _show(request, year, DayForm(label_suffix=""), form)
    with transaction.atomic():
        days = settle_year(year=year, source=form.cleaned_data["source"])
        record(
            "calendar.settle",
            subject=str(year),
            actor=actor.code,
            unit_id=min(actor.units_with("site.calendar"), default=None),
            facts={"days": days},
        )
        changed(PLACES)
    messages.success(request, _("Đã lập lịch năm %(year)d với %(n)d ngày nghỉ.") % {"year": year, "n": days})
    return redirect(f"{request.path}?nam={year}")


def _change(form: DayForm, actor: Actor) -> int:
    told = form.cleaned_data
    kind = None if told["kind"] == ORDINARY else DayKind(told["kind"])
    with transaction.atomic():
        if not CalendarYear.objects.filter(year=told["day"].year).exists():
            raise MissingYear(told["day"].year)
        set_day(day=told["day"], kind=kind, name=told["name"] or told["source"][:120], source=told["source"])
        record(
            "calendar.change",
            subject=told["day"].isoformat(),
            actor=actor.code,
            unit_id=min(actor.units_with("site.calendar"), default=None),
            facts={"kind": told["kind"]},
        )
        changed(PLACES)
        return recount_all(actor=actor)
