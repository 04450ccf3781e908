"""The draft behind the public form: found by the cookie, and what the form keeps in it."""

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from vidan.cases.recipients import receivers_of
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.intake import drafts
from vidan.foundation.intake.drafts import COOKIE, LIVES, Writing
from vidan.foundation.units.kept import Kept
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import unit_by_slug

FORM = "letter"
ATTACHED = "attached"
"""Mark in a draft that files came along, so that a letter without any does not look for them on every page."""


def current(request: HttpRequest) -> Writing | None:
    """The draft of this browser, or None."""
    return drafts.find(FORM, request.COOKIES.get(COOKIE, ""))


def remember(response: HttpResponse, writing: Writing) -> HttpResponse:
    """Give the browser the short code of its draft; scripts cannot read it and it ends with the draft."""
    response.set_cookie(
        COOKIE,
        writing.code,
        max_age=int(LIVES.total_seconds()),
        httponly=True,
        secure=settings.SESSION_COOKIE_SECURE,
        samesite="Lax",
    )
    return response


def house_front() -> Unit:
    """The Front whose site this is; raises Unit.DoesNotExist before `vidan init`."""
    front = unit_by_slug(settings.FRONT)
    if front is None:
        raise Unit.DoesNotExist(settings.FRONT)
    return front


@Kept
def who_sees(unit_slug: str) -> list[str]:
    """The names of the bodies that a letter about a unit goes to after the Front has looked at it."""
    unit = unit_by_slug(unit_slug)
    goes_to = receivers_of(unit, clock.today()) if unit else None
    return [goes_to.settler.short_name, goes_to.monitor.short_name] if goes_to else []


def attached(writing: Writing) -> list[StoredFile]:
    """The files of a draft in their order."""
    if ATTACHED not in writing.typed:
        return []
    return list(StoredFile.objects.filter(subject=writing.row.files, is_destroyed=False).order_by("position"))
