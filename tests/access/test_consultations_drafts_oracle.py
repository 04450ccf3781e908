"""Who may know of a draft and put it in order: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.consultations.made import OFFICER, drafted
from tests.consultations.text_made import brought, keys, opened

from vidan.consultations.kinds import State
from vidan.consultations.models import Draft
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = """
                  list  new  kept  opened  sent  text  piece  papers  window  open  fix  public
can-bo-quan       yes   yes  yes   yes     yes   yes   yes    yes     yes     no    yes  yes
can-bo-quan-2     yes   yes  yes   yes     yes   yes   yes    yes     yes     no    yes  yes
lanh-dao          yes   yes  yes   yes     yes   yes   yes    yes     yes     yes   yes  yes
can-bo-phuong     yes   no   no    yes     yes   no    no     no      no      no    no   yes
phu-nu            yes   no   no    yes     yes   no    no     no      no      no    no   yes
can-bo-ubnd-quan  yes   no   no    no      yes   no    no     no      no      no    no   yes
can-bo-ubnd       yes   no   no    no      no    no    no     no      no      no    no   yes
chu-tich-ubnd     yes   no   no    no      no    no    no     no      no      no    no   yes
theo-doi          no    no   no    no      no    no    no     no      no      no    no   yes
giu-khoa          no    no   no    no      no    no    no     no      no      no    no   yes
bien-tap          no    no   no    no      no    no    no     no      no      no    no   yes
dieu-tra          no    no   no    no      no    no    no     no      no      no    no   yes
mat-tran-tp       no    no   no    no      no    no    no     no      no      no    no   yes
"""
"""The district Front takes in a draft of the district's committee. `kept` is one that is not open yet, `opened` one that
takes opinions, `sent` one whose criticism the committee (can-bo-ubnd-quan) must answer; a ward's committee has no part in
it. `open` is the page on which the head opens a draft."""

DESK = "/ban-lam-viec/phan-bien/"


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    kept, taking, sent = brought(), opened(), drafted(State.SENT, "DT-2018-0009")
    ready = drafted(State.REGISTERED, "DT-2018-0008")
    own = f"{DESK}{kept.code}/"
    places = {
        "list": DESK,
        "new": f"{DESK}tiep-nhan/",
        "kept": own,
        "opened": f"{DESK}{taking.code}/",
        "sent": f"{DESK}{sent.code}/",
        "text": f"{own}loi/",
        "piece": f"{own}loi/manh/{keys(kept)[2]}/",
        "papers": f"{own}tai-lieu/",
        "window": f"{own}buoc/thoi-gian/",
        "open": f"{DESK}{ready.code}/buoc/mo/",
        "fix": f"{own}loi/chot/",
        "public": f"/gop-y-du-thao/{taking.code}/",
    }
    for name, wanted in rows():
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        assert found == wanted, name


def test_who_may_know_of_a_kept_draft_is_asked_of_the_model_alike() -> None:
    kept = brought()
    known = {local for local, *_rest in CAST if Draft.objects.visible_to(actor(local)).filter(pk=kept.pk)}
    assert known == {OFFICER, "can-bo-quan-2", "lanh-dao"}


def test_nobody_without_a_part_mends_a_text_by_post(signed_in: Callable[[str], Client]) -> None:
    kept = brought()
    place = f"{DESK}{kept.code}/loi/manh/{keys(kept)[2]}/sap-lai/"
    for name in ("can-bo-phuong", "phu-nu", "can-bo-ubnd-quan", "theo-doi"):
        assert signed_in(name).post(place, {"version": kept.version, "how": "remove"}).status_code in {403, 404}, name
    assert len(keys(kept)) == 9
