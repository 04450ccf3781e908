"""The public page of results (/ket-qua/): what was told, what was done; by place, month and kind, searched without marks."""

import re
from dataclasses import dataclass
from datetime import date
from typing import Any
from urllib.parse import urlencode

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.cases.kinds import Conduct, Kind
from vidan.cases.models import Summary
from vidan.cases.models.summary import SummaryQuerySet
from vidan.cases.services.publish import SCOPE
from vidan.domain.publishing.eligible import KINDS
from vidan.foundation.search.find import find
from vidan.foundation.units.models import Unit

PAGE = 12
MOST_FOUND = 200
"""So many hits of a search are looked at; who finds more is asked for one more word."""

MONTH = re.compile(r"(20\d\d)-(0[1-9]|1[0-2])")
SLUG = re.compile(r"[-a-z0-9]{1,80}")


@dataclass(frozen=True)
class Asked:
    """What the address asks for; an unknown value is as good as none."""

    words: str = ""
    place: str = ""
    month: str = ""
    kind: str = ""

    @classmethod
    def read(cls, query: QueryDict) -> "Asked":
        """Read the filters of an address."""
        place, month, kind = (query.get(name, "") for name in ("noi", "thang", "loai"))
        return cls(
            words=query.get("tu", "").strip()[:100],
            place=place if SLUG.fullmatch(place) else "",
            month=month if MONTH.fullmatch(month) else "",
            kind=kind if kind in KINDS else "",
        )

    @property
    def address(self) -> str:
        """The same filters as an address, for the next page."""
        told = {"tu": self.words, "noi": self.place, "thang": self.month, "loai": self.kind}
        return urlencode({name: value for name, value in told.items() if value})

    def rows(self) -> SummaryQuerySet:
        """The published summaries that fit."""
        rows = Summary.objects.public().select_related("place")
        if self.words:
            hits = find(self.words, scopes=[SCOPE], limit=MOST_FOUND)
            rows = rows.filter(key__in=[subject.rpartition("-")[2] for _key, subject in hits])
        if self.place:
            rows = rows.filter(place__slug=self.place)
        if self.month:
            rows = rows.filter(month=date.fromisoformat(f"{self.month}-01"))
        if self.kind:
            rows = rows.filter(kind=self.kind)
        return rows


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """What was told and what was done about it; nothing leads from here to a person or a case."""
    asked = Asked.read(request.GET)
    after = request.GET.get("sau", "")
    found = list(asked.rows().newest(after=after)[: PAGE + 1])
    told: dict[str, Any] = {
        "asked": asked,
        "rows": [(one, [Conduct(conduct).label for conduct in one.conduct]) for one in found[:PAGE]],
        "after": found[PAGE - 1].turn if len(found) > PAGE else "",
        "turned": bool(after),
        "places": Unit.objects.filter(pk__in=Summary.objects.public().order_by().values("place"))
        .order_by("level", "sort_key")
        .values_list("slug", "short_name"),
        "months": [
            (f"{month:%Y-%m}", f"{month:%m/%Y}")
            for month in Summary.objects.public().order_by("-month").values_list("month", flat=True).distinct()
        ],
        "kinds": [(kind.value, kind.label) for kind in Kind if kind in KINDS],
    }
    return render(request, "cases/results.html", told)
