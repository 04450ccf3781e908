"""Who may see which activity and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.cases.made import actor, unit
from tests.foundation.files.samples import jpg
from tests.outreach.activity_made import OFFICER, UNION, WARD, logged

from vidan.foundation.accounts.models import Assignment, User
from vidan.foundation.units.models import CounterPoint
from vidan.outreach.models import Activity
from vidan.outreach.services.activity_files import add_file
from vidan.site.sample.people import CAST, address

pytestmark = pytest.mark.django_db

SEES = """
                  of_ward  of_union  of_district  of_other_ward  list  plan  line  new  paste  posters  poster  other_poster
can-bo-quan       yes      yes       yes          yes            yes   yes   yes   yes  yes    yes      yes     yes
can-bo-quan-2     yes      yes       yes          yes            yes   yes   yes   yes  yes    yes      yes     yes
lanh-dao          yes      yes       yes          yes            yes   yes   yes   yes  yes    yes      yes     yes
bien-tap          yes      yes       yes          yes            yes   yes   no    no   no     yes      yes     yes
can-bo-phuong     yes      no        no           no             yes   yes   no    yes  yes    yes      yes     no
phu-nu            no       yes       no           no             yes   yes   no    yes  yes    yes      yes     no
dieu-tra          no       no        no           no             no    no    no    no   no     no       no      no
giu-khoa          no       no        no           no             no    no    no    no   no     no       no      no
can-bo-ubnd       no       no        no           no             no    no    no    no   no     no       no      no
chu-tich-ubnd     no       no        no           no             no    no    no    no   no     no       no      no
can-bo-ubnd-quan  no       no        no           no             no    no    no    no   no     no       no      no
theo-doi          no       no        no           no             no    no    no    no   no     no       no      no
mat-tran-tp       no       no        no           no             no    no    no    no   no     no       no      no
"""
"""The desk's pages. A ward sees neither another ward's activities nor its union's, since costs stand there; the head and
the officers of the district, and the editor, see all of the territory."""

CHANGES = """
                  of_ward  of_union  of_district
can-bo-quan       no       no        yes
can-bo-quan-2     no       no        yes
lanh-dao          no       no        yes
bien-tap          no       no        no
can-bo-phuong     yes      no        no
phu-nu            no       yes       no
dieu-tra          no       no        no
giu-khoa          no       no        no
can-bo-ubnd       no       no        no
chu-tich-ubnd     no       no        no
can-bo-ubnd-quan  no       no        no
theo-doi          no       no        no
mat-tran-tp       no       no        no
"""
"""Who may change, call off, strike out an activity and add a file: its own unit alone."""

DESK = "/ban-lam-viec/tuyen-truyen/"
PAGES = {"list": "", "plan": "ke-hoach/", "line": "ke-hoach/ghi/", "new": "ghi/", "paste": "dan-tu-excel/"}


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


def verdict(answer: Any) -> str:
    return "no" if answer.status_code == 404 else "yes"


def of_whom(which: str) -> Activity:
    """An activity of one of the units; that of the other ward was logged by somebody who is there no more."""
    local = {"of_union": UNION, "of_district": OFFICER}.get(which, WARD)
    one = logged(local, on=date(2018, 3, 20), reached=None)
    if which == "of_other_ward":
        Activity.objects.filter(pk=one.pk).update(unit=unit("mttq-a-an-khanh"))
    return one


def test_everybody_of_the_cast_has_a_row() -> None:
    assert set(rows(SEES)) == set(rows(CHANGES)) == {local for local, *_rest in CAST}


@pytest.mark.parametrize("which", ["of_ward", "of_union", "of_district", "of_other_ward"])
def test_the_rule_of_who_reads_an_activity(which: str, signed_in: Callable[[str], Client]) -> None:
    one = of_whom(which)
    expected = {name: told[which] for name, told in rows(SEES).items()}
    known = {name: Activity.objects.visible_to(actor(name)).filter(pk=one.pk).exists() for name in expected}
    assert known == {name: told == "yes" for name, told in expected.items()}
    assert {name: verdict(signed_in(name).get(f"{DESK}{one.code}/")) for name in expected} == expected


@pytest.mark.parametrize("page", [*PAGES, "posters", "poster", "other_poster"])
def test_a_page_opens_for_whom_it_concerns(page: str, signed_in: Callable[[str], Client]) -> None:
    keys = {code: CounterPoint.objects.get(code=code).pk for code in ("an-phu", "an-khanh")}
    places = {name: DESK + rest for name, rest in PAGES.items()} | {
        "posters": "/ban-lam-viec/ap-phich/",
        "poster": f"/ban-lam-viec/ap-phich/quay/{keys['an-phu']}/",
        "other_poster": f"/ban-lam-viec/ap-phich/quay/{keys['an-khanh']}/",
    }
    expected = {name: told[page] for name, told in rows(SEES).items()}
    assert {name: verdict(signed_in(name).get(places[page])) for name in expected} == expected


@pytest.mark.parametrize("step", ["sua", "khong-to-chuc", "ghi-nham", "tep/them"])
@pytest.mark.parametrize("which", ["of_ward", "of_union", "of_district"])
def test_only_its_own_unit_changes_an_activity(which: str, step: str, signed_in: Callable[[str], Client]) -> None:
    one = of_whom(which)
    expected = {name: told[which] for name, told in rows(CHANGES).items()}
    told = {name: verdict(signed_in(name).post(f"{DESK}{one.code}/{step}/")) for name in expected}
    assert told == expected
    assert Activity.objects.get(pk=one.pk).version == 1


@pytest.mark.parametrize("which", ["of_ward", "of_union", "of_district"])
def test_only_its_own_unit_says_what_a_picture_shows(which: str, signed_in: Callable[[str], Client]) -> None:
    one, local = of_whom(which), {"of_union": UNION, "of_district": OFFICER}.get(which, WARD)
    kept = add_file(code=one.code, upload=SimpleUploadedFile("a.jpg", jpg()), alt="", actor=actor(local))
    expected = {name: told[which] for name, told in rows(CHANGES).items()}
    place = f"{DESK}{one.code}/tep/{kept.file.name}/mo-ta/"
    assert {name: verdict(signed_in(name).get(place)) for name in expected} == expected


def test_a_list_and_its_sheet_hold_only_what_one_may_read(signed_in: Callable[[str], Client]) -> None:
    codes = {which: of_whom(which).code for which in ("of_ward", "of_union", "of_district", "of_other_ward")}
    for local, told in rows(SEES).items():
        if told["list"] == "yes":
            shown = signed_in(local).get(DESK).content.decode()
            assert {which: code in shown for which, code in codes.items()} == {
                which: told[which] == "yes" for which in codes
            }, local


def test_the_head_of_a_ward_reads_what_the_ward_and_its_organisations_do(signed_in: Callable[[str], Client]) -> None:
    user = User.objects.get(email=address("can-bo-phuong"))
    Assignment.objects.create(user=user, role="head", unit=unit("mttq-a-an-phu"), valid_from=date(2018, 1, 1))
    client = signed_in("can-bo-phuong")
    seen = {
        which: verdict(client.get(f"{DESK}{of_whom(which).code}/"))
        for which in ("of_union", "of_district", "of_other_ward")
    }
    assert seen == {"of_union": "yes", "of_district": "no", "of_other_ward": "no"}
