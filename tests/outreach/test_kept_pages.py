"""The public pages of bulletins and activities are kept ready, and show each change at once."""

from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pytest_django import Settings
from tests.cases.made import actor
from tests.outreach.activity_made import WARD, about, logged
from tests.outreach.articles_made import REVIEWER, picture
from tests.outreach.bulletins_made import bulletin

from vidan.outreach.bulletin_moves import BulletinState
from vidan.outreach.models import Article
from vidan.outreach.services.activity_files import add_file
from vidan.outreach.services.end_activity import void_activity
from vidan.outreach.services.log_activity import change_activity
from vidan.outreach.services.show_article import withdraw

pytestmark = pytest.mark.django_db

BULLETINS, ACTIVITIES = "/tin-tuc/ban-tin/", "/tuyen-truyen/"


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


def read(place: str) -> str:
    return Client().get(place).content.decode()


def is_kept(place: str) -> bool:
    """Whether the page is answered with the one query that asks whether anything changed."""
    read(place)
    with CaptureQueriesContext(connection) as asked:
        read(place)
    return len(asked.captured_queries) == 1


@pytest.mark.parametrize("place", [BULLETINS, f"{BULLETINS}2018-1/", ACTIVITIES, "ONE"])
def test_the_pages_are_kept(place: str, settings: Settings) -> None:
    # The list of bulletins holds a form, and so its reader's token, where this installation mails.
    settings.EMAIL_BACKEND, settings.DEMO = "django.core.mail.backends.filebased.EmailBackend", False
    bulletin(BulletinState.SENT)
    one = logged()
    assert is_kept(place.replace("ONE", f"{ACTIVITIES}{one.code}/"))


def test_the_list_of_bulletins_shows_one_that_goes_out_at_once() -> None:
    assert "Tháng Ba ở phường mình" not in read(BULLETINS)
    bulletin(BulletinState.SENT)
    assert "Tháng Ba ở phường mình" in read(BULLETINS)


def test_a_kept_bulletin_tells_of_an_article_that_is_withdrawn() -> None:
    bulletin(BulletinState.SENT)
    assert "đã được gỡ" not in read(f"{BULLETINS}2018-1/")
    withdraw(code=Article.objects.all()[0].code, reason="Nhầm.", actor=actor(REVIEWER))
    assert "đã được gỡ" in read(f"{BULLETINS}2018-1/")


def test_activities_show_each_change_at_once() -> None:
    assert "Nói chuyện" not in read(ACTIVITIES)
    one = logged(title="Nói chuyện về hộ tịch")
    own = f"{ACTIVITIES}{one.code}/"
    assert "Nói chuyện về hộ tịch" in read(ACTIVITIES)
    assert "Nói chuyện về hộ tịch" in read(own)
    add_file(code=one.code, upload=picture(), alt="Bà con nghe.", actor=actor(WARD))
    for place in (ACTIVITIES, own):
        assert "Bà con nghe." in read(place)
    change_activity(code=one.code, about=about(title="Hỏi đáp", reached=91), actor=actor(WARD))
    for place in (ACTIVITIES, own):
        assert "Hỏi đáp" in read(place)
    assert "<b>1</b> hoạt động, <b>91</b> lượt người" in read(ACTIVITIES)
    void_activity(code=one.code, reason="Nhầm.", actor=actor(WARD))
    assert "Hỏi đáp" not in read(ACTIVITIES)
    assert Client().get(own).status_code == 404
