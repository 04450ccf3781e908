"""What search engines may find: the public pages and the articles (sitemap.xml), and where that list is (robots.txt)."""

from collections.abc import Sequence
from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap, views
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from vidan.outreach.models import Article
from vidan.outreach.models.article import ArticleQuerySet
from vidan.site.menu import PUBLIC


class _Ours:
    """Every address in it is the public one, whatever name the reader came by."""

    def get_domain(self, site: Any = None) -> str:
        """Host and port of the site's public address."""
        return urlsplit(settings.ORIGIN).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        """How people reach the site."""
        return urlsplit(settings.ORIGIN).scheme


class Pages(_Ours, Sitemap[str]):
    """The public pages, in both languages."""

    i18n = True
    alternates = True

    def items(self) -> Sequence[str]:
        """The routes of the public menu."""
        return [route for route, _label in PUBLIC]

    def location(self, item: str) -> str:
        """The address of a page."""
        return reverse(item)


class Articles(_Ours, Sitemap[Article]):
    """The articles that everybody may read."""

    limit = 5_000

    def items(self) -> ArticleQuerySet:
        """The newest first."""
        return Article.objects.public().newest_first().select_related("shown")

    def location(self, item: Article) -> str:
        """The address of an article."""
        return reverse("outreach:news_article", args=[item.slug])

    def lastmod(self, item: Article) -> datetime | None:
        """When what is shown came out."""
        return item.shown.shown_at if item.shown else None


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """All of it as one list."""
    return views.sitemap(request, {"pages": Pages(), "articles": Articles()})


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everybody may read the public pages; nobody has anything to look for at the desk."""
    lines = ("User-agent: *", "Disallow: /ban-lam-viec/", "Disallow: /en/ban-lam-viec/", "Disallow: /tra-cuu/")
    told = "\n".join((*lines, f"Sitemap: {settings.ORIGIN}{reverse('machine:sitemap')}", ""))
    return HttpResponse(told, content_type="text/plain; charset=utf-8")
