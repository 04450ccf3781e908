"""Who may know of the watch over an official survey and take which step: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.surveys.official_made import judged, recorded, sent, shown, written

from vidan.site.sample.people import CAST
from vidan.surveys.models import OfficialSurvey

pytestmark = pytest.mark.django_db

PAGES = """
                  page  item  publication  letter  approve  answer  show  close  paper  public
can-bo-quan       yes   yes   yes          yes     no       yes     no    yes    yes    yes
can-bo-quan-2     yes   yes   yes          yes     no       yes     no    yes    yes    yes
lanh-dao          yes   yes   yes          yes     yes      yes     yes   yes    yes    yes
can-bo-phuong     no    no    no           no      no       no      no    no     no     yes
phu-nu            no    no    no           no      no       no      no    no     no     yes
can-bo-ubnd-quan  no    no    no           no      no       no      no    no     no     yes
can-bo-ubnd       no    no    no           no      no       no      no    no     no     yes
chu-tich-ubnd     no    no    no           no      no       no      no    no     no     yes
theo-doi          no    no    no           no      no       no      no    no     no     yes
giu-khoa          no    no    no           no      no       no      no    no     no     yes
bien-tap          no    no    no           no      no       no      no    no     no     yes
dieu-tra          no    no    no           no      no       no      no    no     no     yes
mat-tran-tp       no    no    no           no      no       no      no    no     no     yes
"""
"""The district Front watches a survey of the district's home-affairs office (theo-doi), which finds no page of the desk
about itself; everybody reads the public page once the head has shown it."""

DESK = "/ban-lam-viec/khao-sat-chinh-thuc/"
WHERE = {
    "page": "",
    "item": "dieu/published/",
    "publication": "cong-bo/",
    "letter": "cong-van/",
    "approve": "cong-van/duyet/",
    "answer": "tra-loi/",
    "show": "cong-khai/",
    "close": "ket-thuc/",
}


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    survey = judged(recorded())
    letter = sent(survey)
    written(survey)
    shown(survey)
    places = {name: f"{DESK}{survey.code}/{rest}" for name, rest in WHERE.items()}
    places["paper"] = f"{DESK}{survey.code}/cong-van/{letter.paper_id}.docx"
    places["public"] = f"/khao-sat/chinh-thuc/{survey.code}/"
    for name, wanted in rows():
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        assert found == wanted, name


def test_who_may_know_of_it_is_asked_of_the_model_alike() -> None:
    survey = recorded()
    known = {local for local, *_rest in CAST if OfficialSurvey.objects.visible_to(actor(local)).filter(pk=survey.pk)}
    assert known == {"can-bo-quan", "can-bo-quan-2", "lanh-dao"}
