"""Who may see which programme, plan, duty, report and guidance and do what with them: written by hand, asked of everybody."""

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.test import Client
from tests.cases.made import actor, unit
from tests.oversight.duty_made import AN_KHANH, AN_PHU, WOMEN, confirmed, guidance, in_state, programme, published

from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.models import DutyReport
from vidan.site.sample.people import CAST

pytestmark = pytest.mark.django_db

SEES = """
                  programmes  programme  plan  draft_plan  duty  reports  report  other_report  guidances  guidance  draft
can-bo-quan       yes         yes        yes   yes         yes   yes      yes     yes           yes        yes       yes
can-bo-quan-2     yes         yes        yes   yes         yes   yes      yes     yes           yes        yes       yes
lanh-dao          yes         yes        yes   yes         yes   yes      yes     yes           yes        yes       yes
bien-tap          yes         yes        yes   no          yes   no       no      no            no         no        no
can-bo-phuong     yes         yes        yes   no          yes   yes      yes     no            yes        yes       no
phu-nu            yes         yes        yes   no          yes   yes      no      no            yes        yes       no
dieu-tra          no          no         no    no          no    no       no      no            no         no        no
giu-khoa          no          no         no    no          no    no       no      no            no         no        no
can-bo-ubnd       no          no         no    no          no    no       no      no            no         no        no
chu-tich-ubnd     no          no         no    no          no    no       no      no            no         no        no
can-bo-ubnd-quan  no          no         no    no          no    no       no      no            no         no        no
theo-doi          no          no         no    no          no    no       no      no            no         no        no
mat-tran-tp       yes         yes        yes   no          yes   no       no      no            no         no        no
"""
"""The desk's pages. Drafts are their Front's alone; a unit reads its own reports, the Front that asked reads all; the City Front
reads the plans that are in force."""

DOES = """
                  write  accept  tra-ve  assign  done  confirm  publish  add  read_in  new_programme  new_guidance  compare  mark
can-bo-quan       no     yes     yes     yes     yes   yes      no       yes  yes      yes            yes           yes      no
can-bo-quan-2     no     yes     yes     yes     yes   yes      no       yes  yes      yes            yes           yes      no
lanh-dao          no     yes     yes     yes     yes   yes      yes      yes  yes      yes            yes           yes      no
bien-tap          no     no      no      no      no    no       no       no   no       no             no            no       no
can-bo-phuong     yes    no      no      no      no    no       no       no   no       no             no            no       yes
phu-nu            no     no      no      no      no    no       no       no   no       no             no            no       yes
dieu-tra          no     no      no      no      no    no       no       no   no       no             no            no       no
giu-khoa          no     no      no      no      no    no       no       no   no       no             no            no       no
can-bo-ubnd       no     no      no      no      no    no       no       no   no       no             no            no       no
chu-tich-ubnd     no     no      no      no      no    no       no       no   no       no             no            no       no
can-bo-ubnd-quan  no     no      no      no      no    no       no       no   no       no             no            no       no
theo-doi          no     no      no      no      no    no       no       no   no       no             no            no       no
mat-tran-tp       no     no      no      no      no    no       no       no   no       no             no            no       no
"""
"""The steps: a unit writes its own reports and marks guidance, officers and head run the plan, the head puts it into force."""


def rows(table: str) -> dict[str, dict[str, str]]:
    head, *lines = [line.split() for line in table.strip().splitlines()]
    return {name: dict(zip(head, verdicts, strict=True)) for name, *verdicts in lines}


def verdict(answer: Any) -> str:
    return "no" if answer.status_code == 404 else "yes"


def place(which: str) -> str:
    """The address of a page, with what it shows."""
    desk = "/ban-lam-viec/"
    match which:
        case "programmes" | "reports" | "guidances":
            return (
                desk + {"programmes": "chuong-trinh/", "reports": "bao-cao-nhiem-vu/", "guidances": "huong-dan/"}[which]
            )
        case "programme":
            return f"{desk}chuong-trinh/{programme().code}/"
        case "plan":
            return f"{desk}ke-hoach/{published().code}/"
        case "draft_plan":
            return f"{desk}ke-hoach/{confirmed().code}/"
        case "duty":
            return f"{desk}nhiem-vu/{published().duties.earliest('position').code}/"
        case "guidance" | "draft":
            return f"{desk}huong-dan/{guidance(sends=which == 'guidance').code}/"
        case "report" | "other_report":
            slug = AN_PHU if which == "report" else AN_KHANH
            return f"{desk}bao-cao-nhiem-vu/{DutyReport.objects.get(duty__plan=published(), unit__slug=slug, period='q1').code}/"
    raise LookupError(which)


def step(which: str) -> str:
    """The address of a step, with what it is taken of."""
    desk = "/ban-lam-viec/"
    match which:
        case "write":
            return f"{desk}bao-cao-nhiem-vu/{in_state(ReportState.DRAFT).code}/viet/"
        case "accept" | "tra-ve":
            return f"{desk}bao-cao-nhiem-vu/{in_state(ReportState.SENT).code}/{'nhan' if which == 'accept' else which}/"
        case "assign" | "done":
            duty = published().duties.earliest("position")
            return f"{desk}nhiem-vu/{duty.code}/{'giao' if which == 'assign' else 'xong'}/"
        case "confirm" | "publish" | "add":
            rest = {"confirm": "xac-nhan", "publish": "ban-hanh", "add": "nhiem-vu/them"}[which]
            return f"{desk}ke-hoach/{confirmed().code}/{rest}/"
        case "mark":
            return f"{desk}huong-dan/{guidance().code}/danh-dau/"
    return (
        desk
        + {
            "read_in": "ke-hoach/doc/",
            "new_programme": "chuong-trinh/ghi/",
            "new_guidance": "huong-dan/soan/",
            "compare": "bao-cao-nhiem-vu/so-sanh/",
        }[which]
    )


def test_everybody_of_the_cast_has_a_row() -> None:
    assert set(rows(SEES)) == set(rows(DOES)) == {local for local, *_rest in CAST}


@pytest.mark.parametrize("which", SEES.split("\n")[1].split())
def test_a_page_opens_for_whom_it_concerns(which: str, signed_in: Callable[[str], Client]) -> None:
    address = place(which)
    expected = {name: told[which] for name, told in rows(SEES).items()}
    assert {name: verdict(signed_in(name).get(address)) for name in expected} == expected


@pytest.mark.parametrize(
    ("which", "sheet"), [("plan", "bang.xlsx"), ("draft_plan", "bang.xlsx"), ("reports", "danh-sach.xlsx")]
)
def test_a_sheet_opens_for_whom_its_page_opens(which: str, sheet: str, signed_in: Callable[[str], Client]) -> None:
    address = f"{place(which)}{sheet}"
    expected = {name: told[which] for name, told in rows(SEES).items()}
    assert {name: verdict(signed_in(name).get(address)) for name in expected} == expected


def test_the_comparison_is_taken_out_by_whom_it_is_shown_to(signed_in: Callable[[str], Client]) -> None:
    address = f"{step('compare').rstrip('/')}.xlsx"
    expected = {name: told["compare"] for name, told in rows(DOES).items()}
    assert {name: verdict(signed_in(name).get(address)) for name in expected} == expected


@pytest.mark.parametrize("which", DOES.split("\n")[1].split())
def test_a_step_is_open_to_whom_it_belongs(which: str, signed_in: Callable[[str], Client]) -> None:
    address = step(which)
    expected = {name: told[which] for name, told in rows(DOES).items()}
    asked = {
        name: verdict(client.post(address) if which in ("accept", "publish", "mark") else client.get(address))
        for name in expected
        for client in (signed_in(name),)
    }
    assert asked == expected


@pytest.mark.parametrize("which", ["report", "other_report"])
def test_the_rule_of_who_reads_a_report_is_the_same_in_its_one_place(which: str) -> None:
    slug = AN_PHU if which == "report" else AN_KHANH
    one = DutyReport.objects.get(duty__plan=published(), unit__slug=slug, period="q1")
    expected = {name: told[which] for name, told in rows(SEES).items()}
    known = {name: DutyReport.objects.visible_to(actor(name)).filter(pk=one.pk).exists() for name in expected}
    assert known == {name: told == "yes" for name, told in expected.items()}


def test_a_list_holds_only_what_one_may_read(signed_in: Callable[[str], Client]) -> None:
    published(responsible=[unit(AN_PHU), unit(AN_KHANH), unit(WOMEN)])
    shown = {
        local: signed_in(local).get("/ban-lam-viec/bao-cao-nhiem-vu/").content.decode()
        for local in ("phu-nu", "can-bo-quan")
    }
    codes = {slug: DutyReport.objects.get(unit__slug=slug, period="q1").code for slug in (AN_PHU, AN_KHANH, WOMEN)}
    assert {slug: code in shown["phu-nu"] for slug, code in codes.items()} == {
        AN_PHU: False,
        AN_KHANH: False,
        WOMEN: True,
    }
    assert all(code in shown["can-bo-quan"] for code in codes.values())


def test_the_front_does_not_read_what_a_unit_has_not_sent(signed_in: Callable[[str], Client]) -> None:
    one = in_state(ReportState.DRAFT)
    DutyReport.objects.filter(pk=one.pk).update(words="Lời còn đang viết.")
    told = {
        local: signed_in(local).get(f"/ban-lam-viec/bao-cao-nhiem-vu/{one.code}/")
        for local in ("can-bo-quan", "can-bo-phuong")
    }
    assert {local: "còn đang viết" in answer.content.decode() for local, answer in told.items()} == {
        "can-bo-quan": False,
        "can-bo-phuong": True,
    }
    assert one.due_on == date(2018, 4, 6)
