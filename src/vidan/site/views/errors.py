"""Pages for what went wrong: each says what happened, what was kept and what to do."""

import errno
import sys

from django.db import InterfaceError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.cache import add_never_cache_headers

from vidan.foundation.accounts.again import typed_again, what_was_typed
from vidan.foundation.vault.keyfile import KeysGone


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
    if request.method == "POST" and _was_not_kept(sys.exception()):
        return _not_kept(request)
    return HttpResponse(render_to_string("site/broken.html"), status=500)


def _not_kept(request: HttpRequest) -> HttpResponse:
    told = {"token": get_token(request), **what_was_typed(request)}
    answer = HttpResponse(render_to_string("site/not_kept.html", told), status=503, headers={"Retry-After": "120"})
    add_never_cache_headers(answer)  # a shared PC keeps nothing
    return answer


def _was_not_kept(why: BaseException | None) -> bool:
    """Whether database, disk or key file would not take it: it may be taken in a while."""
    if isinstance(why, OSError):
        return why.errno in (errno.ENOSPC, errno.EDQUOT, errno.EROFS, errno.EIO)
    return isinstance(why, OperationalError | InterfaceError | KeysGone)
