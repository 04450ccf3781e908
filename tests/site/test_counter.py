"""The QR of a counter leads to the letter, and to a choice only while a survey is open there."""

import re

import pytest
from django.test import Client
from tests.surveys.round_made import opened

pytestmark = pytest.mark.django_db


def test_without_a_survey_the_qr_leads_to_the_letter() -> None:
    page = Client().get("/q/an-phu/").content.decode()
    assert 'name="kind"' in page
    assert not re.search(r"/khao-sat/\w", page)


def test_with_a_survey_it_offers_praise_report_and_the_survey() -> None:
    round_ = opened()
    page = Client().get("/q/an-phu/").content.decode()
    for address in (f"/khao-sat/{round_.code}/tai/an-phu/", "/gui-phan-anh/tai/an-phu/?loai=commendation"):
        assert f'href="{address}"' in page
    praise = Client().get("/gui-phan-anh/tai/an-phu/?loai=commendation").content.decode()
    assert re.findall(r'value="(\w+)" id="\w+" checked', praise) == ["commendation"]


def test_at_another_counter_nothing_changes() -> None:
    opened()
    assert 'name="kind"' in Client().get("/q/binh-an/").content.decode()


def test_a_page_that_was_opened_before_still_sends_its_letter() -> None:
    opened()
    answer = Client().post("/q/an-phu/", {"kind": "feedback"})
    assert (answer.status_code, answer["Location"]) == (302, "/gui-phan-anh/noi/")


def test_an_unknown_counter_is_not_there() -> None:
    assert Client().get("/q/khong-co/").status_code == 404
