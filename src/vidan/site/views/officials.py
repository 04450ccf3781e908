"""The register of officials: who serves where, from which day, and which of them also signs in."""

from typing import Any

from django import forms
from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.accounts.models import Status
from vidan.foundation.accounts.officials import (
    Entered,
    NobodySignsIn,
    end_service,
    officials_of,
    register,
    units_served,
)
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.ui.widgets import PlainSelect

PAGE = 50


class OfficialForm(forms.Form):
    """Ghi một người vào sổ cán bộ, công chức, viên chức."""

    name = SafeCharField(label=gettext_lazy("Họ và tên"), max_length=120)
    position = SafeCharField(label=gettext_lazy("Chức vụ, công việc"), max_length=120)
    status = forms.ChoiceField(label=gettext_lazy("Nhóm"), choices=Status.choices)
    unit = forms.ChoiceField(label=gettext_lazy("Nơi làm việc"), widget=PlainSelect)
    leads = forms.BooleanField(
        label=gettext_lazy("Là người đứng đầu nơi này"),
        required=False,
        help_text=gettext_lazy("Ý kiến về người đứng đầu được chuyển đến Ủy ban nhân dân cấp trên."),
    )
    email = forms.EmailField(
        label=gettext_lazy("Thư điện tử đăng nhập, nếu có"),
        required=False,
        max_length=200,
        help_text=gettext_lazy("Để hồ sơ về người này không bao giờ hiện ra với chính người này."),
    )
    since = forms.DateField(label=gettext_lazy("Từ ngày"), help_text=gettext_lazy("Ví dụ 02/03/2020"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.units = {unit.slug: unit for unit in units_served(actor).order_by("level", "kind", "sort_key")}
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext_lazy("Chọn đơn vị")), *((slug, unit.name) for slug, unit in self.units.items())]
        self.fields["since"].initial = f"{clock.today():%d/%m/%Y}"

    def entered(self) -> Entered:
        """What the register takes."""
        told = self.cleaned_data
        return Entered(**told | {"unit": self.units[told["unit"]], "status": Status(told["status"])})


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Everybody in the register of the territory who serves today or has served."""
    actor = acting(request)
    page = Paginator(officials_of(actor), PAGE).get_page(request.GET.get("trang"))
    return render(request, "site/officials/listed.html", {"page": page})


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Enter an official."""
    actor = acting(request)
    form = OfficialForm(request.POST if request.method == "POST" else None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            register(entered=form.entered(), actor=actor)
        except NobodySignsIn:
            form.add_error("email", _("Chưa có ai đăng nhập bằng thư điện tử này."))
        else:
            messages.success(request, _("Đã ghi vào sổ."))
            return redirect("site:officials")
    return render(request, "site/officials/add.html", {"form": form}, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, official: str) -> HttpResponse:
    """Let a service end with today."""
    actor = acting(request)
    found = officials_of(actor).filter(code=official).first()
    if found is None:
        raise Http404
    end_service(official=found, last_day=clock.today(), actor=actor)
    messages.success(request, _("Đã ghi: làm việc ở nơi này đến hết hôm nay."))
    return redirect("site:officials")
