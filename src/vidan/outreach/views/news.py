"""News for everybody (/tin-tuc/): newest, by category, by day, by words, the films; one article with what stands around it."""

from datetime import date
from http import HTTPStatus
from typing import Any
from urllib.parse import urlencode

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.dateparse import parse_date
from django.views.decorators.http import require_safe

from vidan.foundation.accounts.actors import acting
from vidan.foundation.caching.pages import kept
from vidan.outreach.article_files import sent, with_films
from vidan.outreach.article_kinds import Category, State
from vidan.outreach.article_selectors import (
    days_beside,
    films,
    holding,
    newer_and_older,
    of_day,
    page_after,
    public,
    related,
    said_in,
    visible,
)
from vidan.outreach.article_text import parts_of
from vidan.outreach.findable import EVERYBODY
from vidan.outreach.models import Article
from vidan.outreach.services.article_step import NEWS
from vidan.outreach.services.count_views import opened, views_of

PAGE, FILMS = 20, 12
MINUTE = 60


@require_safe
@kept(NEWS)
def index(request: HttpRequest) -> HttpResponse:
    """The newest news, those of a category, those that hold some words; a day that was typed leads to the day's page."""
    day = _day_typed(request.GET.get("ngay", ""))
    if day is not None:
        return redirect("outreach:news_day", day.year, day.month, day.day)
    category, words = request.GET.get("muc", ""), request.GET.get("tu", "").strip()[:100]
    rows = Article.objects.public()
    scope = EVERYBODY
    if category in Category.values:
        rows, scope = rows.filter(category=category), f"{EVERYBODY}{category}"
    if words:
        rows = holding(rows, words, scope)
    found, after = page_after(rows, said_in(request, "sau"), PAGE)
    address = request.GET.copy()
    address.pop("sau", None)
    told = {
        "rows": found,
        "after": after,
        "categories": Category.choices,
        "category": category if category in Category.values else "",
        "category_name": dict(Category.choices).get(category, ""),
        "words": words,
        "address": address.urlencode(),
        "elsewhere": urlencode({"tu": words}),
    }
    return render(request, "outreach/news/index.html", told)


@require_safe
@kept(NEWS)
def of_one_day(request: HttpRequest, year: int, month: int, day: int) -> HttpResponse:
    """The news of a day, with the way to the days before and after it."""
    try:
        when = date(year, month, day)
    except ValueError:
        raise Http404 from None
    if not 2000 <= when.year <= 2100:
        raise Http404
    found, after = page_after(of_day(Article.objects.public(), when), said_in(request, "sau"), PAGE)
    before, behind = days_beside(when)
    told = {"rows": found, "after": after, "when": when, "before": before, "behind": behind, "address": ""}
    return render(request, "outreach/news/day.html", told)


@require_safe
def all_films(request: HttpRequest) -> HttpResponse:
    """The films of all news, the newest first."""
    last = request.GET.get("sau", "")
    found, after = films(int(last) if last.isascii() and last.isdigit() and len(last) < 19 else None, FILMS)
    return with_films(render(request, "outreach/news/films.html", {"films": found, "after": after}), found)


@require_safe
def article(request: HttpRequest, slug: str) -> HttpResponseBase:
    """One article, and one opening of it more, whether its page is drawn or was kept."""
    answer = _article(request, slug)
    if request.method == "GET" and answer.status_code == HTTPStatus.OK:
        opened(slug, request)
    return answer


@kept(NEWS, seconds=MINUTE)
def _article(request: HttpRequest, slug: str) -> HttpResponse:
    """Of one that was withdrawn only that, when and why. How often it was opened is told as of a minute ago."""
    found = public(slug)
    if found.state == State.WITHDRAWN:
        return render(request, "outreach/news/withdrawn.html", {"article": found}, status=410)
    assert found.shown is not None
    pictures = list(found.pictures.select_related("file"))
    shown_films = list(found.films.select_related("file", "still"))
    newer, older = newer_and_older(found)
    told: dict[str, Any] = {
        "article": found,
        "revision": found.shown,
        "views": views_of(found),
        "parts": parts_of(found.shown.body, pictures),
        "first": pictures[0] if pictures else None,
        "papers": list(found.papers.select_related("file")),
        "films": shown_films,
        "corrections": list(found.revisions.exclude(note="").filter(shown_at__isnull=False).order_by("-number")),
        "newer": newer,
        "older": older,
        "related": related(found),
        "picture_route": "outreach:news_file",
        "key": found.slug,
    }
    return with_films(render(request, "outreach/news/article.html", told), shown_films)


@require_safe
def file(request: HttpRequest, slug: str, kind: str, name: str) -> HttpResponseBase:
    """A picture, a film or a paper of an article that everybody may read."""
    found = public(slug)
    if found.state == State.WITHDRAWN:
        raise Http404
    return sent(found, kind, name, request, is_public=True)


@require_safe
def file_at_desk(request: HttpRequest, code: str, kind: str, name: str) -> HttpResponseBase:
    """The same of an article at the desk."""
    return sent(visible(acting(request), code), kind, name, request, is_public=False)


def _day_typed(typed: str) -> date | None:
    """A day as a browser's own field writes it (2018-03-13), or as people do (13/03/2018)."""
    parts = typed.strip().split("/")
    if len(parts) == 3:
        typed = "-".join((parts[2], parts[1].zfill(2), parts[0].zfill(2)))
    try:
        return parse_date(typed)
    except ValueError:
        return None
