"""Who may see which report and do what with it: written by hand, asked of every one of the cast."""

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, unit
from tests.reports.report_made import reported

from vidan.reports.kinds import State
from vidan.reports.models import Report
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

SEES = """
                  draft  approved  sent  of_ward  list  open  units  outlines  year
can-bo-quan       yes    yes       yes   no       yes   yes   yes    yes    yes
can-bo-quan-2     yes    yes       yes   no       yes   yes   yes    yes    yes
lanh-dao          yes    yes       yes   no       yes   no    yes    yes    yes
can-bo-phuong     no     no        no    yes      yes   yes   no     yes    yes
bien-tap          no     no        no    no       no    no    no     no     no
phu-nu            no     no        no    no       no    no    no     no     no
dieu-tra          no     no        no    no       no    no    no     no     no
giu-khoa          no     no        no    no       no    no    no     no     no
can-bo-ubnd       no     no        no    no       no    no    no     no     no
chu-tich-ubnd     no     no        no    no       no    no    no     no     no
can-bo-ubnd-quan  no     no        no    no       no    no    no     no     no
theo-doi          no     no        no    no       no    no    no     no     no
mat-tran-tp       no     no        yes   no       yes   yes   yes    yes    yes
"""
"""A report is its Front's until it is sent; then the Front above reads it too. A ward's draft is no business of the district."""

DOES = """
                  write  comment  ask  approve  send  correct  file_draft  file_sent
can-bo-quan       yes    yes      yes  no       no    yes      yes         yes
can-bo-quan-2     yes    yes      yes  no       no    yes      yes         yes
lanh-dao          no     yes      no   yes      yes   no       yes         yes
can-bo-phuong     no     no       no   no       no    no       no          no
bien-tap          no     no       no   no       no    no       no          no
phu-nu            no     no       no   no       no    no       no          no
dieu-tra          no     no       no   no       no    no       no          no
giu-khoa          no     no       no   no       no    no       no          no
can-bo-ubnd       no     no       no   no       no    no       no          no
chu-tich-ubnd     no     no       no   no       no    no       no          no
can-bo-ubnd-quan  no     no       no   no       no    no       no          no
theo-doi          no     no       no   no       no    no       no          no
mat-tran-tp       no     no       no   no       no    no       no          yes
"""
"""Officers write, the head approves and sends, everybody of the Front comments; the City's Front only reads what was sent."""

DESK = "/ban-lam-viec/bao-cao/"
PAGES = {
    "list": DESK,
    "open": f"{DESK}mo/",
    "units": f"{DESK}cac-don-vi/",
    "outlines": f"{DESK}mau/",
    "year": "/ban-lam-viec/nam/",
}
STEPS = {
    "write": (State.DRAFTING, "phan/petitions/"),
    "comment": (State.DRAFTING, "phan/petitions/gop-y/"),
    "ask": (State.DRAFTING, "xin-gop-y/"),
    "approve": (State.SUBMITTED, "duyet/"),
    "send": (State.APPROVED, "gui/"),
    "correct": (State.SENT, "dinh-chinh/"),
    "file_draft": (State.DRAFTING, "tep/json/"),
    "file_sent": (State.SENT, "tep/json/"),
}


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


def verdict(answer: Any) -> str:
    return "no" if answer.status_code == 404 else "yes"


def made(which: str) -> Report:
    if which == "of_ward":
        return reported(local="can-bo-phuong", front="mttq-a-an-phu")
    return reported(State.DRAFTING if which == "draft" else State(which))


def test_everybody_of_the_cast_has_a_row() -> None:
    assert set(rows(SEES)) == set(rows(DOES)) == {local for local, *_rest in CAST}


@pytest.mark.parametrize("which", ["draft", "approved", "sent", "of_ward"])
def test_the_rule_of_who_reads_a_report(which: str, signed_in: Callable[[str], Client]) -> None:
    one = made(which)
    expected = {name: told[which] for name, told in rows(SEES).items()}
    known = {name: Report.objects.visible_to(actor(name)).filter(pk=one.pk).exists() for name in expected}
    assert known == {name: told == "yes" for name, told in expected.items()}
    assert {name: verdict(signed_in(name).get(f"{DESK}{one.code}/")) for name in expected} == expected


@pytest.mark.parametrize("page", list(PAGES))
def test_a_page_opens_for_whom_it_concerns(page: str, signed_in: Callable[[str], Client]) -> None:
    expected = {name: told[page] for name, told in rows(SEES).items()}
    assert {name: verdict(signed_in(name).get(PAGES[page])) for name in expected} == expected


@pytest.mark.parametrize("step", list(STEPS))
def test_a_step_is_there_for_who_may_take_it(step: str, signed_in: Callable[[str], Client]) -> None:
    state, rest = STEPS[step]
    one = reported(state)
    expected = {name: told[step] for name, told in rows(DOES).items()}
    assert {name: verdict(signed_in(name).get(f"{DESK}{one.code}/{rest}")) for name in expected} == expected


def test_a_report_is_counted_anew_for_who_writes_it(signed_in: Callable[[str], Client]) -> None:
    of_city = reported(local="mat-tran-tp", front="mttq-tp-ho-chi-minh", below=True)
    answers = {name: verdict(signed_in(name).post(f"{DESK}{of_city.code}/dem-lai/")) for name in rows(DOES)}
    assert answers == {name: "yes" if name == "mat-tran-tp" else "no" for name in rows(DOES)}
    own = reported(State.DRAFTING)
    writes = {name: told["write"] for name, told in rows(DOES).items()}
    assert {name: verdict(signed_in(name).post(f"{DESK}{own.code}/dem-lai/")) for name in writes} == writes


def test_a_comment_is_settled_by_its_own_front_alone(signed_in: Callable[[str], Client]) -> None:
    one = reported()
    said = one.comments.create(section="petitions", text="x", said_by="x", said_at=one.opened_at)
    place = f"{DESK}{one.code}/gop-y/{said.pk}/xong/"
    assert verdict(signed_in("mat-tran-tp").post(place)) == verdict(signed_in("can-bo-phuong").post(place)) == "no"
    assert verdict(signed_in("lanh-dao").post(place)) == "yes"


def test_the_front_above_sees_neither_comments_nor_doubts(signed_in: Callable[[str], Client]) -> None:
    one = reported(State.SENT)
    one.comments.create(section="petitions", text="gopykin", said_by="x", said_at=one.opened_at, done_on=one.sent_on)
    page = signed_in("mat-tran-tp").get(f"{DESK}{one.code}/").content.decode()
    assert "gopykin" not in page
    assert "chưa chắc" not in page
    assert "gopykin" in signed_in("can-bo-quan").get(f"{DESK}{one.code}/").content.decode()


def test_everybody_reads_what_was_sent_and_nothing_before(client: Client) -> None:
    sent = reported(State.SENT)
    assert verdict(client.get(f"/bao-cao/{sent.code}/")) == "yes"
    Report.objects.filter(pk=sent.pk).update(state=State.APPROVED)
    assert verdict(client.get(f"/bao-cao/{sent.code}/")) == "no"
    assert sent.code not in client.get("/bao-cao/").content.decode()


def test_a_ward_reports_to_its_district(signed_in: Callable[[str], Client]) -> None:
    ward = made("of_ward")
    assert ward.receiver == unit("mttq-a-quan-2")
