"""The sample's bulletins are made by the services out of its articles, and no address comes with them."""

from datetime import datetime

import pytest
from tests.cases.made import actor

from vidan.foundation.calendar import clock
from vidan.outreach.bulletin_text import content_of
from vidan.outreach.models import Bulletin, Subscriber
from vidan.site.sample.bulletins import EACH, make_bulletins
from vidan.site.sample.news import make_news

pytestmark = pytest.mark.django_db


def test_two_have_gone_out_one_waits_and_nobody_gets_them_by_mail() -> None:
    last = datetime(2018, 9, 6, 9, tzinfo=clock.now().tzinfo)
    people = {local: actor(local) for local in ("bien-tap", "can-bo-quan")}
    make_news(last=last, people=people)
    make_bulletins(last=last, people=people)
    made = list(Bulletin.objects.order_by("pk"))
    assert [one.state for one in made] == ["sent", "sent", "draft"]
    assert all(one.is_sample and len(content_of(one)["articles"]) == EACH for one in made)
    assert not Subscriber.objects.exists()


def test_before_the_first_article_there_is_none() -> None:
    make_bulletins(last=clock.now(), people={local: actor(local) for local in ("bien-tap", "can-bo-quan")})
    assert not Bulletin.objects.exists()
