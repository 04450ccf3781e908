"""Addresses of the old portal: whoever asks for one is led to the article that was brought over from there."""

from collections.abc import Callable
from http import HTTPStatus

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.urls import reverse

from vidan.foundation.calendar import clock
from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article

SAFE = frozenset({"GET", "HEAD"})
OUT = (State.PUBLISHED, State.WITHDRAWN)
"""States of an article whose address answers everybody."""


class OldAddresses:
    """Looks only at what is none of our addresses, and only when there is nothing else to answer."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code != HTTPStatus.NOT_FOUND or request.resolver_match or request.method not in SAFE:
            return response
        query = request.META.get("QUERY_STRING", "")
        slug = leads_to(f"{request.path}?{query}" if query else request.path)
        return HttpResponsePermanentRedirect(reverse("outreach:news_article", args=[slug])) if slug else response


def leads_to(address: str) -> str:
    """The public name of the article that an old address leads to; nothing where none does."""
    if "\0" in address:  # no address of anything; PostgreSQL has no place for it
        return ""
    out = Article.objects.filter(old_page__address=address, state__in=OUT, published_at__lte=clock.now())
    return out.values_list("slug", flat=True).first() or ""
