"""Danh tính đã mở: the head sees every opening with its reason."""

import re
from datetime import date

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.site.openings import openings_of

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")


@never_cache
@require_safe
def openings(request: HttpRequest) -> HttpResponse:
    """Who opened whose name, when and why; by month, paged by key."""
    actor = acting(request)
    asked = MONTH.fullmatch(request.GET.get("thang", ""))
    month = date(int(asked[1]), int(asked[2]), 1) if asked else None
    after = request.GET.get("sau", "")
    key = int(after) if after.isascii() and after.isdigit() and len(after) < 19 else None
    rows, more = openings_of(actor, month=month, after=key)
    told = {"rows": rows, "more": more, "month": f"{month:%Y-%m}" if month else ""}
    return render(request, "site/custody/openings.html", told)
