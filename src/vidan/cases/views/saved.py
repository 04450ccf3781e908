"""Danh sách đã lưu: saving the list on the page, and the page on which one's lists are renamed and removed."""

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from vidan.cases.forms.saved import SavedListForm
from vidan.cases.models import SavedList
from vidan.cases.selectors import Filters
from vidan.cases.services.save_list import MOST, TooMany, change_list, remove_list, save_list
from vidan.foundation.accounts.actors import Actor, acting


@require_http_methods(["GET", "POST"])
def lists(request: HttpRequest) -> HttpResponse:
    """One's own lists; a POST saves the filters in the address."""
    actor = acting(request)
    query = Filters.read(request.GET).query()
    form = SavedListForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        try:
            save_list(query=query, actor=actor, **form.cleaned_data)
        except TooMany:
            form.add_error(None, _("Ông/bà đã lưu đủ %(n)d danh sách; bỏ bớt một danh sách rồi lưu lại.") % {"n": MOST})
        else:
            messages.success(request, _("Đã lưu danh sách “%(name)s”.") % {"name": form.cleaned_data["name"]})
            return redirect("cases:saved_lists")
    return _show(request, actor, form, query)


@require_POST
def change(request: HttpRequest, pk: int) -> HttpResponse:
    """Rename or share one of one's own lists."""
    actor = acting(request)
    kept = _own(actor, pk)
    form = SavedListForm(request.POST)
    if not form.is_valid():
        messages.error(request, _("Chưa đổi tên: tên danh sách cần có chữ, dài nhất 60 chữ."))
    else:
        change_list(kept=kept, actor=actor, **form.cleaned_data)
        messages.success(request, _("Đã lưu danh sách “%(name)s”.") % {"name": kept.name})
    return redirect("cases:saved_lists")


@require_POST
def remove(request: HttpRequest, pk: int) -> HttpResponse:
    """Remove one of one's own lists."""
    actor = acting(request)
    kept = _own(actor, pk)
    remove_list(kept=kept, actor=actor)
    messages.success(request, _("Đã bỏ danh sách “%(name)s”; các hồ sơ vẫn còn nguyên.") % {"name": kept.name})
    return redirect("cases:saved_lists")


def side_of(actor: Actor, query: str = "") -> list[dict[str, Any]]:
    """The saved lists for the side of the desk; the one on the page is marked."""
    rows = SavedList.objects.visible_to(actor).values_list("name", "query")
    return [{"name": name, "query": kept, "here": bool(query) and kept == query} for name, kept in rows]


def _own(actor: Actor, pk: int) -> SavedList:
    return get_object_or_404(SavedList, pk=pk, user_id=actor.user_id)


def _show(request: HttpRequest, actor: Actor, form: SavedListForm, query: str) -> HttpResponse:
    told = {
        "form": form,
        "query": query,
        "lists": list(SavedList.objects.visible_to(actor).select_related("user")),
        "most": MOST,
    }
    return render(request, "cases/desk/saved.html", told, status=422 if form.errors else 200)
