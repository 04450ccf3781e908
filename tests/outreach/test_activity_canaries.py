"""What a unit keeps to itself of an activity stands on no public page, in no feed, in no search and in no open data."""

from collections.abc import Iterator
from datetime import date

import pytest
from django.core.cache import caches
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import call_command
from django.test import Client
from tests.access.test_walk import routes
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.outreach.activity_made import WARD, logged

from vidan.foundation.accounts.permissions import PUBLIC, route_permission
from vidan.foundation.search.models import Found, KnownWord, Published
from vidan.outreach.models import Activity
from vidan.outreach.services.activity_files import add_file
from vidan.outreach.services.end_activity import cancel_activity, void_activity

pytestmark = pytest.mark.django_db

SHOWN = "canaryshownzq"
KEPT_BACK = tuple(
    f"canary{name}zq" for name in ("partners", "materials", "hidden", "place", "offtitle", "void", "reason", "alt")
)
COSTS = ("987654321", "987.654.321", "987,654,321")


@pytest.fixture(autouse=True)
def activities() -> Iterator[None]:
    caches["pages"].clear()
    partners, materials, hidden, place, off, void, reason, alt = KEPT_BACK
    logged(title=SHOWN, partners=partners, materials=materials, cost=int(COSTS[0]))
    secret = logged(title=hidden, place=place, is_public=False)
    add_file(code=secret.code, upload=SimpleUploadedFile("a.jpg", jpg()), alt=alt, actor=actor(WARD))
    called_off = logged(title=off, on=date(2018, 3, 20), reached=None)
    cancel_activity(code=called_off.code, reason=reason, actor=actor(WARD))
    void_activity(code=logged(title=void).code, reason=reason, actor=actor(WARD))
    yield
    caches["pages"].clear()


def public_places() -> list[str]:
    """Every public route that can be asked for, and the places of activities, of their search and their numbers."""
    walked = [place for name, place in routes() if ":" in name and route_permission(name) == PUBLIC]
    own = [f"/tuyen-truyen/{code}/" for code in Activity.objects.values_list("code", flat=True)]
    asked = ["/tuyen-truyen/?nam=2018", "/tim-kiem/?tu=" + SHOWN, *(f"/tim-kiem/?tu={word}" for word in KEPT_BACK)]
    return [*walked, *own, *asked, "/tin-tuc/atom.xml", "/sitemap.xml"]


def told_at(place: str) -> str:
    """What a page says beside the words that were asked for."""
    content = Client().get(place).getvalue().decode(errors="replace")
    asked = place.partition("?tu=")[2]
    return content.replace(asked, "") if asked else content


def test_no_public_place_tells_of_it() -> None:
    places = public_places()
    assert {"/tuyen-truyen/", "/so-lieu/", "/tin-tuc/"} <= set(places)
    leaks = {
        place: found
        for place in places
        if (told := told_at(place)) and (found := [word for word in (*KEPT_BACK, *COSTS) if word in told])
    }
    assert leaks == {}


def test_the_page_and_the_search_would_tell_of_what_is_shown() -> None:
    assert SHOWN in told_at("/tuyen-truyen/")
    (found,) = Published.objects.filter(kind="activity")
    assert found.title == SHOWN


@pytest.mark.parametrize("is_renewed", [False, True])
def test_the_index_of_everybody_holds_no_word_of_it(is_renewed: bool) -> None:
    if is_renewed:
        call_command("index")
    indexed = " ".join(Found.objects.values_list("folded", flat=True))
    assert SHOWN in indexed
    assert [word for word in (*KEPT_BACK, COSTS[0]) if word in indexed] == []
    # What was shown once and taken back is no word of the index any more, but was known.
    once_shown = [word for word in KEPT_BACK if "offtitle" in word or "void" in word]
    known = KnownWord.objects.filter(word__in=KEPT_BACK).exclude(word__in=once_shown)
    assert not known.exists()
