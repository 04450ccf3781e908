"""Where to call, write, or come in person."""

from itertools import groupby

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.cases.services.call_off import notice_of
from vidan.foundation.caching.pages import kept
from vidan.foundation.calendar import clock
from vidan.foundation.ui.qr import qr_svg
from vidan.foundation.units.places import PLACES
from vidan.foundation.units.selectors import contacts_on, reception_days_from


@require_safe
@kept(PLACES)
def contacts(request: HttpRequest) -> HttpResponse:
    """Hotlines, boxes, offices by unit, and the reception days to come."""
    today = clock.today()
    by_unit = [(unit, list(rows)) for unit, rows in groupby(contacts_on(today), key=lambda contact: contact.unit)]
    told = {
        "by_unit": by_unit,
        "receptions": [(day, notice_of(day)) for day in reception_days_from(today)],
        "qr": qr_svg(f"{settings.ORIGIN}/gui-phan-anh/"),
        "origin": settings.ORIGIN.split("//", 1)[-1],
    }
    return render(request, "site/contacts.html", told)
