"""Who may gather points, see the document, answer and read the matrix: written by hand, asked of every one of the cast."""

from collections.abc import Callable

import pytest
from django.test import Client
from tests.consultations.points_made import CODE, answered, gathering, point, submitted

from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

PAGES = """
                  points  point  paper  answers  answer  annex  file  record  matrix  data  sent  assess
can-bo-quan       yes     yes    yes    yes      yes     yes    yes   yes     yes     yes   yes   yes
can-bo-quan-2     yes     yes    yes    yes      yes     yes    yes   yes     yes     yes   yes   yes
lanh-dao          yes     yes    yes    yes      yes     yes    yes   yes     yes     yes   yes   yes
can-bo-phuong     no      no     no     no       no      no     no    no      yes     yes   yes   no
phu-nu            no      no     no     no       no      no     no    no      yes     yes   yes   no
can-bo-ubnd-quan  no      no     no     yes      yes     yes    yes   no      yes     yes   yes   no
can-bo-ubnd       no      no     no     no       no      no     no    no      yes     yes   yes   no
chu-tich-ubnd     no      no     no     no       no      no     no    no      yes     yes   yes   no
theo-doi          no      no     no     no       no      no     no    no      yes     yes   yes   no
giu-khoa          no      no     no     no       no      no     no    no      yes     yes   yes   no
bien-tap          no      no     no     no       no      no     no    no      yes     yes   yes   no
dieu-tra          no      no     no     no       no      no     no    no      yes     yes   yes   no
mat-tran-tp       no      no     no     no       no      no     no    no      yes     yes   yes   no
"""
"""The district Front sent its criticism to the district's People's Committee, whose officer answers; the ward's committee is
another body. The matrix and the sent document are everybody's. Of another draft, which is being gathered, only the Front writes
what it thinks of the whole."""

DESK = f"/ban-lam-viec/phan-bien/{CODE}/"
PUBLIC = f"/gop-y-du-thao/{CODE}/"


def rows() -> list[tuple[str, dict[str, str]]]:
    head, *lines = [line.split() for line in PAGES.strip().splitlines()]
    return [(name, dict(zip(head, verdicts, strict=True))) for name, *verdicts in lines]


def test_everybody_of_the_cast_has_a_row() -> None:
    assert {name for name, _told in rows()} == {local for local, *_rest in CAST}


def test_the_pages_open_for_whom_the_table_says(signed_in: Callable[[str], Client]) -> None:
    draft = answered()
    places = {
        "points": f"{DESK}diem/",
        "point": f"{DESK}diem/{point(draft, 1).pk}/",
        "paper": f"{DESK}van-ban/phan-bien.docx",
        "answers": f"{DESK}tra-loi/",
        "answer": f"{DESK}tra-loi/1/",
        "annex": f"{DESK}tra-loi/bang/",
        "file": f"{DESK}tra-loi/bang.xlsx",
        "record": f"{DESK}tra-loi/van-ban/",
        "matrix": f"{PUBLIC}ket-qua/",
        "data": f"{PUBLIC}ket-qua.json",
        "sent": f"{PUBLIC}ket-qua/phan-bien.docx",
        "assess": f"/ban-lam-viec/phan-bien/{gathering('DT-2018-0002').code}/buoc/nhan-xet-chung/",
    }
    for name, wanted in rows():
        client = signed_in(name)
        found = {page: "yes" if client.get(place).status_code == 200 else "no" for page, place in places.items()}
        assert found == wanted, name


def test_before_it_is_sent_nobody_outside_the_front_sees_the_document(signed_in: Callable[[str], Client]) -> None:
    submitted()
    for place in (f"{DESK}tra-loi/", f"{DESK}tra-loi/bang.xlsx", f"{DESK}van-ban/phan-bien.docx"):
        assert signed_in("can-bo-ubnd-quan").get(place).status_code == 404
    for place in ("ket-qua.json", "ket-qua/phan-bien.docx"):
        assert Client().get(f"{PUBLIC}{place}").status_code == 404


@pytest.mark.parametrize("step", ["don-doc", "duyet-don-doc", "xac-nhan-tra-loi"])
def test_the_body_takes_no_step_of_the_front(signed_in: Callable[[str], Client], step: str) -> None:
    answered()
    assert signed_in("can-bo-ubnd-quan").get(f"{DESK}buoc/{step}/").status_code == 404


@pytest.mark.parametrize("step", ["gui", "tra-lai"])
def test_only_the_head_decides_about_the_document(signed_in: Callable[[str], Client], step: str) -> None:
    submitted()
    found = {name: signed_in(name).get(f"{DESK}buoc/{step}/").status_code for name, _told in rows()}
    assert {name for name, status in found.items() if status == 200} == {"lanh-dao"}
    assert set(found.values()) == {200, 404}
