"""The working calendar: the days that differ from the ordinary week, each with its source; a change recounts open clocks."""

from django import forms
from django.contrib import messages
from django.db import transaction
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods

from vidan.cases.services.recount import recount_cases
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import MissingYear, set_day
from vidan.foundation.calendar.models import CalendarYear, DayKind, DayRow
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.journal.record import record

ORDINARY = "ordinary"


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


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """The days of one year, and the form that changes one."""
    actor: Actor = request.actor  # type: ignore[attr-defined] # set by the gate
    form = DayForm(request.POST if request.method == "POST" else None, label_suffix="")
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
    asked = request.GET.get("nam", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else clock.today().year
    told = {
        "form": form,
        "year": year,
        "years": CalendarYear.objects.order_by("-year"),
        "days": DayRow.objects.filter(day__year=year),
    }
    return render(request, "site/calendar.html", told, status=422 if form.errors else 200)


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
        return recount_cases(actor=actor)
