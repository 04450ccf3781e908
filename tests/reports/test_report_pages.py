"""The pages of reports, as officers, heads, the City's Front and everybody meet them."""

import io
import json
from collections.abc import Callable
from datetime import date, datetime
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from django.test import Client
from docx import Document
from openpyxl import load_workbook
from pytest_django import Settings
from tests.cases.made import FRONT, made, unit
from tests.reports.report_made import OFFICER, counted, reported, wrote

from vidan.cases.kinds import State as CaseState
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import Scope, declared, read_figures, read_spans
from vidan.foundation.figures.sum_up import sum_up
from vidan.reports.covered import covered_by
from vidan.reports.kinds import State
from vidan.reports.models import OutlineVersion, Report, SectionText
from vidan.reports.overview import tiles_written

pytestmark = pytest.mark.django_db

DESK = "/ban-lam-viec/bao-cao/"


def page(client: Client, place: str) -> str:
    answer = client.get(place)
    assert answer.status_code == 200, place
    return str(answer.content.decode())


def test_a_report_is_opened_with_the_numbers_of_its_period(signed_in: Callable[[str], Client]) -> None:
    counted("cases.received", n=7)
    client = signed_in(OFFICER)
    told = {"front": unit(FRONT).pk, "period": "quarter-2018-1", "cut_off": ""}
    answer = client.post(f"{DESK}mo/", told, follow=True)
    assert "Đã tiếp nhận 7 ý kiến" in answer.content.decode()
    report = Report.objects.get()
    assert report.cut_off == date(2018, 3, 13)
    again = client.post(f"{DESK}mo/", told)
    assert again.status_code == 422
    assert "Kỳ này đã có báo cáo" in again.content.decode()
    assert list(again.context["form"].errors) == ["period"]
    late = client.post(f"{DESK}mo/", told | {"period": "half-2018-1", "cut_off": "30/06/2018"})
    assert list(late.context["form"].errors) == ["cut_off"]


def test_what_is_dated_apart_is_told_beside_its_whole_and_without_a_share(signed_in: Callable[[str], Client]) -> None:
    """Three proposals of the year before are decided in this one, in which two were sent."""
    counted("cases.decided", n=3, mark="accepted")
    counted("cases.proposed", n=2)
    shown = page(signed_in("lanh-dao"), "/ban-lam-viec/nam/")
    assert "3, so với 2" in shown
    assert "150" not in shown


def test_a_number_leads_to_the_list_of_its_records(signed_in: Callable[[str], Client]) -> None:
    for _ in range(3):
        made(CaseState.RECEIVED)
    report = reported()
    client = signed_in(OFFICER)
    place = "/ban-lam-viec/ho-so/?ky=da-nhan&tu=2018-01-01&den=2018-03-13"
    shown = page(client, f"{DESK}{report.code}/").replace("&amp;", "&")
    assert f'<a href="{place}">3<' in shown
    assert page(client, place).count("PA-2018-") >= 3


def test_every_figure_of_the_heads_year_leads_to_a_list() -> None:
    names = [name for tile in tiles_written() for name in tile["figures"]]
    assert [name for name in names if not declared(name).records] == []


def test_the_list_behind_what_was_verified_holds_those_cases_alone(signed_in: Callable[[str], Client]) -> None:
    verified, other = made(CaseState.VERIFIED), made(CaseState.ANSWERED)
    shown = page(signed_in(OFFICER), "/ban-lam-viec/ho-so/?ky=xac-minh&tu=2018-01-01&den=2018-12-31")
    assert verified.code in shown
    assert other.code not in shown


def test_a_text_that_cites_nothing_known_is_kept_and_refused(signed_in: Callable[[str], Client]) -> None:
    report = reported()
    typed = {"text": "Có {cases.recieved} ý kiến.", "version": 1}
    answer = signed_in(OFFICER).post(f"{DESK}{report.code}/phan/petitions/", typed)
    assert answer.status_code == 422
    assert "{cases.recieved}" in answer.content.decode()
    assert SectionText.objects.get(section="petitions").version == 1


def test_what_the_second_typed_is_kept_beside_what_the_first_saved(signed_in: Callable[[str], Client]) -> None:
    report = reported()
    wrote(report, "petitions", "Người thứ nhất viết.", "can-bo-quan-2")
    client = signed_in(OFFICER)
    place = f"{DESK}{report.code}/phan/petitions/"
    answer = client.post(place, {"text": "Người thứ hai viết.", "version": 1})
    shown = answer.content.decode()
    assert answer.status_code == 422
    assert "Người thứ hai viết." in shown
    assert "Người thứ nhất viết." in shown
    assert client.post(place, {"text": "Người thứ hai viết.", "version": 2}).status_code == 302


def test_the_head_signs_only_after_reading_what_is_doubtful(signed_in: Callable[[str], Client]) -> None:
    report = reported(State.SUBMITTED)
    client = signed_in("lanh-dao")
    place = f"{DESK}{report.code}/duyet/"
    assert "cả kỳ chưa ghi nhận gì" in page(client, place)
    assert client.post(place, {"version": report.version}).status_code == 422
    assert client.post(place, {"version": report.version, "seen": "on"}).status_code == 302
    assert Report.objects.get().state == State.APPROVED


def test_the_files_of_a_report_open_and_say_the_same(signed_in: Callable[[str], Client]) -> None:
    counted("cases.received", n=1234)
    report = reported(State.SENT)
    client = signed_in("mat-tran-tp")

    def file(form: str) -> bytes:
        answer = client.get(f"{DESK}{report.code}/tep/{form}/")
        assert answer.status_code == 200
        return bytes(answer.content)

    told = json.loads(file("json"))
    assert (told["digest"], told["number"]) == (report.digest, "01/BC-MTTQ-BTT")
    document = Document(io.BytesIO(file("docx")))
    words = [line.text for line in document.paragraphs]
    assert any(line.startswith("Đã tiếp nhận 1.234 ý kiến") for line in words)
    assert "TM. BAN THƯỜNG TRỰC" in document.tables[-2].rows[0].cells[1].text
    assert document.tables[-1].rows[-1].cells[1].text == "1.234"
    book = load_workbook(io.BytesIO(file("xlsx")))
    assert book.sheetnames == ["Số liệu", "Phụ lục. Số liệu theo địa bàn"]
    assert {row[2].value: row[3].value for row in book["Số liệu"]}["cases.received"] == 1234
    pdf = pypdfium2.PdfDocument(file("pdf"))
    text = "".join(one.get_textpage().get_text_range() for one in pdf).replace("\r\n", " ")
    assert "Đã tiếp nhận 1.234 ý kiến" in text
    assert b"pdfaid" in file("pdf")
    assert len(pypdfium2.PdfDocument(file("tom-tat"))) == 1


def test_everybody_reads_no_small_number_of_peoples_words(client: Client, settings: Settings) -> None:
    counted("cases.received", n=2)
    counted("outreach.activities", n=2, about=FRONT)
    report = reported(State.SENT)
    shown = page(client, f"/bao-cao/{report.code}/")
    assert f"Đã tiếp nhận dưới {settings.SMALL_NUMBER} ý kiến" in shown
    assert "tiếp nhận 2" not in shown
    assert "Đã tổ chức 2 hoạt động" in shown
    assert report.code in page(client, "/bao-cao/")


def test_the_city_reads_the_reports_of_its_units_side_by_side_with_their_sum(
    signed_in: Callable[[str], Client],
) -> None:
    counted("cases.received", n=7)
    report = reported(State.SENT)
    counted("cases.received", n=2)
    client = signed_in("mat-tran-tp")
    shown = page(client, f"{DESK}cac-don-vi/?ky=quarter-2018-1&phan=petitions")
    assert report.front.short_name in shown
    assert "<b>7</b>" in shown
    label = declared("cases.received").label
    assert f'<td class="right num"><span class="narrow-label">{label}: </span>9</td>' in shown, "said on a telephone"
    sheet = client.get(f"{DESK}cac-don-vi/bang.xlsx?ky=quarter-2018-1")
    rows = list(load_workbook(io.BytesIO(sheet.content))["2. petitions"].values)
    assert rows[3][:2] == ("Tổng các báo cáo", 7)


def test_work_of_a_unit_that_was_reorganised_counts_in_the_place_of_who_stands_there_now() -> None:
    with clock.at(datetime(2021, 12, 20, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))):
        city = unit("mttq-tp-ho-chi-minh")
        covered = covered_by(city.pk, date(2021, 12, 20), below=True)
        assert covered.names[covered.row_of[unit(FRONT).pk]] == unit("mttq-b-thanh-pho-thu-duc").short_name


def test_a_fronts_own_template_is_used_from_then_on(signed_in: Callable[[str], Client]) -> None:
    client = signed_in(OFFICER)
    place = f"{DESK}mau/quarter/criticism/"
    told = {"number": 0, "title": "IV. Phản biện", "text": "Có {consultations.points} điểm.", "figures": "cases.gone"}
    assert client.post(place, told).status_code == 422
    assert client.post(place, told | {"figures": "consultations.points"}).status_code == 302
    assert client.post(place, told | {"figures": "consultations.points"}).status_code == 422, "somebody was faster"
    assert client.post(f"{DESK}mau/quarter/moi/", told | {"number": 1, "figures": ""}).status_code == 302
    assert (
        client.post(f"{DESK}mau/quarter/attitude/", told | {"number": 2, "figures": "", "drop": "1"}).status_code == 302
    )
    assert OutlineVersion.objects.count() == 3
    report = reported()
    codes = [part["code"] for part in report.outline["sections"]]
    assert codes == ["dissemination", "petitions", "criticism", "inspections", "recommendations", "part_1"]
    assert "IV. Phản biện" in page(client, f"{DESK}{report.code}/")


def test_the_year_of_the_head_tells_what_is_there_and_what_waits(signed_in: Callable[[str], Client]) -> None:
    counted("cases.received", n=41)
    counted("cases.received", n=3, on=date(2018, 3, 10))
    report = reported(State.SUBMITTED)
    shown = page(signed_in("lanh-dao"), "/ban-lam-viec/nam/")
    assert ">44</a>" in shown.replace("\n", "")
    assert "+3</b>" in shown
    assert f"{DESK}{report.code}/duyet/" in shown
    assert f"{DESK}{report.code}/duyet/" not in page(signed_in(OFFICER), "/ban-lam-viec/nam/")


def test_several_spans_are_read_by_one_query_and_say_what_each_says_alone(
    django_assert_num_queries: Any,
) -> None:
    for day in (date(2018, 1, 31), date(2018, 2, 1), date(2018, 3, 12)):
        counted("cases.received", n=2, on=day)
    sum_up()
    counted("cases.received", n=5, on=date(2018, 2, 14))
    spans = {
        "year": Scope(date(2018, 1, 1), date(2018, 12, 31)),
        "february": Scope(date(2018, 2, 1), date(2018, 2, 28)),
        "days": Scope(date(2018, 3, 10), date(2018, 3, 13)),
    }
    with django_assert_num_queries(1):
        told = read_spans(["cases.received", "cases.answered_on_time"], spans)
    assert {name: values["cases.received"].count for name, values in told.items()} == {
        "year": 11,
        "february": 7,
        "days": 2,
    }
    for name, scope in spans.items():
        assert told[name] == read_figures(["cases.received", "cases.answered_on_time"], scope)
