"""Keeping public pages: a view is marked with what its page depends on, and drawn once for all readers until that changes."""

import hashlib
from collections.abc import Callable
from functools import wraps
from typing import Concatenate, ParamSpec

from django.conf import settings
from django.core.cache import caches
from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.utils.translation import get_language

from vidan.foundation.caching.topics import versions
from vidan.foundation.calendar import clock

P = ParamSpec("P")
View = Callable[Concatenate[HttpRequest, P], HttpResponseBase]

LONGEST_ADDRESS = 200
"""A longer address is drawn for its reader alone, so that nobody fills the memory with addresses."""

OF_ONE_READER = ("messages", settings.SESSION_COOKIE_NAME)
"""Cookies of a reader to whom the frame may say something of his own."""


DAY = 24 * 3600


def kept(*topics: str, seconds: int = DAY) -> Callable[[View[P]], View[P]]:
    """Draw a page once for everybody, and anew when one of the topics changed, on the next day, or after some seconds.

    What is one reader's own is never kept: a page with a form that is posted holds its reader's token. Nor is a page kept
    that may load what others may not, such as a film.
    """

    def mark(view: View[P]) -> View[P]:
        @wraps(view)
        def page(request: HttpRequest, /, *args: P.args, **kwargs: P.kwargs) -> HttpResponseBase:
            if not _for_everybody(request):
                return view(request, *args, **kwargs)
            # The versions are read before the page: one that changes meanwhile is kept under a version nobody asks for again.
            key = _key(request, topics)
            pages = caches["pages"]
            if (drawn := pages.get(key)) is not None:
                content, headers = drawn
                return HttpResponse(content, headers=headers)
            answer = view(request, *args, **kwargs)
            if isinstance(answer, HttpResponse) and answer.status_code == 200 and not _his_own(request, answer):
                pages.set(key, (answer.content, dict(answer.headers)), seconds)
            return answer

        return page

    return mark


def _key(request: HttpRequest, topics: tuple[str, ...]) -> str:
    told = (clock.today(), get_language(), request.get_full_path(), versions(topics))
    return hashlib.sha256(repr(told).encode()).hexdigest()


def _for_everybody(request: HttpRequest) -> bool:
    short = len(request.get_full_path()) <= LONGEST_ADDRESS
    return short and request.method in ("GET", "HEAD") and not any(name in request.COOKIES for name in OF_ONE_READER)


def _his_own(request: HttpRequest, answer: HttpResponse) -> bool:
    """Whether the page holds something that was made for this reader or has rules of its own: a cookie, a form's token."""
    made = "CSRF_COOKIE_NEEDS_UPDATE" in request.META or hasattr(request, "_csp_nonce")
    return made or bool(answer.cookies) or answer.streaming or hasattr(answer, "_csp_update")
