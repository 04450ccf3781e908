"""What every page's frame shows: whose site it is, the menu, and at the desk the places with their counts."""

from functools import cache
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import get_language, gettext_lazy, override
from django.utils.translation import gettext as _

from vidan.cases.moves import OPEN
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.figures.tally import standing
from vidan.foundation.units.models import Unit
from vidan.site.sample.people import sign_in_help

MENU = (
    ("site:home", gettext_lazy("Trang đầu")),
    ("cases:start", gettext_lazy("Gửi ý kiến")),
    ("cases:lookup", gettext_lazy("Xem trả lời")),
    ("site:figures", gettext_lazy("Số liệu")),
    ("site:contacts", gettext_lazy("Nơi tiếp nhận")),
)


def frame(request: HttpRequest) -> dict[str, Any]:
    """Context for the page frame; what costs a query is asked for only by the pages that show it."""
    told = {
        "demo": settings.DEMO,
        "actor": getattr(request, "actor", None),
        "today": clock.today(),
        "house": SimpleLazyObject(lambda: house(settings.FRONT)),
        "menu": SimpleLazyObject(lambda: _menu(request)),
        "places": SimpleLazyObject(lambda: _places(request)),
        "here_unit": SimpleLazyObject(lambda: _here_unit(request)),
        "desk_home": _is_desk(request) and reverse("cases:today"),
    }
    return told | (sign_in_help() if settings.DEMO and _is_sign_in(request) else {})


@cache
def house(slug: str) -> Unit:
    """The Front whose site this is; its name is read once a process."""
    return Unit.objects.get(slug=slug)


def _menu(request: HttpRequest) -> list[dict[str, Any]]:
    home = _addresses(get_language() or "")[0]
    return [
        {"url": url, "label": label, "here": request.path == url if url == home else request.path.startswith(url)}
        for url, (_route, label) in zip(_addresses(get_language() or ""), MENU, strict=True)
    ]


@cache
def _addresses(language: str) -> tuple[str, ...]:
    """The addresses of the menu in a language; they are the same on every page."""
    with override(language):
        return tuple(reverse(route) for route, _label in MENU)


def _places(request: HttpRequest) -> list[dict[str, Any]]:
    actor: Actor = request.actor  # type: ignore[attr-defined] # set by the gate
    places: list[tuple[str, str, int | None]] = []
    if actor.may("cases.read"):
        counts = standing("cases.state", unit_ids=actor.units_with("cases.read"))
        places = [
            ("cases:today", _("Hôm nay"), sum(counts.get(state, 0) for state in OPEN)),
            ("cases:list", _("Hồ sơ"), sum(counts.values())),
        ]
        if actor.may("cases.hand"):
            places.append(("cases:handings", _("Chuyển giữa các Mặt trận"), counts.get("offered", 0)))
        if actor.may("cases.receive"):
            places += [
                ("cases:enter", _("Nhập ý kiến"), None),
                ("cases:calls", _("Sổ điện thoại"), None),
                ("cases:boxes", _("Hộp thư góp ý"), None),
            ]
    elif actor.may("cases.read_transferred"):
        places = [("cases:today", _("Mặt trận chuyển đến"), None)]
    if actor.may("site.calendar"):
        places.append(("site:calendar", _("Lịch làm việc"), None))
    if actor.may("site.places"):
        places.append(("site:places", _("Nơi tiếp nhận"), None))
    if actor.may("accounts.officials"):
        places.append(("site:officials", _("Cán bộ, công chức"), None))
    if actor.may("accounts.staff"):
        places.append(("site:staff", _("Người dùng"), None))
    if actor.held:
        places.append(("site:seals", _("Sổ ghi"), None))
    return [
        {"url": reverse(route), "label": label, "count": count, "here": request.path == reverse(route)}
        for route, label, count in places
    ]


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
