"""The head's year (/ban-lam-viec/nam/): tiles of figures with their lists, what changed this week, what needs a decision."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.notices.agenda import due_work
from vidan.reports.overview import overview

MOST = 10
"""Rows of what waits; the desk's day has the rest."""


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The year of the actor's Front up to today."""
    actor = acting(request)
    waits = due_work(actor)
    told = {
        "told": overview(actor.units_with("reports.overview"), clock.today()),
        "waits": waits[:MOST],
        "more": max(0, len(waits) - MOST),
        "day_of_cases": actor.may("cases.read"),
    }
    return render(request, "reports/year.html", told)
