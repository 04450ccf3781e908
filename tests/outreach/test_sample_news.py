"""The sample's articles are made by the services, up to the sample's today."""

from datetime import datetime

import pytest
from tests.cases.made import actor

from vidan.foundation.calendar import clock
from vidan.foundation.texts.repairing import offers
from vidan.outreach.article_kinds import State
from vidan.outreach.models import Article, OldPage
from vidan.outreach.services.mend_article import pieces_of
from vidan.site.sample.news import make_news

pytestmark = pytest.mark.django_db


def test_the_articles_come_out_up_to_today_one_waits_one_is_scheduled_one_is_as_scanned() -> None:
    last = datetime(2018, 9, 6, 9, tzinfo=clock.now().tzinfo)
    make_news(last=last, people={local: actor(local) for local in ("bien-tap", "can-bo-quan")})
    with clock.at(last):
        shown = Article.objects.public().filter(old_page=None).newest_first()
        first, newest = shown.last(), shown.first()
    assert first is not None
    assert newest is not None
    assert clock.local(first.published_at or last).isoformat() == "2018-03-13T10:05:00+07:00"
    assert (newest.films.count(), newest.pictures.count(), first.papers.count()) == (1, 1, 1)
    assert shown.filter(shown__note__startswith="Bản trước").count() == 1
    assert not Article.objects.exclude(is_sample=True).exists()
    states = sorted(Article.objects.exclude(state=State.PUBLISHED).values_list("state", flat=True))
    assert states == ["draft", "draft", "in_review", "scheduled"]


def test_of_two_pages_of_the_old_portal_one_came_out_at_its_moment_and_one_waits() -> None:
    last = datetime(2018, 9, 6, 9, tzinfo=clock.now().tzinfo)
    make_news(last=last, people={local: actor(local) for local in ("bien-tap", "can-bo-quan")})
    out, waits = OldPage.objects.select_related("article").order_by("posted_at")
    assert (out.article.state, waits.article.state) == (State.PUBLISHED, State.DRAFT)
    assert clock.local(out.article.published_at or last).isoformat() == "2017-05-16T08:30:00+07:00"
    assert (out.article.views, out.doubts, waits.doubts) == (214, [], ["no_views"])


def test_the_scanned_one_has_what_repair_mends() -> None:
    last = datetime(2018, 9, 6, 9, tzinfo=clock.now().tzinfo)
    make_news(last=last, people={local: actor(local) for local in ("bien-tap", "can-bo-quan")})
    scanned = Article.objects.select_related("latest").get(state=State.DRAFT, old_page=None).latest
    assert scanned is not None
    assert [one.proposal.proposed for one in offers(pieces_of(scanned))] == [
        *("Ủy", "hợp", "thủ", "Người", "của", "gia", "truyền"),
    ]
