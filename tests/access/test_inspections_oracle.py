"""Who may see which inspection and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor
from tests.oversight.inspections_made import (
    CONCLUDED,
    HEAD,
    UNION,
    VISIT,
    approved,
    at,
    concluded,
    draft_sent,
    going,
    notified,
    petitioned,
)

from vidan.foundation.calendar import clock
from vidan.oversight.models import Inspection
from vidan.oversight.services.publish_results import publish
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

SEES = """
                  planned  ward_told  union_told  list  new
can-bo-quan       yes      yes        yes         yes   yes
can-bo-quan-2     yes      yes        yes         yes   yes
lanh-dao          yes      yes        yes         yes   yes
can-bo-phuong     no       no         no          yes   no
can-bo-ubnd       no       yes        no          yes   no
chu-tich-ubnd     no       yes        no          yes   no
can-bo-ubnd-quan  no       no         no          yes   no
phu-nu            no       no         yes         yes   no
bien-tap          no       no         no          no    no
dieu-tra          no       no         no          no    no
giu-khoa          no       no         no          no    no
theo-doi          no       no         no          no    no
mat-tran-tp       no       no         no          no    no
"""
"""`planned`: approved, not told to the unit yet. The unit sees what was sent to it, nobody else's."""

STEPS = """
                  visit  evidence  recommend  delegation  stop  conclude  explain  record
can-bo-quan       yes    yes       yes        yes         no    no        no       yes
can-bo-quan-2     yes    yes       yes        yes         no    no        no       yes
lanh-dao          yes    yes       yes        yes         yes   yes       no       yes
can-bo-phuong     no     no        no         no          no    no        no       no
can-bo-ubnd       no     no        no         no          no    no        yes      no
chu-tich-ubnd     no     no        no         no          no    no        yes      no
can-bo-ubnd-quan  no     no        no         no          no    no        no       no
phu-nu            no     no        no         no          no    no        no       no
bien-tap          no     no        no         no          no    no        no       no
dieu-tra          no     no        no         no          no    no        no       no
giu-khoa          no     no        no         no          no    no        no       no
theo-doi          no     no        no         no          no    no        no       no
mat-tran-tp       no     no        no         no          no    no        no       no
"""

DESK = "/ban-lam-viec/kiem-tra-giam-sat/"
PLACES = {
    "visit": "bang-kiem/",
    "evidence": "bang-kiem/posted/tep/",
    "recommend": "kien-nghi/",
    "delegation": "doan/",
    "stop": "buoc/khong-thuc-hien/",
    "conclude": "buoc/ky-ket-luan/",
    "explain": "buoc/giai-trinh/",
    "record": "buoc/ghi-giai-trinh/",
}


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


def verdict(answer: Any) -> str:
    return "no" if answer.status_code == 404 else "yes"


def test_everybody_of_the_cast_has_a_row() -> None:
    assert set(rows(SEES)) == set(rows(STEPS)) == {local for local, *_rest in CAST}


def test_the_rule_of_who_reads_an_inspection(signed_in: Callable[[str], Client]) -> None:
    made = {"planned": approved(), "ward_told": notified(), "union_told": notified(UNION)}
    for local, told in rows(SEES).items():
        client = signed_in(local)
        expected = {which: told[which] for which in made}
        known = {
            which: Inspection.objects.visible_to(actor(local)).filter(pk=one.pk).exists() for which, one in made.items()
        }
        assert known == {which: word == "yes" for which, word in expected.items()}, local
        assert {which: verdict(client.get(f"{DESK}{one.code}/")) for which, one in made.items()} == expected, local
        if told["list"] == "yes":
            shown = client.get(DESK).content.decode()
            assert {which: "yes" if one.code in shown else "no" for which, one in made.items()} == expected, local
        assert verdict(client.get(DESK)) == told["list"], local
        for sort in ("kiem-tra", "giam-sat"):
            assert verdict(client.get(f"{DESK}de-xuat/{sort}/")) == told["new"], local


@pytest.mark.parametrize("step", PLACES)
def test_a_step_is_there_for_whom_it_concerns(step: str, signed_in: Callable[[str], Client]) -> None:
    one = approved() if step == "delegation" else notified() if step in ("visit", "evidence") else draft_sent()
    expected = {name: told[step] for name, told in rows(STEPS).items()}
    with clock.at(at(CONCLUDED)):
        given = {name: verdict(signed_in(name).get(f"{DESK}{one.code}/{PLACES[step]}")) for name in expected}
    assert given == expected


def test_the_unit_reads_what_was_sent_to_it_and_nothing_of_the_fronts_file(
    signed_in: Callable[[str], Client],
) -> None:
    one = draft_sent()
    client, officer = signed_in("can-bo-ubnd"), signed_in("can-bo-quan")
    with clock.at(at(CONCLUDED)):
        shown = client.get(f"{DESK}{one.code}/").content.decode()
        assert "Niêm yết chưa đúng." in shown  # by the letter with the draft
        for word in ("Bảng cũ từ năm 2016", "Đoàn thấy niêm yết cũ", "Nhiều phản ánh", "PA-2018-0147"):
            assert word not in shown
            assert word in officer.get(f"{DESK}{one.code}/").content.decode()
        one.conclusion = "Sửa sau giải trình."
        one.save()
        assert "Sửa sau giải trình" not in client.get(f"{DESK}{one.code}/").content.decode()


def test_what_is_published_is_everybodys_and_nothing_else(client: Client) -> None:
    one, other = concluded(), concluded(title="Chưa công khai")
    with clock.at(at(CONCLUDED)):
        publish(code=one.code, summary="Mặt trận đã giám sát.", actor=actor(HEAD))
        shown = client.get("/giam-sat/").content.decode()
        assert one.code in shown
        assert other.code not in shown
        page = client.get(f"/giam-sat/{one.code}/").content.decode()
        assert "Mặt trận đã giám sát." in page
        assert "Bà Trưởng Đoàn" not in page
        assert client.get(f"/giam-sat/{one.code}/ket-luan.docx").status_code == 200
        for place in (f"/giam-sat/{other.code}/", f"/giam-sat/{other.code}/ket-luan.docx", f"{DESK}{one.code}/"):
            assert client.get(place).status_code in (302, 404), place
        assert client.get(f"/giam-sat/{other.code}/").status_code == 404


def test_papers_go_to_the_unit_and_the_petition_does_not(signed_in: Callable[[str], Client]) -> None:
    one = petitioned()
    pressed = [row.slug for row in one.recommendations.get(number=1).pressed]
    with clock.at(at(CONCLUDED.replace(month=7))):
        places = ("thong-bao", "quyet-dinh", "du-thao", "ket-luan", *pressed)
        told = {
            local: [verdict(signed_in(local).get(f"{DESK}{one.code}/van-ban/{which}.docx")) for which in places]
            for local in ("can-bo-quan", "can-bo-ubnd", "phu-nu")
        }
    assert told == {
        "can-bo-quan": ["yes"] * 6,
        "can-bo-ubnd": ["yes"] * 5 + ["no"],
        "phu-nu": ["no"] * 6,
    }


GOES_ALONG = """
                  list  file  checklist  item  evidence  delegation  paper
can-bo-quan       yes   yes   yes        yes   yes       yes         yes
lanh-dao          yes   yes   yes        yes   yes       yes         yes
can-bo-phuong     no    no    no         no    no        no          no
can-bo-ubnd       yes   yes   no         no    no        no          yes
chu-tich-ubnd     yes   yes   no         no    no        no          yes
phu-nu            yes   no    yes        yes   yes       no          no
bien-tap          no    no    no         no    no        no          no
dieu-tra          no    no    no         no    no        no          no
theo-doi          no    no    no         no    no        no          no
mat-tran-tp       no    no    no         no    no        no          no
"""
"""A supervision in whose delegation phu-nu goes along; the list is whether the code stands in it."""


def test_who_goes_along_fills_the_checklist_and_sees_nothing_else(signed_in: Callable[[str], Client]) -> None:
    one = going()
    place = f"{DESK}{one.code}/"
    told = {"posted-seen": "met", "posted-note": "", "posted-version": "0"}
    given: dict[str, dict[str, str]] = {}
    with clock.at(at(VISIT)):
        for local in rows(GOES_ALONG):
            client = signed_in(local)
            given[local] = {
                "list": "yes" if one.code in client.get(DESK).content.decode() else "no",
                "file": verdict(client.get(place)),
                "checklist": verdict(client.get(f"{place}bang-kiem/")),
                "item": verdict(client.post(f"{place}bang-kiem/posted/", told)),
                "evidence": verdict(client.get(f"{place}bang-kiem/posted/tep/")),
                "delegation": verdict(client.get(f"{place}doan/", follow=True)),
                "paper": verdict(client.get(f"{place}van-ban/thong-bao.docx")),
            }
    assert given == rows(GOES_ALONG)


def test_a_step_posted_by_somebody_who_may_not_changes_nothing(signed_in: Callable[[str], Client]) -> None:
    one = draft_sent()
    for local in ("can-bo-ubnd", "phu-nu", "can-bo-phuong", "bien-tap", "mat-tran-tp"):
        for place in (
            "buoc/ky-ket-luan/",
            "buoc/khong-thuc-hien/",
            "kien-nghi/",
            "kien-nghi/1/bo/",
            "bang-kiem/posted/",
        ):
            answer = signed_in(local).post(f"{DESK}{one.code}/{place}", {"version": one.version, "reason": "x"})
            assert answer.status_code == 404, (local, place)
    assert Inspection.objects.get(pk=one.pk).version == one.version
