"""Where people are received, as the Front publishes it: hotlines, boxes, offices; reception days; counters with a QR sign."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django import forms
from django.contrib import messages
from django.db import transaction
from django.db.models import Model, QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.cases.views.receptions import warn_if_late
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import MissingYear, is_working
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.journal.record import record
from vidan.foundation.ui.qr import qr_svg
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import ContactKind, ContactPoint, CounterPoint, ReceptionDay, Unit, UnitKind
from vidan.foundation.units.places import PLACES, counter_code, end_on
from vidan.foundation.units.selectors import on_day, within
from vidan.outreach.posters import counter_poster
from vidan.site.contacts_findable import tell_contact

PERMISSION = "site.places"


class PlaceForm(forms.Form):
    """What is published, for one of the units of the territory."""

    unit_kind = UnitKind.FRONT_COMMITTEE
    unit = forms.ChoiceField(label=gettext_lazy("Đơn vị"), widget=PlainSelect)

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        rows = _units(actor).filter(kind=self.unit_kind).order_by("level", "sort_key")
        self.units = {unit.slug: unit for unit in rows}
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext_lazy("Chọn đơn vị")), *((slug, unit.name) for slug, unit in self.units.items())]

    def facts(self) -> dict[str, Any]:
        """The fields of the row to be made."""
        return self.cleaned_data | {"unit": self.units[self.cleaned_data["unit"]]}

    def rows(self) -> list[dict[str, Any]]:
        """The fields of all rows to be made."""
        return [self.facts()]


class ContactForm(PlaceForm):
    """Công bố đường dây nóng, hộp thư góp ý hoặc trụ sở."""

    kind = forms.ChoiceField(label=gettext_lazy("Loại"), choices=ContactKind.choices)
    place = SafeCharField(
        label=gettext_lazy("Số điện thoại hoặc địa chỉ"),
        max_length=200,
        help_text=gettext_lazy("Đúng như người dân sẽ đọc ở trang Nơi tiếp nhận"),
    )
    hours = SafeCharField(
        label=gettext_lazy("Giờ phục vụ, ngày mở hộp thư"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Ví dụ: giờ hành chính, thứ Hai đến thứ Sáu"),
    )

    def facts(self) -> dict[str, Any]:
        """A contact point is open from the day it is published."""
        return super().facts() | {"valid_from": clock.today()}


class CounterForm(PlaceForm):
    """Thêm bảng mã QR cho một quầy."""

    unit_kind = UnitKind.ONE_STOP_COUNTER
    label = SafeCharField(
        label=gettext_lazy("Tên quầy"), max_length=120, help_text=gettext_lazy("Ví dụ: Quầy 2, hộ tịch")
    )

    def facts(self) -> dict[str, Any]:
        """Its code is made here and stays: it stands on paper."""
        told = super().facts()
        return told | {"code": counter_code(told["unit"]), "valid_from": clock.today()}


class ReceptionForm(PlaceForm):
    """Công bố một buổi tiếp dân."""

    day = forms.DateField(label=gettext_lazy("Ngày"), help_text=gettext_lazy("Ví dụ 15/04/2020"))
    opens = forms.TimeField(label=gettext_lazy("Từ giờ"), help_text=gettext_lazy("Ví dụ 08:00"))
    closes = forms.TimeField(label=gettext_lazy("Đến giờ"), help_text=gettext_lazy("Ví dụ 11:00"))
    place = SafeCharField(label=gettext_lazy("Nơi tiếp"), max_length=200)
    host = SafeCharField(label=gettext_lazy("Người tiếp"), max_length=120)
    jointly = forms.BooleanField(label=gettext_lazy("Tiếp cùng Ủy ban nhân dân"), required=False)
    weeks = forms.IntegerField(
        label=gettext_lazy("Lặp lại hằng tuần"),
        min_value=1,
        max_value=26,
        initial=1,
        help_text=gettext_lazy(
            "Số buổi liên tiếp, mỗi tuần một buổi; 1 là chỉ buổi này. Buổi rơi vào ngày nghỉ được bỏ qua."
        ),
    )

    def clean(self) -> dict[str, Any]:
        """A session lies ahead and ends after it begins."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("day") and told["day"] < clock.today():
            self.add_error("day", _("Ngày này đã qua."))
        if told.get("opens") and told.get("closes") and told["closes"] <= told["opens"]:
            self.add_error("closes", _("Giờ kết thúc phải sau giờ bắt đầu."))
        return told

    def facts(self) -> dict[str, Any]:
        """A session is published from today on; whether that is in time is told beside it."""
        return {name: told for name, told in super().facts().items() if name != "weeks"} | {
            "published_on": clock.today()
        }

    def rows(self) -> list[dict[str, Any]]:
        """One session a week from the day on; a day off is passed over, but the day that was typed is taken as it is."""
        facts, first = self.facts(), self.cleaned_data["day"]
        days = [first + timedelta(weeks=n) for n in range(self.cleaned_data["weeks"])]
        return [facts | {"day": day} for day in days if day == first or _worked(day)]


@dataclass(frozen=True)
class Sort:
    """One sort of place: what it is called, how it is entered, kept and ended; a session is called off instead."""

    title: Callable[[], str]
    form: type[PlaceForm]
    model: type[Model]
    end: Callable[[Any], object] | None


SORTS = {
    "dau-moi": Sort(
        lambda: _("Công bố đầu mối"), ContactForm, ContactPoint, lambda place: end_on(place, clock.today())
    ),
    "tiep-dan": Sort(lambda: _("Công bố buổi tiếp dân"), ReceptionForm, ReceptionDay, None),
    "quay": Sort(lambda: _("Thêm bảng mã QR"), CounterForm, CounterPoint, lambda place: end_on(place, clock.today())),
}


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """All that is published for the units of the territory today, and the reception days to come."""
    actor = acting(request)
    units, today = _units(actor), clock.today()
    order = ("unit__level", "unit__sort_key", "pk")
    told = {
        "contacts": ContactPoint.objects.filter(on_day(today), unit__in=units).select_related("unit").order_by(*order),
        "counters": CounterPoint.objects.filter(on_day(today), unit__in=units).select_related("unit").order_by(*order),
        "sessions": ReceptionDay.objects.filter(day__gte=today, unit__in=units).select_related("unit", "moved_to"),
    }
    return render(request, "site/places/listed.html", told)


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, sort: str) -> HttpResponse:
    """Publish one more."""
    actor = acting(request)
    known = _sort(sort)
    form = known.form(request.POST if request.method == "POST" else None, actor=actor)
    if request.method == "POST" and form.is_valid():
        with transaction.atomic():
            made = [known.model._default_manager.create(**facts) for facts in form.rows()]
            for place in made:
                _tell("place.publish", sort, place.pk, actor)
                _shown(place)
        messages.success(request, _("Đã công bố."))
        warn_if_late(request, made[0] if isinstance(made[0], ReceptionDay) else None)
        return redirect("site:places")
    told = {"form": form, "title": known.title()}
    return render(request, "site/places/add.html", told, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, sort: str, pk: int) -> HttpResponse:
    """Take one back: it ends with today."""
    actor = acting(request)
    known = _sort(sort)
    place = known.model._default_manager.filter(pk=pk if pk < 2**63 else 0, unit__in=_units(actor)).first()
    if place is None or known.end is None:
        raise Http404
    with transaction.atomic():
        _tell("place.end", sort, pk, actor)
        known.end(place)
        _shown(place)
    messages.success(request, _("Đã thôi công bố."))
    return redirect("site:places")


@require_safe
def sign(request: HttpRequest, pk: int) -> HttpResponse:
    """The sign of a counter, to be printed and put up: what it is for, its QR, its address."""
    actor = acting(request)
    point = (
        CounterPoint.objects.filter(pk=pk if pk < 2**63 else 0, unit__in=_units(actor)).select_related("unit").first()
    )
    if point is None:
        raise Http404
    poster = counter_poster(point)
    told = {"point": point, "poster": poster, "qr": qr_svg(poster.address)}
    return render(request, "site/places/sign.html", told)


def _units(actor: Actor) -> QuerySet[Unit]:
    return Unit.objects.valid_on(clock.today()).filter(within(actor.units_with(PERMISSION)))


def _worked(day: date) -> bool:
    """Whether a day is worked; one of a year that nobody has settled is not published either."""
    try:
        return is_working(day)
    except MissingYear:
        return False


def _shown(place: Model) -> None:
    """Let readers meet a place as it is now, in the search and on the page."""
    if isinstance(place, ContactPoint):
        tell_contact(place)
    changed(PLACES)


def _sort(name: str) -> Sort:
    if name not in SORTS:
        raise Http404
    return SORTS[name]


def _tell(event: str, sort: str, pk: int, actor: Actor) -> None:
    unit_id = min(actor.units_with(PERMISSION), default=None)
    record(event, subject=f"{sort}-{pk}", actor=actor.code, unit_id=unit_id)
