"""Who may record what was issued, check promises and end a criticism: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.ending_made import answered, checked, issued
from tests.consultations.made import OFFICER

from vidan.consultations.services.close_draft import write_closing
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = """
                  issue  checks  check  text  summary  close  public
can-bo-quan       yes    yes     yes    yes   yes      no     yes
can-bo-quan-2     yes    yes     yes    yes   yes      no     yes
lanh-dao          yes    yes     yes    yes   yes      yes    yes
can-bo-phuong     no     no      no     no    no       no     yes
phu-nu            no     no      no     no    no       no     yes
can-bo-ubnd-quan  no     no      no     no    no       no     yes
can-bo-ubnd       no     no      no     no    no       no     yes
chu-tich-ubnd     no     no      no     no    no       no     yes
theo-doi          no     no      no     no    no       no     yes
giu-khoa          no     no      no     no    no       no     yes
bien-tap          no     no      no     no    no       no     yes
dieu-tra          no     no      no     no    no       no     yes
mat-tran-tp       no     no      no     no    no       no     yes
"""
"""The Front that criticised judges whether promises were kept; the body that promised (can-bo-ubnd-quan) does not judge
itself, and only the head ends a criticism."""


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    waiting = answered()
    draft = checked(issued("DT-2018-0002"))
    write_closing(code=draft.code, closing="Xong.", actor=actor(OFFICER))
    desk = "/ban-lam-viec/phan-bien/"
    places = {
        "issue": f"{desk}{waiting.code}/buoc/ban-hanh/",
        "checks": f"{desk}{draft.code}/doi-chieu/",
        "check": f"{desk}{draft.code}/doi-chieu/1/",
        "text": f"{desk}{draft.code}/doi-chieu/loi-ban-hanh/",
        "summary": f"{desk}{draft.code}/buoc/tom-tat/",
        "close": f"{desk}{draft.code}/buoc/ket-thuc/",
        "public": f"/gop-y-du-thao/{draft.code}/",
    }
    for name, wanted in rows():
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        assert found == wanted, name
