"""Thư đầu ngày: what this morning's mail says, and whether the person wants it."""

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from vidan.foundation.accounts.actors import acting
from vidan.foundation.notices.agenda import morning_lines
from vidan.foundation.notices.morning import choose_morning, wants_morning


@require_http_methods(["GET", "POST"])
def page(request: HttpRequest) -> HttpResponse:
    """Show what would be written now, and take the choice."""
    actor = acting(request)
    if request.method == "POST":
        wanted = request.POST.get("wanted") == "1"
        choose_morning(wanted=wanted, actor=actor)
        said = _("Từ ngày làm việc tới, ông/bà sẽ nhận thư đầu ngày.") if wanted else _("Đã thôi gửi thư đầu ngày.")
        messages.success(request, said)
        return redirect("cases:morning")
    told = {"lines": morning_lines(actor), "wanted": wants_morning(actor.user_id or 0)}
    return render(request, "cases/desk/morning.html", told)
