"""The pages of plans, duties, reports and guidance: what they say, keep and refuse."""

from collections.abc import Callable
from datetime import date, datetime
from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from tests.cases.made import actor, unit
from tests.outreach.activity_made import logged
from tests.oversight.duty_made import (
    AN_PHU,
    DISTRICT,
    LINES,
    WOMEN,
    guidance,
    in_state,
    published,
    read,
    report,
    sent,
)

from vidan.foundation.calendar import clock
from vidan.oversight.duty_kinds import ReportState
from vidan.oversight.models import Duty, DutyReport, Guidance, Plan, Programme
from vidan.oversight.services.report_step import accept_report

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/"


def word(lines: tuple[str, ...]) -> SimpleUploadedFile:
    document = Document()
    for line in lines:
        document.add_paragraph(line)
    out = BytesIO()
    document.save(out)
    return SimpleUploadedFile("ke-hoach.docx", out.getvalue())


def text_of(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return answer.content.decode()


def test_a_plan_is_read_from_word_and_confirmed(signed_in: Callable[[str], Client]) -> None:
    officer = signed_in("can-bo-quan")
    lines = ("KẾ HOẠCH", "PHỐI HỢP CẢI CÁCH HÀNH CHÍNH NĂM 2018", *LINES[1:])
    answer = officer.post(f"{DESK}ke-hoach/doc/", {"file": word(lines)})
    plan = Plan.objects.get()
    assert answer["Location"].endswith(f"{plan.code}/xac-nhan/")
    assert (plan.year, plan.title) == (2018, "KẾ HOẠCH PHỐI HỢP CẢI CÁCH HÀNH CHÍNH NĂM 2018")
    kept = plan.duties.get(clause="2.1")
    told: dict[str, object] = {"version": plan.version}
    for one in plan.duties.all():
        told |= {f"title_{one.pk}": one.title, f"rhythm_{one.pk}": one.rhythm}
    officer.post(f"{DESK}ke-hoach/{plan.code}/xac-nhan/", told | {f"keep_{kept.pk}": "on"})
    assert [one.title for one in plan.duties.all()] == ["Hằng quý tổ chức hội nghị tuyên truyền"]
    assert officer.get(f"{DESK}ke-hoach/{plan.code}/van-ban/").status_code == 200


def test_a_plan_without_year_is_asked_for_it_and_keeps_the_text(signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("can-bo-quan").post(f"{DESK}ke-hoach/doc/", {"text": "1. VIỆC\nLàm việc này."})
    assert answer.status_code == 422
    told = answer.content.decode()
    assert "Kế hoạch không ghi rõ tên hoặc năm" in told
    assert "Làm việc này." in told


@pytest.mark.parametrize("sent_", [{}, {"text": " "}])
def test_nothing_to_read_is_said(sent_: dict[str, str], signed_in: Callable[[str], Client]) -> None:
    answer = signed_in("can-bo-quan").post(f"{DESK}ke-hoach/doc/", sent_)
    assert (answer.status_code, Plan.objects.count()) == (422, 0)


def test_a_picture_is_no_plan(signed_in: Callable[[str], Client]) -> None:
    file = SimpleUploadedFile("a.docx", b"\x89PNG\r\n\x1a\n")
    answer = signed_in("can-bo-quan").post(f"{DESK}ke-hoach/doc/", {"file": file, "year": "2018", "title": "A"})
    assert (answer.status_code, Plan.objects.count()) == (422, 0)


def test_a_duty_is_assigned_to_every_ward_at_once(signed_in: Callable[[str], Client]) -> None:
    plan = published()
    duty = plan.duties.latest("position")
    told = {
        "version": duty.version,
        "title": duty.title,
        "words": duty.words,
        "clause": duty.clause,
        "rhythm": "year",
        "days": "7",
        "responsible": ["moi-phuong"],
        "taking_part": [WOMEN],
        "place": "contacts",
    }
    answer = signed_in("can-bo-quan").post(f"{DESK}nhiem-vu/{duty.code}/giao/", told)
    assert answer.status_code == 302
    wards = DutyReport.objects.filter(duty=duty)
    assert wards.count() == 11
    assert {one.due_on for one in wards} == {date(2019, 1, 9)}


def test_who_typed_on_an_old_page_is_told_and_keeps_his_words(signed_in: Callable[[str], Client]) -> None:
    one = sent()
    accept_report(code=one.code, actor=actor("lanh-dao"))
    told = {"version": one.version, "reason": "Xin ghi thêm số người dự."}
    answer = signed_in("can-bo-quan").post(f"{DESK}bao-cao-nhiem-vu/{one.code}/tra-ve/", told)
    assert answer.status_code == 422
    assert "Xin ghi thêm số người dự." in answer.content.decode()
    assert DutyReport.objects.get(pk=one.pk).state == ReportState.ACCEPTED


def test_a_ward_reports_with_its_number_filled_in(signed_in: Callable[[str], Client]) -> None:
    one = report()
    logged(on=date(2018, 3, 5))
    logged(on=date(2018, 3, 6))
    ward = signed_in("can-bo-phuong")
    page = text_of(ward, f"{DESK}bao-cao-nhiem-vu/{one.code}/viet/")
    assert 'name="counted" value="2"' in page
    ward.post(
        f"{DESK}bao-cao-nhiem-vu/{one.code}/viet/",
        {"version": one.version, "counted": "2", "words": "Hai buổi.", "send": "1"},
    )
    one.refresh_from_db()
    assert (one.state, one.counted) == (ReportState.SENT, 2)
    assert "nộp đúng hạn" in text_of(signed_in("can-bo-quan"), f"{DESK}bao-cao-nhiem-vu/{one.code}/")


def test_an_empty_report_is_refused_with_what_it_lacks(signed_in: Callable[[str], Client]) -> None:
    one = report()
    told = {"version": one.version, "counted": "5", "words": "", "send": "1"}
    answer = signed_in("can-bo-phuong").post(f"{DESK}bao-cao-nhiem-vu/{one.code}/viet/", told)
    assert answer.status_code == 422
    assert "cần lời báo cáo hoặc tệp kèm theo" in answer.content.decode()
    assert 'value="5"' in answer.content.decode()


def test_the_list_is_filtered_by_its_address(signed_in: Callable[[str], Client]) -> None:
    one = sent()
    officer = signed_in("can-bo-quan")
    with clock.at(datetime(2018, 4, 20, 9, tzinfo=clock.now().tzinfo)):
        late = text_of(officer, f"{DESK}bao-cao-nhiem-vu/?tinh-trang=tre")
        waiting = text_of(officer, f"{DESK}bao-cao-nhiem-vu/?tinh-trang=sent&don-vi={AN_PHU}")
    assert (one.code in late, late.count('class="gist"')) == (False, 1)
    assert (one.code in waiting, waiting.count('class="gist"')) == (True, 1)


@pytest.mark.parametrize("asked", ["tinh-trang=x", "nam=0000", "nam=x", "don-vi=%00", "sau=x", "nhiem-vu=%F0%9F%92%A9"])
def test_a_strange_address_is_no_fault(asked: str, signed_in: Callable[[str], Client]) -> None:
    published()
    assert signed_in("can-bo-quan").get(f"{DESK}bao-cao-nhiem-vu/?{asked}").status_code == 200


def test_units_and_years_stand_beside_each_other(signed_in: Callable[[str], Client]) -> None:
    accept_report(code=sent().code, actor=actor("can-bo-quan"))
    with clock.at(datetime(2018, 4, 20, 9, tzinfo=clock.now().tzinfo)):
        told = text_of(signed_in("can-bo-quan"), f"{DESK}bao-cao-nhiem-vu/so-sanh/")
    assert "1 / 1" in told
    assert "0 / 1" in told
    assert "1 / 2" in told
    assert "Hoạt động tuyên truyền đã tổ chức" in told


def test_everybody_reads_the_plan_in_force_and_no_draft(client: Client) -> None:
    read()
    assert "Chưa có kế hoạch nào được ban hành" in text_of(client, "/ke-hoach/")
    plan = published()
    told = text_of(client, "/ke-hoach/")
    assert plan.title in told
    assert "Công khai số điện thoại tiếp nhận phản ánh" in told
    assert "Giúp người dân hiểu quyền" not in told
    assert client.get("/ke-hoach/?nam=1999").status_code == 404


def test_a_programme_is_written_with_its_terms_shown_as_terms_of_the_programme(
    signed_in: Callable[[str], Client],
) -> None:
    officer = signed_in("can-bo-quan")
    told = {
        "partner": "ubnd-a-quan-2",
        "number": "308/CTPH-UBND-MTTQ",
        "title": "Giám sát",
        "signed_on": "29/12/2017",
        "first_year": "2017",
        "last_year": "2016",
    }
    assert officer.post(f"{DESK}chuong-trinh/ghi/", told).status_code == 422
    officer.post(f"{DESK}chuong-trinh/ghi/", told | {"last_year": "2020"})
    page = text_of(officer, f"{DESK}chuong-trinh/{Programme.objects.get().code}/")
    assert "CT-20" in page
    assert "theo Chương trình phối hợp, không phải luật định" in page


def test_guidance_is_written_changed_sent_and_taken_up(signed_in: Callable[[str], Client]) -> None:
    officer = signed_in("can-bo-quan")
    told = {"title": "Ghi sổ", "dated": "12/03/2018", "words": "Ghi ngay.", "units": [AN_PHU]}
    officer.post(f"{DESK}huong-dan/soan/", told)
    made = Guidance.objects.get()
    answer = officer.post(
        f"{DESK}huong-dan/{made.code}/sua/", told | {"version": made.version, "title": "Ghi sổ điện thoại"}
    )
    assert answer.status_code == 302
    officer.post(f"{DESK}huong-dan/{made.code}/gui/")
    ward = signed_in("can-bo-phuong")
    assert "Ghi sổ điện thoại" in text_of(ward, f"{DESK}huong-dan/")
    ward.post(f"{DESK}huong-dan/{made.code}/danh-dau/", {"accept": "1"})
    assert made.marks.get().accepted_on == date(2018, 3, 13)
    assert officer.get(f"{DESK}huong-dan/{made.code}/sua/").status_code == 302


@pytest.mark.parametrize("state", [ReportState.DRAFT, ReportState.SENT, ReportState.RETURNED, ReportState.ACCEPTED])
def test_each_state_offers_its_steps(state: ReportState, signed_in: Callable[[str], Client]) -> None:
    one = in_state(state)
    offered = {
        local: {step for step in ("viet", "nhan", "tra-ve") if f"{one.code}/{step}/" in page}
        for local in ("can-bo-phuong", "can-bo-quan")
        for page in (text_of(signed_in(local), f"{DESK}bao-cao-nhiem-vu/{one.code}/"),)
    }
    unit_writes = {"viet"} if state in (ReportState.DRAFT, ReportState.RETURNED) else set()
    front = {ReportState.SENT: {"nhan", "tra-ve"}, ReportState.ACCEPTED: {"tra-ve"}}
    assert offered == {"can-bo-phuong": unit_writes, "can-bo-quan": front.get(state, set())}


def test_the_duty_of_a_plan_is_said_done_with_what_shows_it(signed_in: Callable[[str], Client]) -> None:
    duty = published().duties.latest("position")
    officer = signed_in("can-bo-quan")
    assert officer.post(f"{DESK}nhiem-vu/{duty.code}/xong/", {"version": duty.version}).status_code == 422
    officer.post(f"{DESK}nhiem-vu/{duty.code}/xong/", {"version": duty.version, "note": "Đã niêm yết ở trụ sở."})
    assert "Đã niêm yết ở trụ sở." in text_of(officer, "/ke-hoach/")
    officer.post(f"{DESK}nhiem-vu/{duty.code}/chua-xong/")
    assert Duty.objects.get(pk=duty.pk).done_on is None
    assert unit(DISTRICT).pk == duty.plan.front_id


def test_a_unit_sees_the_guidance_that_waits(signed_in: Callable[[str], Client]) -> None:
    paper = guidance()
    assert paper.title in text_of(signed_in("phu-nu"), f"{DESK}huong-dan/")


def test_late_guidance_is_told_to_the_unit_and_to_the_front(signed_in: Callable[[str], Client]) -> None:
    paper = guidance()
    page = f"{DESK}huong-dan/{paper.code}/"
    assert "chậm nhất 20/03/2018" in text_of(signed_in("phu-nu"), f"{DESK}huong-dan/")
    with clock.at(datetime(2018, 3, 21, 9, tzinfo=clock.now().tzinfo)):
        union, officer = signed_in("phu-nu"), signed_in("can-bo-quan")
        for place in (f"{DESK}huong-dan/", page):
            assert "chưa nhận, đã quá ngày" in text_of(union, place)
        assert "2 nơi quá ngày" in text_of(officer, f"{DESK}huong-dan/")
        union.post(f"{page}danh-dau/", {"accept": "1"})
        assert "chưa nhận, đã quá ngày" not in text_of(union, page)
        assert "1 nơi quá ngày" in text_of(officer, f"{DESK}huong-dan/")
