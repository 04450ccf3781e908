"""News as an Atom feed (RFC 4287)."""

from datetime import datetime

from django.conf import settings
from django.contrib.syndication.views import Feed
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from vidan.foundation.units.models import Unit
from vidan.outreach.article_selectors import newest
from vidan.outreach.models import Article

MOST = 30


class NewsFeed(Feed[Article, None]):
    """The newest news; every address in it is the public one, whatever name the reader came by."""

    feed_type = Atom1Feed

    def title(self) -> str:
        """Whose news."""
        return _("Tin tức · %(front)s") % {"front": _house().short_name}

    def subtitle(self) -> str:
        """What they are about."""
        return _("Tin của Mặt trận về cải cách hành chính và ý kiến người dân.")

    def link(self) -> str:
        """The page of news."""
        return _absolute(reverse("outreach:news"))

    def feed_url(self) -> str:
        """The feed itself."""
        return _absolute(reverse("outreach:news_feed"))

    def author_name(self) -> str:
        """Who answers for it."""
        return _house().name

    def items(self) -> list[Article]:
        """The newest."""
        return newest(MOST)

    def item_title(self, item: Article) -> str:
        """The heading."""
        return item.shown.title if item.shown else ""

    def item_description(self, item: Article) -> str:
        """The summary."""
        return item.shown.summary if item.shown else ""

    def item_link(self, item: Article) -> str:
        """The article."""
        return _absolute(reverse("outreach:news_article", args=[item.slug]))

    def item_guid(self, item: Article) -> str:
        """A name that stays though heading or address change."""
        host = settings.ORIGIN.split("//")[-1].split(":")[0]
        return f"tag:{host},2018:{item.code}"

    def item_pubdate(self, item: Article) -> datetime | None:
        """When it came out."""
        return item.published_at

    def item_updateddate(self, item: Article) -> datetime | None:
        """When what is shown came out."""
        return item.shown.shown_at if item.shown else None

    def item_categories(self, item: Article) -> list[str]:
        """Its category in words."""
        return [str(item.get_category_display())]


@require_safe
def feed(request: HttpRequest) -> HttpResponse:
    """The feed in the language of its address."""
    return NewsFeed()(request)


def _house() -> Unit:
    return Unit.objects.get(slug=settings.FRONT)


def _absolute(place: str) -> str:
    return f"{settings.ORIGIN}{place}"
