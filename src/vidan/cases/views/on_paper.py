"""In việc hôm nay: what is late, due today and new, on paper; without identity."""

from django.db.models import Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.cases.kinds import State
from vidan.cases.models import CaseFile
from vidan.cases.rows import row_of
from vidan.cases.selectors import Filters, listed
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.selectors import short_names

MOST = 200
"""Lines of one print; what is left over is told."""


@require_safe
def today(request: HttpRequest) -> HttpResponse:
    """The day's work as a page to print; `cua-toi=1` leaves what others carry out."""
    actor = acting(request)
    day = clock.today()
    filters = Filters(state="open", mine=request.GET.get("cua-toi") == "1")
    waiting = CaseFile.objects.visible_to(actor).filter(filters.condition(actor))
    waiting = waiting.filter(Q(due_on__lte=day) | Q(state=State.RECEIVED)).order_by("due_on", "pk")
    cases = listed(waiting[: MOST + 1])
    parts = (
        (_("Trễ hạn"), [one for one in cases[:MOST] if one.case.due_on and one.case.due_on < day]),
        (_("Đến hạn hôm nay"), [one for one in cases[:MOST] if one.case.due_on == day]),
        (
            _("Mới nhận, chưa phân loại"),
            [one for one in cases[:MOST] if one.case.due_on is None or one.case.due_on > day],
        ),
    )
    told = {
        "front": ", ".join(sorted(short_names()[unit] for unit in actor.units_with("cases.read"))),
        "parts": [(title, [row_of(one, actor) for one in part]) for title, part in parts if part],
        "mine": filters.mine,
        "more": len(cases) > MOST,
        "most": MOST,
    }
    return render(request, "cases/desk/print.html", told)
