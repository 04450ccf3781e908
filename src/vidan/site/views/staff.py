"""People who sign in: the head of a Front makes sign-ins, gives and ends roles, and helps who lost password or telephone."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.accounts.roles import HELD_IN, Role
from vidan.foundation.accounts.staff import (
    AlreadyThere,
    OwnRole,
    add_sign_in,
    close_sign_in,
    end_role,
    give_role,
    renew_access,
    roles_of,
    staff_of,
    units_of,
)
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.ui.widgets import PlainSelect


class RoleForm(forms.Form):
    """Giao một vai trò."""

    unit = forms.ChoiceField(label=gettext_lazy("Đơn vị"), widget=PlainSelect)
    role = forms.ChoiceField(label=gettext_lazy("Vai trò"), choices=[(role.value, role.label) for role in HELD_IN])
    since = forms.DateField(label=gettext_lazy("Từ ngày"), help_text=gettext_lazy("Ví dụ 02/03/2020"))

    def __init__(self, *args: Any, actor: Actor, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.units = {unit.slug: unit for unit in units_of(actor).order_by("level", "kind", "sort_key")}
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext_lazy("Chọn đơn vị")), *((slug, unit.name) for slug, unit in self.units.items())]
        self.fields["since"].initial = f"{clock.today():%d/%m/%Y}"

    def clean(self) -> dict[str, Any]:
        """A role belongs to its kind of unit."""
        told: dict[str, Any] = super().clean() or {}
        unit, role = self.units.get(told.get("unit", "")), told.get("role")
        if unit and role and unit.kind not in HELD_IN[Role(role)]:
            self.add_error("role", _("Vai trò này không có ở loại đơn vị đã chọn."))
        return told

    def given(self) -> dict[str, Any]:
        """What the services take."""
        told = self.cleaned_data
        return {"unit": self.units[told["unit"]], "role": Role(told["role"]), "since": told["since"]}


class PersonForm(RoleForm):
    """Thêm người dùng."""

    name = SafeCharField(label=gettext_lazy("Họ và tên"), max_length=120)
    email = forms.EmailField(label=gettext_lazy("Thư điện tử"), max_length=200)
    field_order = ("name", "email", "unit", "role", "since")


@require_safe
def people(request: HttpRequest) -> HttpResponse:
    """Everybody who signs in for a unit of the territory, with the roles of today."""
    actor = acting(request)
    users = staff_of(actor)
    held = roles_of(users)
    return render(request, "site/staff/people.html", {"people": [(user, held.get(user.pk, [])) for user in users]})


@never_cache
@require_http_methods(["GET", "POST"])
def add(request: HttpRequest) -> HttpResponse:
    """Make a sign-in; its first password is shown once, on the answer."""
    actor = acting(request)
    form = PersonForm(request.POST if request.method == "POST" else None, actor=actor)
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            user, password = add_sign_in(email=told["email"], name=told["name"], actor=actor, **form.given())
        except AlreadyThere:
            form.add_error("email", _("Thư điện tử này đã có người dùng."))
        else:
            return _hand_over(request, user, password)
    return render(request, "site/staff/add.html", {"form": form}, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, person: str) -> HttpResponse:
    """One person: the roles with their dates, and the form that gives another."""
    actor = acting(request)
    user = _person(actor, person)
    form = RoleForm(request.POST if request.method == "POST" else None, actor=actor)
    if request.method == "POST" and form.is_valid():
        try:
            give_role(user=user, actor=actor, **form.given())
        except AlreadyThere:
            form.add_error("role", _("Người này đã có vai trò ấy từ ngày đó."))
        else:
            messages.success(request, _("Đã giao vai trò."))
            return redirect("site:staff_person", person)
    rows = Assignment.objects.filter(user=user).select_related("unit").order_by("-valid_from", "-pk")
    mine = set(units_of(actor).values_list("pk", flat=True))
    told = {
        "person": user,
        "form": form,
        "rows": [(row, row.unit_id in mine and (row.valid_to is None or row.valid_to > clock.today())) for row in rows],
        "is_self": user.pk == actor.user_id,
    }
    return render(request, "site/staff/person.html", told, status=422 if form.errors else 200)


@require_POST
def end(request: HttpRequest, person: str) -> HttpResponse:
    """End a role with today."""
    actor = acting(request)
    user = _person(actor, person)
    key = request.POST.get("assignment", "")
    rows = Assignment.objects.filter(user=user, unit__in=units_of(actor)).select_related("unit", "user")
    assignment = rows.filter(pk=int(key)).first() if key.isascii() and key.isdigit() and len(key) < 19 else None
    if assignment is None:
        raise Http404
    try:
        end_role(assignment=assignment, last_day=clock.today(), actor=actor)
    except OwnRole:
        messages.error(request, _own())
    else:
        messages.success(request, _("Vai trò kết thúc hết ngày hôm nay."))
    return redirect("site:staff_person", person)


@never_cache
@require_POST
def renew(request: HttpRequest, person: str) -> HttpResponse:
    """A new first password, shown once; the second step is set up anew."""
    actor = acting(request)
    user = _person(actor, person)
    try:
        password = renew_access(user=user, actor=actor)
    except OwnRole:
        messages.error(request, _own())
        return redirect("site:staff_person", person)
    return _hand_over(request, user, password)


@require_POST
def close(request: HttpRequest, person: str) -> HttpResponse:
    """Close a sign-in."""
    actor = acting(request)
    user = _person(actor, person)
    try:
        close_sign_in(user=user, actor=actor)
    except OwnRole:
        messages.error(request, _own())
    else:
        messages.success(request, _("Đã đóng; người này không đăng nhập được nữa. Việc đã làm vẫn còn trong sổ."))
    return redirect("site:staff_person", person)


def _own() -> str:
    return _("Không ai tự đóng hay tự kết thúc vai trò của mình; nhờ một lãnh đạo khác.")


def _hand_over(request: HttpRequest, user: User, password: str) -> HttpResponse:
    return render(request, "site/staff/hand_over.html", {"person": user, "password": password})


def _person(actor: Actor, code: str) -> User:
    user = staff_of(actor).filter(code=code).first()
    if user is None:
        raise Http404
    return user
