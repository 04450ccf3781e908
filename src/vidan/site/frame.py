"""What every page's frame shows: whose site it is, the menu, and at the desk the places with their counts."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils.functional import SimpleLazyObject

from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.units.models import Unit
from vidan.site.menu import address_of, desk_menu, menu
from vidan.site.sample.people import sign_in_help


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for the page frame; what costs a query is asked for only by the pages that show it."""
    told = {
        "demo": settings.DEMO,
        "site_address": settings.ORIGIN,
        "actor": getattr(request, "actor", None),
        "today": clock.today(),
        "house": SimpleLazyObject(lambda: house(settings.FRONT)),
        "menu": SimpleLazyObject(lambda: menu(request.path)),
        "places": SimpleLazyObject(lambda: _desk_menu(request)),
        "here_unit": SimpleLazyObject(lambda: _here_unit(request)),
        "desk_home": _is_desk(request) and address_of("cases:today"),
    }
    return told | (sign_in_help() if settings.DEMO and _is_sign_in(request) else {})


@cache
def house(slug: str) -> Unit:
    """The Front whose site this is; its name is read once a process."""
    return Unit.objects.get(slug=slug)


def _desk_menu(request: HttpRequest) -> list[dict[str, Any]]:
    actor = acting(request)
    return desk_menu(actor, request.path)


def _here_unit(request: HttpRequest) -> str:
    if not _is_desk(request) or not request.user.is_authenticated:
        return ""
    rows = [row for row in request.user.assignment_rows or () if row.holds_on(clock.today())]
    return rows[0].unit.short_name if rows else ""


def _is_desk(request: HttpRequest) -> bool:
    return "/ban-lam-viec/" in request.path and not _is_sign_in(request)


def _is_sign_in(request: HttpRequest) -> bool:
    match = request.resolver_match
    return bool(match and match.view_name in ("account_login", "mfa_authenticate"))
