"""Giao hồ sơ: the chosen rows of a list are given to an officer."""

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from vidan.cases.officers import givable_to, officers_here
from vidan.cases.selectors import Filters
from vidan.cases.services.assign import Assigned, assign
from vidan.foundation.accounts.actors import acting

MOST = 100
"""Rows that one form gives at most."""


@require_POST
def give(request: HttpRequest) -> HttpResponse:
    """Give the chosen cases and go back to the list as it was filtered."""
    actor = acting(request)
    officers = {user.code: user for user in givable_to(actor, officers_here(actor))}
    if not officers:
        raise Http404
    officer = officers.get(request.POST.get("officer", ""))
    chosen = _chosen(request.POST.getlist("case"))
    if officer is None:
        messages.warning(request, _("Chưa giao hồ sơ nào: chọn người phụ trách rồi giao lại."))
    elif not chosen:
        messages.warning(request, _("Chưa giao hồ sơ nào: đánh dấu ít nhất một hồ sơ trong danh sách."))
    else:
        _tell(request, assign(chosen=chosen, officer=officer, actor=actor), officer.name)
    query = Filters.read(request.GET).query()
    return redirect(reverse("cases:list") + (f"?{query}" if query else ""))


def _chosen(values: list[str]) -> dict[str, int]:
    """`PA-2018-0001:4` as code and version; what is not so is left out."""
    pairs = (value.partition(":") for value in values[:MOST])
    return {
        code[:20]: int(version)
        for code, _colon, version in pairs
        if version.isascii() and version.isdigit() and len(version) < 9
    }


def _tell(request: HttpRequest, done: Assigned, name: str) -> None:
    if n := len(done.given):
        told = ngettext("Đã giao %(n)d hồ sơ cho %(name)s.", "Đã giao %(n)d hồ sơ cho %(name)s.", n)
        messages.success(request, told % {"n": n, "name": name})
    if done.left:
        left = "; ".join(f"{code}: {why.label}" for code, why in done.left.items())
        messages.warning(request, _("Không giao được: %(left)s.") % {"left": left})
