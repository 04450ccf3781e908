"""Asking for articles: one at the desk, one in public, those around it, those of a day, those that hold some words."""

import re
from datetime import date, timedelta

from django.db.models import Max, Min, Prefetch, Q
from django.http import Http404, HttpRequest

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.accounts.actors import Actor
from vidan.foundation.calendar import clock
from vidan.foundation.search.find import find
from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article, ArticleFilm, ArticlePicture
from vidan.outreach.models.article import ArticleQuerySet

BESIDE = ("front", "latest", "shown")
MOST_FOUND = 200
"""Articles that a search goes through, the newest first."""

FIRST_PICTURE = Prefetch("pictures", ArticlePicture.objects.select_related("file")[:1], to_attr="first_picture")
"""The picture beside an article in a list."""

LOOKED_AT, RELATED = 40, 3
CODE = re.compile(r"[-\w]{1,40}", re.ASCII)


def said_in(request: HttpRequest, name: str) -> str:
    """A code that stands in the address; nothing for what can be none."""
    said = request.GET.get(name, "")
    return said if CODE.fullmatch(said) else ""


def visible(actor: Actor, code: str) -> Article:
    """The article, if the actor may know of it at the desk; raises Http404."""
    found = Article.objects.visible_to(actor).select_related(*BESIDE).filter(code=code).first()
    if found is None:
        raise Http404
    return found


def public(slug: str) -> Article:
    """The article, if everybody may read it, or what is left to say of one that was withdrawn; raises Http404."""
    known = Article.objects.filter(published_at__lte=clock.now(), state__in=(State.PUBLISHED, State.WITHDRAWN))
    found = known.select_related(*BESIDE).filter(slug=slug).first()
    if found is None:
        raise Http404
    return found


def holding(rows: ArticleQuerySet, question: str, scope: str) -> ArticleQuerySet:
    """Those of the articles that hold all the words of a question, typed with marks or without."""
    codes = [subject.split(".")[0] for _key, subject in find(question, scopes=(scope,), limit=MOST_FOUND)]
    return rows.filter(code__in=codes)


def page_after(rows: ArticleQuerySet, last: str, most: int) -> tuple[list[Article], str]:
    """A page of the newest articles behind the one with a code, and the code behind which the next page begins."""
    before = rows.filter(code=last).first() if last else None
    if before is not None:
        rows = rows.filter(
            Q(published_at__lt=before.published_at) | Q(published_at=before.published_at, pk__lt=before.pk)
        )
    pictured = rows.newest_first().select_related("shown").prefetch_related(FIRST_PICTURE)
    found = list(pictured[: most + 1])
    return found[:most], found[most - 1].code if len(found) > most else ""


def newest(most: int) -> list[Article]:
    """The newest articles."""
    return list(Article.objects.public().newest_first().select_related("shown")[:most])


def of_day(rows: ArticleQuerySet, day: date) -> ArticleQuerySet:
    """Those that came out on a day, local time."""
    begins = clock.midnight(day)
    return rows.filter(published_at__gte=begins, published_at__lt=clock.midnight(day + timedelta(days=1)))


def days_beside(day: date) -> tuple[date | None, date | None]:
    """The nearest days before and after one on which something came out."""
    rows = Article.objects.public()
    before = rows.filter(published_at__lt=clock.midnight(day)).aggregate(at=Max("published_at"))["at"]
    after = rows.filter(published_at__gte=clock.midnight(day + timedelta(days=1))).aggregate(at=Min("published_at"))[
        "at"
    ]
    return before and clock.local(before).date(), after and clock.local(after).date()


def newer_and_older(article: Article) -> tuple[Article | None, Article | None]:
    """The articles that came out next after and next before one."""
    rows = Article.objects.public().select_related("shown")
    at = article.published_at
    newer = rows.filter(Q(published_at__gt=at) | Q(published_at=at, pk__gt=article.pk)).order_by("published_at", "pk")
    older = rows.filter(Q(published_at__lt=at) | Q(published_at=at, pk__lt=article.pk)).newest_first()
    return newer.first(), older.first()


def related(article: Article) -> list[Article]:
    """The newest articles of the same category whose headings share the most words with this one's."""
    assert article.shown is not None
    words = _words(article.shown.title)
    rows = Article.objects.public().filter(category=article.category).exclude(pk=article.pk).select_related("shown")
    near = list(rows.newest_first()[:LOOKED_AT])
    near.sort(key=lambda one: -len(words & _words(one.shown.title if one.shown else "")))
    return near[:RELATED]


def films(last: int | None, most: int) -> tuple[list[ArticleFilm], int | None]:
    """A page of the films of public articles, the newest first, and the key behind which the next page begins."""
    rows = ArticleFilm.objects.filter(article__in=Article.objects.public()).select_related("article", "still")
    rows = rows.filter(pk__lt=last) if last else rows
    found = list(rows.order_by("-pk")[: most + 1])
    return found[:most], found[most - 1].pk if len(found) > most else None


def _words(heading: str) -> frozenset[str]:
    return frozenset(word for word in fold(heading).split() if len(word) > 2)
