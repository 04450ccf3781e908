"""Kế hoạch cho mọi người (/ke-hoach/): what the Front has set itself for a year, and what came of it, clause by clause."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.caching.pages import kept
from vidan.oversight.models import Plan
from vidan.oversight.plan_board import board, counts_of, until
from vidan.oversight.plan_findable import PLANS

MINUTE = 60
"""What other duties count is told here too: it is at most so many seconds old."""


@require_safe
@kept(PLANS, seconds=MINUTE)
def page(request: HttpRequest, year: int | None = None) -> HttpResponse:
    """The plan of a year of this house's Front, the newest unless the address names one."""
    plans = Plan.objects.public().filter(front__slug=settings.FRONT).select_related("front", "programme")
    found = list(plans.order_by("-year", "-pk"))
    asked = request.GET.get("nam", "") if year is None else str(year)
    shown = [one for one in found if not asked or str(one.year) == asked]
    if asked and not shown:
        raise Http404
    years = list(dict.fromkeys(one.year for one in found))
    told = [
        (plan, rows, counts_of(rows)) for plan in shown[:1] for rows in (board(plan, list(plan.duties.confirmed())),)
    ]
    plan = shown[0] if shown else None
    day = until(plan) if plan else None
    return render(request, "oversight/public_plan.html", {"told": told, "years": years, "plan": plan, "until": day})
