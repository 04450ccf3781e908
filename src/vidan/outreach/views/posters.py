"""Áp phích at the desk: choose, look, print on A4 or A3."""

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.serve import as_attachment
from vidan.outreach.posters import SIZES, SORTS, Poster, poster_pdf, poster_picture


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """Everything that has a poster in the actor's territory."""
    actor = acting(request)
    sorts = [(name, sort.title, sort.listed(actor)) for name, sort in SORTS.items()]
    return render(request, "outreach/activity_posters.html", {"sorts": sorts})


@require_safe
def page(request: HttpRequest, sort: str, key: str) -> HttpResponse:
    """One poster as it will look, and its files."""
    told = {"poster": _poster(request, sort, key), "sort": sort, "key": key, "sizes": SIZES}
    return render(request, "outreach/activity_poster.html", told)


@require_safe
def picture(request: HttpRequest, sort: str, key: str) -> HttpResponseBase:
    """The poster to be looked at."""
    poster = _poster(request, sort, key)
    return as_attachment(poster_picture(poster), f"ap-phich-{sort}-{key}.png", CONTENT_TYPES[FileKind.PNG])


@require_safe
def as_pdf(request: HttpRequest, sort: str, key: str, size: str) -> HttpResponseBase:
    """The poster to be printed."""
    poster = _poster(request, sort, key)
    if size not in SIZES:
        raise Http404
    return as_attachment(poster_pdf(poster, size), f"ap-phich-{sort}-{key}-{size}.pdf", CONTENT_TYPES[FileKind.PDF])


def _poster(request: HttpRequest, sort: str, key: str) -> Poster:
    """The poster, if it is one of the actor's territory; raises Http404."""
    found = SORTS[sort].poster(acting(request), key) if sort in SORTS else None
    if found is None:
        raise Http404
    return found
