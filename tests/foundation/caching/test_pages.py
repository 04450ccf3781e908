"""A kept page is drawn once for everybody, anew when what it depends on changes, and never holds what is one reader's own."""

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.middleware.csrf import get_token
from django.test import RequestFactory
from django.test.utils import CaptureQueriesContext
from django.utils.translation import override

from vidan.foundation.caching.pages import LONGEST_ADDRESS, kept
from vidan.foundation.caching.topics import changed
from vidan.foundation.calendar import clock

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def nothing_kept() -> Iterator[None]:
    caches["pages"].clear()
    yield
    caches["pages"].clear()


class Drawing:
    """A view that counts how often it is drawn."""

    def __init__(self, **told: Any) -> None:
        self.times = 0
        self.told = told
        self.view = kept("news")(self.draw)

    def draw(self, request: HttpRequest) -> HttpResponse:
        self.times += 1
        if self.told.get("form"):
            get_token(request)
        answer = HttpResponse(f"lần {self.times}", status=self.told.get("status", 200), headers={"X-Said": "vay"})
        if self.told.get("cookie"):
            answer.set_cookie("mine", "1")
        return answer

    def ask(self, address: str = "/tin-tuc/", method: str = "GET", **cookies: str) -> HttpResponse:
        request = RequestFactory().generic(method, address)
        request.COOKIES |= cookies
        answer = self.view(request)
        assert isinstance(answer, HttpResponse)
        return answer


def test_a_page_is_drawn_once_and_answered_with_one_query() -> None:
    drawing = Drawing()
    first = drawing.ask()
    with CaptureQueriesContext(connection) as asked:
        again = drawing.ask()
    assert (again.content, again.headers["X-Said"], again.status_code) == (first.content, "vay", 200)
    assert drawing.times == 1
    assert len(asked.captured_queries) == 1


def test_it_is_drawn_anew_when_what_it_depends_on_changed() -> None:
    drawing = Drawing()
    drawing.ask()
    changed("procedures")
    drawing.ask()
    assert drawing.times == 1
    changed("news")
    drawing.ask()
    assert drawing.times == 2


def test_a_change_that_was_given_up_changes_nothing() -> None:
    drawing = Drawing()
    drawing.ask()
    with transaction.atomic():
        changed("news")
        transaction.set_rollback(True)
    drawing.ask()
    assert drawing.times == 1


def test_addresses_languages_and_days_have_pages_of_their_own() -> None:
    drawing = Drawing()
    drawing.ask()
    drawing.ask("/tin-tuc/?trang=2")
    with override("en"):
        drawing.ask()
    with clock.at(clock.now() + timedelta(days=1)):
        drawing.ask()
    assert drawing.times == 4


@pytest.mark.parametrize("cookie", ["messages", "sessionid"])
def test_who_may_be_told_something_of_his_own_gets_a_page_of_his_own(cookie: str) -> None:
    drawing = Drawing()
    drawing.ask()
    assert drawing.ask(**{cookie: "x"}).content == "lần 2".encode()
    assert drawing.ask().content == "lần 1".encode()


@pytest.mark.parametrize("told", [{"form": True}, {"cookie": True}, {"status": 404}])
def test_what_holds_something_of_one_reader_and_what_is_no_page_is_never_kept(told: dict[str, Any]) -> None:
    drawing = Drawing(**told)
    drawing.ask()
    drawing.ask()
    assert drawing.times == 2


def test_a_post_and_an_endless_address_are_never_kept() -> None:
    drawing = Drawing()
    for _n in range(2):
        drawing.ask(method="POST")
        drawing.ask("/tin-tuc/?" + "a" * LONGEST_ADDRESS)
    assert drawing.times == 4
