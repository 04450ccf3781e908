"""The board, the list of reports and the comparison as spreadsheets: what stands in them, for whom, and that it is journalled."""

from collections.abc import Callable
from datetime import datetime
from io import BytesIO

import pytest
from django.test import Client
from openpyxl import load_workbook
from tests.cases.made import actor, unit
from tests.oversight.duty_made import AN_PHU, OFFICER, WARD, published, sent

from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.oversight.models import DutyReport, Plan
from vidan.oversight.services.report_step import accept_report, write_report

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/"
REPORTS = f"{DESK}bao-cao-nhiem-vu/"
LATER = datetime(2018, 4, 12, 9, tzinfo=clock.now().tzinfo)


def sheets(client: Client, place: str) -> dict[str, list[tuple[object, ...]]]:
    answer = client.get(place)
    assert answer.status_code == 200, place
    book = load_workbook(BytesIO(answer.content))
    return {sheet.title: [tuple(row) for row in sheet.iter_rows(values_only=True)] for sheet in book}


def test_the_board_tells_who_is_late_to_the_front_alone(signed_in: Callable[[str], Client]) -> None:
    one = sent()
    place = f"{DESK}ke-hoach/{Plan.objects.get().code}/bang.xlsx"
    with clock.at(LATER):
        (ours,), (theirs,) = (sheets(signed_in(local), place).values() for local in ("can-bo-quan", "can-bo-phuong"))
    assert (ours[0][0], ours[0][-1]) == ("Mục", "Trễ báo cáo")
    assert ours[1][:2] == (one.duty.clause, one.duty.title)
    assert ours[1][6] == "trễ"
    assert ours[1][-3:] == (1, 2, "Mặt trận Phường An Khánh")
    assert "Trễ báo cáo" not in theirs[0]
    assert "Mặt trận Phường An Khánh" not in theirs[1][-1:]
    assert Entry.objects.filter(event="plan.export", subject=Plan.objects.get().code).count() == 2


def test_the_list_of_reports_is_full_and_filtered_by_its_address(signed_in: Callable[[str], Client]) -> None:
    sent()
    (rows,) = sheets(signed_in("can-bo-quan"), f"{REPORTS}danh-sach.xlsx").values()
    assert len(rows) == 1 + DutyReport.objects.count() == 9
    (rows,) = sheets(signed_in("can-bo-quan"), f"{REPORTS}danh-sach.xlsx?don-vi={AN_PHU}&tinh-trang=sent").values()
    assert [(row[0], row[2], row[6], row[7], row[-1]) for row in rows[1:]] == [
        (2018, "Mặt trận Phường An Phú", "đã nộp, chờ xem", "nộp đúng hạn", 1)
    ]
    assert list(Entry.objects.filter(event="duty_report.export").values_list("facts__rows", flat=True)) == [8, 1]


def test_what_a_unit_has_not_sent_is_not_told(signed_in: Callable[[str], Client]) -> None:
    published()
    one = DutyReport.objects.filter(unit=unit(AN_PHU)).earliest("due_on")
    write_report(code=one.code, words="Nháp.", counted=7, actor=actor(WARD))
    (rows,) = sheets(signed_in("can-bo-quan"), f"{REPORTS}danh-sach.xlsx?don-vi={AN_PHU}").values()
    assert {row[-1] for row in rows[1:]} == {None}


def test_a_unit_takes_its_own_reports_alone(signed_in: Callable[[str], Client]) -> None:
    published()
    (rows,) = sheets(signed_in("can-bo-phuong"), f"{REPORTS}danh-sach.xlsx").values()
    assert {row[2] for row in rows[1:]} == {"Mặt trận Phường An Phú"}
    assert signed_in("can-bo-phuong").get(f"{REPORTS}so-sanh.xlsx").status_code == 404


def test_units_and_years_stand_side_by_side(signed_in: Callable[[str], Client]) -> None:
    one = sent()
    accept_report(code=one.code, actor=actor(OFFICER))
    with clock.at(LATER):
        in_time, sums = sheets(signed_in("can-bo-quan"), f"{REPORTS}so-sanh.xlsx").values()
    assert in_time[1:] == [("Mặt trận Phường An Khánh", 2018, 1, 0, 1), ("Mặt trận Phường An Phú", 2018, 1, 1, 0)]
    assert [row[1:] for row in sums[1:]] == [("Mặt trận Phường An Phú", 2018, 1)]


def test_a_plan_that_one_may_not_read_has_no_sheet(signed_in: Callable[[str], Client]) -> None:
    assert signed_in("can-bo-quan").get(f"{DESK}ke-hoach/KHPH-2018-0009/bang.xlsx").status_code == 404
