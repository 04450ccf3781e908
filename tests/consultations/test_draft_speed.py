"""Pages about drafts ask the database at most ten times, also those of a draft of three hundred articles."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.consultations.made import OFFICER
from tests.consultations.text_made import brought, fixed, keys, opened

from vidan.consultations.models import Draft

pytestmark = pytest.mark.django_db

MOST = 10
DESK = "/ban-lam-viec/phan-bien/"
LONG = tuple(
    f"Điều {n}. Điều thứ {n}\nLời của điều này, dài như một câu thường gặp trong văn bản." for n in range(1, 301)
)


def asked(client: Client, place: str) -> int:
    client.get(place)  # the first look may fill what a process keeps
    with CaptureQueriesContext(connection) as queries:
        answer = client.get(place)
    assert answer.status_code == 200, place
    return len([q for q in queries.captured_queries if not q["sql"].startswith(("SAVEPOINT", "RELEASE"))])


def test_public_pages_ask_little() -> None:
    draft = opened()
    opened()
    for place in ("", f"{draft.code}/", f"{draft.code}/manh/{keys(draft)[5]}/"):
        assert asked(Client(), f"/gop-y-du-thao/{place}") <= MOST, place


def test_pages_of_the_desk_ask_little(signed_in: Callable[[str], Client]) -> None:
    kept, taking, ready = brought(), opened(), fixed()
    client = signed_in(OFFICER)
    own = f"{kept.code}/loi/"
    places = ["", "tiep-nhan/", f"{kept.code}/", f"{taking.code}/", f"{ready.code}/", f"{kept.code}/tai-lieu/", own]
    places += [f"{own}dua-vao/", f"{own}them/", f"{own}chot/", f"{own}manh/{keys(kept)[2]}/", f"{kept.code}/buoc/sua/"]
    told = {place: asked(client, DESK + place) for place in places}
    assert {place: count for place, count in told.items() if count > MOST} == {}


def test_the_list_asks_no_more_as_it_grows(signed_in: Callable[[str], Client]) -> None:
    client = signed_in(OFFICER)
    opened()
    few = asked(client, DESK)
    for _n in range(5):
        opened()
    assert asked(client, DESK) == few


def test_three_hundred_articles_are_listed_mended_and_read_without_asking_more(
    signed_in: Callable[[str], Client],
) -> None:
    lines = tuple(line for article in LONG for line in article.split("\n"))
    draft = brought(lines=lines)
    client = signed_in(OFFICER)
    place = f"{DESK}{draft.code}/loi/"
    assert asked(client, place) <= MOST
    middle = keys(draft)[150]
    moved = client.post(f"{place}manh/{middle}/sap-lai/", {"version": draft.version, "how": "up"})
    assert moved.status_code == 302
    assert keys(draft)[149] == middle
    opened(draft)
    assert asked(Client(), f"/gop-y-du-thao/{draft.code}/") <= MOST
    assert Draft.objects.count() == 1
