"""The published seals of the journal: anybody can keep them and check later that nothing was altered."""

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.journal.models import Seal

SHOWN = 30
GIVEN = 5_000


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The newest seals and how to check them."""
    return render(request, "site/seals.html", {"seals": Seal.objects.order_by("-number")[:SHOWN]})


@require_safe
def as_json(request: HttpRequest) -> JsonResponse:
    """Seals from a number on, oldest first: `?tu=1`."""
    asked = request.GET.get("tu", "1")
    first = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 10 else 1
    rows = Seal.objects.filter(number__gte=first).order_by("number")[:GIVEN]
    seals = [
        {"number": s.number, "at": s.sealed_at.isoformat(), "entries": s.entries, "root": s.root, "chain": s.chain}
        for s in rows
    ]
    return JsonResponse({"seals": seals})
