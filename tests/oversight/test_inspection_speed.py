"""No page of inspections asks the database more than ten times, however many rows it shows."""

from collections.abc import Callable

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor
from tests.foundation.files.samples import jpg
from tests.oversight.inspections_made import CONCLUDED, HEAD, OFFICER, VISIT, at, concluded, notified, proposed
from tests.test_queries import MOST, count

from vidan.foundation.calendar import clock
from vidan.oversight.services.publish_results import publish
from vidan.oversight.services.visit import add_evidence

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/kiem-tra-giam-sat/"


def test_lists_do_not_ask_more_as_they_grow(signed_in: Callable[[str], Client]) -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        publish(code=one.code, summary="Đã giám sát.", actor=actor(HEAD))
        clients = {DESK: signed_in("lanh-dao"), "/ban-lam-viec/": signed_in("lanh-dao"), "/giam-sat/": Client()}
        few = {place: count(client, place) for place, client in clients.items()}
    for _n in range(12):
        proposed()
    with clock.at(at(CONCLUDED)):
        many = {place: count(client, place) for place, client in clients.items()}
    assert many == few
    assert max(many.values()) <= MOST


def test_a_page_of_one(signed_in: Callable[[str], Client]) -> None:
    one = concluded()
    with clock.at(at(CONCLUDED)):
        publish(code=one.code, summary="Đã giám sát.", actor=actor(HEAD))
        asked = {local: count(signed_in(local), f"{DESK}{one.code}/") for local in ("lanh-dao", "can-bo-ubnd")}
        asked["everybody"] = count(Client(), f"/giam-sat/{one.code}/")
    assert max(asked.values()) <= MOST, asked


def test_the_checklist_with_evidence_at_its_items(signed_in: Callable[[str], Client]) -> None:
    one = notified()
    with clock.at(at(VISIT)):
        for item in ("posted", "slips", "late", "papers"):
            add_evidence(code=one.code, item=item, upload=SimpleUploadedFile("a.jpg", jpg()), actor=actor(OFFICER))
        assert count(signed_in("can-bo-quan"), f"{DESK}{one.code}/bang-kiem/") <= MOST
