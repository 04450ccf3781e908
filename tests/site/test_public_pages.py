"""What everybody can see: figures that agree with each other, seals that anybody can check, addresses and days."""

import csv
import hashlib
import io
import json

import pytest
from django.test import Client
from tests.cases.made import made

from vidan.cases.kinds import State
from vidan.foundation.journal.models import Entry
from vidan.foundation.journal.seals import seal_new_entries

pytestmark = pytest.mark.django_db


def test_page_csv_and_json_say_the_same_numbers() -> None:
    for state in (State.RECEIVED, State.ANSWERED, State.CLOSED):
        made(state)
    told = json.loads(Client().get("/so-lieu/2018.json").content)
    rows = list(csv.DictReader(io.StringIO(Client().get("/so-lieu/2018.csv").content.decode("utf-8-sig"))))
    assert [(row["figure"], row["count"]) for row in rows] == [
        (one["name"], "" if one["count"] is None else str(one["count"])) for one in told["figures"]
    ]
    assert {one["name"]: one["count"] for one in told["figures"]}["cases.received"] == 3
    page = Client().get("/so-lieu/?nam=2018").content.decode()
    assert ">3</td>" in page


@pytest.mark.parametrize("place", ["/so-lieu/2031.json", "/so-lieu/1999.csv", "/so-lieu/?nam=1999"])
def test_a_year_without_figures_is_not_there(place: str) -> None:
    assert Client().get(place).status_code == 404


def test_anybody_can_check_the_chain_of_seals_with_nothing_but_a_hash() -> None:
    made(State.CLOSED)
    seal_new_entries()
    made(State.RECEIVED)
    seal_new_entries()
    seals = json.loads(Client().get("/minh-bach/con-dau.json").content)["seals"]
    before = "0" * 64
    for seal in seals:
        assert hashlib.sha256(f"{before}\n{seal['number']}\n{seal['root']}".encode()).hexdigest() == seal["chain"]
        before = seal["chain"]
    assert sum(seal["entries"] for seal in seals) == Entry.objects.count()


def test_hotlines_boxes_and_reception_days_stand_on_one_page() -> None:
    page = Client().get("/lien-he/").content.decode()
    for word in ("028 0000", "Hộp thư góp ý", "Lịch tiếp dân", "<svg"):
        assert word in page


@pytest.mark.parametrize("place", ["/gui-phan-anh/", "/thu-tuc/", "/gop-y-du-thao/", "/tin-tuc/", "/tim-kiem/"])
def test_every_room_has_a_door(place: str) -> None:
    assert f'href="{place}"' in Client().get("/").content.decode()


def test_the_same_page_in_english_is_one_link_away_and_carries_no_search_along() -> None:
    page = Client().get("/so-lieu/?nam=2018").content.decode()
    assert 'href="/en/so-lieu/"' in page
    assert 'href="/so-lieu/"' in Client().get("/en/so-lieu/").content.decode()


def test_a_watching_machine_learns_that_the_site_is_ready() -> None:
    assert Client().get("/healthz").json()["ready"] is True
