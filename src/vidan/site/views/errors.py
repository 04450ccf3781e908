"""Pages for what went wrong: each says what happened, what was kept and what to do."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import render_to_string

from vidan.foundation.accounts.again import typed_again


def form_expired(request: HttpRequest, reason: str = "") -> HttpResponse:
    """The form's protection has run out (a long pause, another tab): nothing was sent, and it can be sent again."""
    return typed_again(request, status=403)


def missing(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """Missing and forbidden answer alike."""
    return render(request, "site/missing.html", status=404)


def unreadable(request: HttpRequest, exception: Exception | None = None) -> HttpResponse:
    """What the browser sent could not be read: too large, cut off, or not a form."""
    return HttpResponse(render_to_string("site/unreadable.html"), status=400)


def broken(request: HttpRequest) -> HttpResponse:
    """A fault of ours; the page asks neither database nor session, which may be the very thing that is broken."""
    return HttpResponse(render_to_string("site/broken.html"), status=500)
