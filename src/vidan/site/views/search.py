"""One search over everything that is published (/tim-kiem/): without marks, forgiving slips, by kind and year."""

from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.calendar import clock
from vidan.foundation.search.published import look_for
from vidan.site.findable import KINDS
from vidan.site.views.figures import FIRST

LONGEST = 100


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The newest hits; a page further by the key of the last one. An unknown kind, year or key is as good as none."""
    words = request.GET.get("tu", "").strip()[:LONGEST]
    kind = request.GET.get("loai", "")
    kind = kind if kind in KINDS else ""
    years = range(clock.today().year, FIRST - 1, -1)
    year = next((one for one in years if str(one) == request.GET.get("nam", "")), None)
    after = request.GET.get("sau", "")
    before = int(after) if after.isascii() and after.isdigit() and len(after) < 19 else None
    found = look_for(words, kind=kind, year=year, before=before) if words else None
    narrowed = {"tu": words, "loai": kind, "nam": str(year or "")}
    told = {
        "words": words,
        "kind": kind,
        "year": year,
        "kinds": KINDS.items(),
        "years": years,
        "found": found,
        "rows": [(row, KINDS.get(row.kind, "")) for row in found.rows] if found else [],
        "following": urlencode(narrowed | {"sau": found.following}) if found and found.following else "",
        "results": urlencode({"tu": words}),
    }
    return render(request, "site/search.html", told)
