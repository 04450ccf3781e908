"""Pages of opinions ask the database no more often and for no more rows when many opinions are stored."""

from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.consultations.made import OFFICER
from tests.consultations.opinions_made import Speaking, entered, given
from tests.consultations.opinions_pages_made import discussed

from vidan.consultations.models import Opinion

pytestmark = pytest.mark.django_db

MOST = 10
DESK = "/ban-lam-viec/phan-bien/DT-2018-0001/y-kien/"
PUBLIC = "/gop-y-du-thao/DT-2018-0001/"


def asked(client: Client, place: str) -> int:
    client.get(place)  # what is kept for a minute is asked for once
    with CaptureQueriesContext(
        connection,
    ) as queries:
        assert client.get(place).status_code == 200
    return len(queries)


@pytest.mark.parametrize("place", ["y-kien/", "y-kien/?o=k8&huong=change&noi-dung=impact", "gop-y/?o=k8", "manh/k8/"])
def test_public_pages_ask_little_and_not_more_with_more_opinions(place: str) -> None:
    draft = discussed()
    client = Client()
    before = asked(client, PUBLIC + place)
    for _n in range(8):
        entered(draft, actor(OFFICER))
    assert asked(client, PUBLIC + place) <= before <= MOST


def test_the_pages_of_one_who_speaks_ask_little() -> None:
    draft = discussed()
    person = Speaking(draft)
    person.say()
    assert asked(person.client, f"{PUBLIC}gop-y/ten/") <= MOST
    person.tell()
    assert asked(person.client, f"{PUBLIC}gop-y/xem-lai/") <= MOST
    person.send()
    assert asked(person.client, f"{PUBLIC}gop-y/bien-nhan/") <= MOST


def test_the_page_of_the_receipt_asks_little() -> None:
    person = Speaking(discussed())
    person.open(person.whole())
    assert asked(person.client, "/tra-cuu/gop-y/") <= MOST


@pytest.mark.parametrize("place", ["", "?xem=shown", "ghi/", "dan/", "one"])
def test_pages_of_the_desk_ask_little_and_not_more_with_more_opinions(
    place: str, signed_in: Callable[[str], Client]
) -> None:
    draft = discussed()
    client = signed_in("can-bo-quan")
    if place == "one":
        place = f"{Opinion.objects.filter(state='waiting', mode='anonymous').latest('pk').code}/"
    before = asked(client, DESK + place)
    for _n in range(4):
        entered(draft, actor(OFFICER))
        given(draft)
    assert asked(client, DESK + place) <= before <= MOST
