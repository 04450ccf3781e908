"""Files of an article on their way to a reader: pictures shown, films played from any place, papers to be saved."""

import re
from collections.abc import Iterable, Iterator, Mapping
from types import MappingProxyType

from csp.constants import SELF
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse

from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.renditions import Rendition, rendered
from vidan.foundation.files.serve import SANDBOX, as_attachment
from vidan.foundation.files.services import cleaned_bytes, original_chunks
from vidan.outreach.models import Article, ArticleFilm

KEPT = "public, max-age=86400"
"""How long others may keep a public picture or film: its address is never given to another one, but it may be withdrawn."""

YOUTUBE = "https://www.youtube-nocookie.com"
"""The one host that plays linked films without a cookie."""

SMALL: Mapping[str, Rendition] = MappingProxyType({"anh-nho": Rendition.PAGE, "anh-dong": Rendition.ROW})
"""The small renditions of a picture, by their words in addresses."""

RANGE = re.compile(r"bytes=(?=\d|-\d)(\d{0,12})-(\d{0,12})")


def sent(article: Article, kind: str, name: str, request: HttpRequest, *, is_public: bool) -> HttpResponseBase:
    """One file of an article by its random name; raises Http404 where the article has none of that kind and name."""
    if kind == "tep":
        paper = article.papers.select_related("file").filter(file__name=name).first()
        return _saved(paper.file if paper else None, f"{article.code}-tep-{paper.position if paper else 0}")
    file = StoredFile.objects.filter(name=name, is_destroyed=False).filter(pk__in=_shown(article, kind)).first()
    if file is None:
        raise Http404
    return inline(small(file, SMALL[kind]) if kind in SMALL else _ranged(file, request), is_public=is_public)


def inline(response: HttpResponseBase, *, is_public: bool) -> HttpResponseBase:
    """A picture or film that is shown where it stands, and can do nothing else; others keep a public one for a day."""
    response["Content-Disposition"] = "inline"
    response["Content-Security-Policy"] = SANDBOX
    response["X-Content-Type-Options"] = "nosniff"
    if is_public:
        response["Cache-Control"] = KEPT
    return response


def small(file: StoredFile, rendition: Rendition) -> HttpResponse:
    """A small rendition of a picture; raises Http404 where it can be drawn no more."""
    try:
        data = rendered(file, rendition)
    except NotTaken:
        raise Http404 from None
    return HttpResponse(data, content_type=CONTENT_TYPES[FileKind.WEBP], headers={"Content-Length": str(len(data))})


def with_films(response: HttpResponse, shown: Iterable[ArticleFilm]) -> HttpResponse:
    """Let the page play what stands on it: our own films from here, a linked one from the one host that sets no cookie."""
    shown = list(shown)
    allowed: dict[str, list[str]] = {}
    if any(one.file_id for one in shown):
        allowed["media-src"] = [SELF]
    if any(one.youtube for one in shown):
        allowed["frame-src"] = [YOUTUBE]
    if allowed:
        response._csp_update = allowed  # type: ignore[attr-defined] # how django-csp is told of one response
    return response


def _shown(article: Article, kind: str) -> list[int]:
    """The files that are shown in the page: pictures with the stills of films, or films."""
    if kind == "phim":
        return [one.file_id for one in article.films.all() if one.file_id]
    return [*article.pictures.values_list("file_id", flat=True), *article.films.values_list("still_id", flat=True)]


def _saved(file: StoredFile | None, name: str) -> HttpResponseBase:
    if file is None or file.is_destroyed:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{name}.{extension}", content_type)


def _ranged(file: StoredFile, request: HttpRequest) -> HttpResponseBase:
    """The whole file, or the part that a player asks for (RFC 9110, section 14)."""
    asked = RANGE.fullmatch(request.headers.get("Range", ""))
    first, last = 0, file.size - 1
    if asked:
        first = int(asked[1]) if asked[1] else max(0, file.size - int(asked[2]))
        last = min(int(asked[2]), last) if asked[1] and asked[2] else last
        if first > last:
            return HttpResponse(status=416, headers={"Content-Range": f"bytes */{file.size}"})
    response = StreamingHttpResponse(_part(file, first, last), status=206 if asked else 200)
    response["Content-Type"] = CONTENT_TYPES[FileKind(file.kind)]
    response["Accept-Ranges"] = "bytes"
    response["Content-Length"] = str(last - first + 1)
    if asked:
        response["Content-Range"] = f"bytes {first}-{last}/{file.size}"
    return response


def _part(file: StoredFile, first: int, last: int) -> Iterator[bytes]:
    at = 0
    for chunk in original_chunks(file):
        part = chunk[max(0, first - at) : max(0, last + 1 - at)]
        if part:
            yield part
        at += len(chunk)
        if at > last:
            return
