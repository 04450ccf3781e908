"""The desk's pages of official surveys: recording, judging, publishing, writing, and what is told when something is wrong."""

import io
from collections.abc import Callable
from datetime import date
from decimal import Decimal

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.foundation.files.samples import jpg
from tests.surveys.made import open_round
from tests.surveys.official_made import (
    ADVICE,
    HEAD,
    OFFICER,
    fresh,
    judged,
    published,
    recorded,
    sent,
    shown,
    written,
)

from vidan.foundation.journal.models import Entry
from vidan.foundation.units.models import Area, Unit
from vidan.surveys.kinds import Finding, RoundState
from vidan.surveys.models import ChecklistFinding, OfficialSurvey, WatchLetter

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
DESK = "/ban-lam-viec/khao-sat-chinh-thuc/"
STEPS = ("cong-bo/", "chua-cong-bo/", "cong-van/", "cong-van/bo/", "cong-van/duyet/", "tra-loi/", "cong-khai/")
LAST = ("ket-thuc/", "mo-lai/")


def names(sentence: str, body: str) -> bool:
    """Whether a page says a sentence; a bare name of a field is looked for in the summary of what is wrong."""
    return (f'href="#id_{sentence}"' if sentence.isascii() and sentence.islower() else sentence) in body


def place(survey: OfficialSurvey, rest: str = "") -> str:
    return f"{DESK}{survey.code}/{rest}"


def text(client: Client, address: str) -> str:
    answer = client.get(address)
    assert answer.status_code == 200, address
    return answer.content.decode()


def told(**changed: object) -> dict[str, object]:
    """What a person types when recording a survey."""
    front = Unit.objects.get(slug="mttq-a-quan-2")
    return {
        "title": "Khảo sát năm 2017",
        "year": "2017",
        "body": Unit.objects.get(slug="phong-noi-vu-a-quan-2").pk,
        "body_name": "",
        "area": front.area_id,
        "mode": "post",
        "planned": "1.000",
        "publish_due": "01/02/2018",
        "due_basis": "kế hoạch",
    } | changed


def test_the_list_says_what_will_stand_there_until_a_survey_is_recorded(signed_in: SignIn) -> None:
    client = signed_in(OFFICER)
    assert "Chưa theo dõi cuộc khảo sát nào" in text(client, DESK)
    answer = client.post(f"{DESK}moi/", told())
    survey = OfficialSurvey.objects.get()
    assert (answer.status_code, answer.headers["Location"]) == (302, place(survey))
    assert (survey.planned, survey.publish_due) == (1000, date(2018, 2, 1))
    assert "Chưa công bố, trễ 40 ngày" in text(client, DESK)


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"title": ""}, "Tên cuộc khảo sát"),
        ({"body": "", "body_name": ""}, "Chọn cơ quan tổ chức"),
        ({"body_name": "Cục Thuế"}, "để trống ô này"),
        ({"due_basis": ""}, "văn bản hay lời hứa nào"),
        ({"publish_due": ""}, "Cần ghi ngày của hạn"),
        ({"first_day": "02/02/2018", "last_day": "01/02/2018"}, "Ngày cuối trước ngày đầu"),
        ({"decided_on": "01/02/2018"}, "Cần ghi số văn bản"),
        ({"publish_due": "31/02/2018"}, "publish_due"),
        ({"publish_due": "01/01/0001"}, "Ngày này quá xa"),
        ({"year": "99999999999999999999"}, "year"),
        ({"planned": "nhiều"}, "Ghi một số nguyên"),
        ({"planned": "9" * 30}, "planned"),
        ({"area": "9" * 30}, "area"),
        ({"area": "x"}, "area"),
        ({"mode": "\0"}, "mode"),
    ],
)
def test_what_does_not_go_together_is_told_and_nothing_is_written(
    changed: dict[str, object], sentence: str, signed_in: SignIn
) -> None:
    answer = signed_in(OFFICER).post(f"{DESK}moi/", told(**changed))
    assert answer.status_code == 422
    assert names(sentence, answer.content.decode())
    assert "kế hoạch" in answer.content.decode() or changed.get("due_basis") == ""
    assert not OfficialSurvey.objects.exists()


@pytest.mark.parametrize("typed", ["a\0b", "a\u200bb", "<script>alert(1)</script>", "{{ 7*7 }}", "=1+1", "\u202egnol"])
def test_a_hostile_name_is_stored_as_text_and_shown_escaped(typed: str, signed_in: SignIn) -> None:
    client = signed_in(OFFICER)
    assert client.post(f"{DESK}moi/", told(title=typed)).status_code == 302
    page = text(client, place(OfficialSurvey.objects.get()))
    assert "<script>alert" not in page
    assert "\0" not in page


def test_a_body_that_is_no_unit_of_ours_is_named(signed_in: SignIn) -> None:
    signed_in(OFFICER).post(f"{DESK}moi/", told(body="", body_name="Cục Thống kê"))
    assert OfficialSurvey.objects.get().ran_by == "Cục Thống kê"


def test_only_areas_of_the_fronts_own_line_are_offered(signed_in: SignIn) -> None:
    front = Unit.objects.get(slug="mttq-a-quan-2")
    foreign = Area.objects.exclude(level="city").exclude(pk=front.area_id).exclude(parent_id=front.area_id).first()
    assert foreign is not None
    assert signed_in(OFFICER).post(f"{DESK}moi/", told(area=foreign.pk)).status_code == 422


def test_what_is_known_is_put_right_on_the_same_form(signed_in: SignIn) -> None:
    survey = recorded()
    client = signed_in(OFFICER)
    assert "mục 4 Kế hoạch 120/KH-UBND" in text(client, place(survey, "sua/"))
    assert client.post(place(survey, "sua/"), told(version=survey.version, title="Tên đúng")).status_code == 302
    assert fresh(survey).title == "Tên đúng"
    second = client.post(place(survey, "sua/"), told(version=survey.version, title="Tên khác"))
    assert second.status_code == 422
    assert "Tên khác" in second.content.decode()
    assert "vừa được người khác thay đổi" in second.content.decode()


def test_the_list_is_filtered_by_its_address_and_goes_out_as_a_sheet(signed_in: SignIn) -> None:
    late = recorded()
    done = published(recorded(year=2016, title="=HYPERLINK(1)"), on=date(2018, 1, 2))
    client = signed_in(OFFICER)
    page = text(client, f"{DESK}?cong-bo=tre")
    assert late.code in page
    assert done.code not in page
    assert done.code in text(client, f"{DESK}?nam=2016&cong-bo=da")
    assert "Không có cuộc khảo sát nào như vậy" in text(client, f"{DESK}?nam=2015")
    assert late.code in text(client, f"{DESK}?nam=%00&cong-bo=nonsense&sau={'9' * 400}")
    book = load_workbook(io.BytesIO(client.get(f"{DESK}danh-sach.xlsx?nam=2016").content))
    rows = list(book.worksheets[0].iter_rows(values_only=True))
    assert [row[0] for row in rows[1:]] == [done.code]
    assert rows[1][2] == "=HYPERLINK(1)"
    assert book.worksheets[0]["C2"].data_type == "s"
    assert Entry.objects.filter(event="official_survey.export").count() == 1


def test_a_long_list_is_read_page_by_page_and_no_survey_is_left_out(
    signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("vidan.surveys.views.officials.PAGE", 2)
    codes = [recorded(year=2014 + n % 2).code for n in range(5)]
    client, address, seen = signed_in(OFFICER), DESK, []
    for _page in range(3):
        answer = client.get(address)
        seen += [one.code for one, _words, _tone in answer.context["rows"]]
        address = f"{DESK}?sau={answer.context['after']}"
    assert sorted(seen) == sorted(codes)
    assert len(set(seen)) == 5


def test_an_item_is_judged_and_the_next_one_follows(signed_in: SignIn) -> None:
    survey = recorded()
    client = signed_in(OFFICER)
    sent_ = {"version": survey.version, "finding": "no", "note": "Không nêu.", "link": "", "file": ""}
    first = client.post(place(survey, "dieu/decided/"), sent_)
    assert (first.status_code, first.headers["Location"]) == (302, place(survey, "dieu/method_before/"))
    assert ChecklistFinding.objects.get().note == "Không nêu."
    assert "Không nêu." in text(client, place(survey))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"finding": ""}, "Chọn một kết quả đối chiếu"),
        ({"finding": "maybe"}, "finding"),
        ({"note": ""}, "cần ghi căn cứ"),
        ({"link": "javascript:alert(1)"}, "không đọc được"),
        ({"link": "ftp://a.vn/x"}, "không đọc được"),
        ({"link": "https://" + "a" * 600}, "link"),
        ({"version": "0"}, "vừa được người khác thay đổi"),
        ({"version": "x"}, "version"),
    ],
)
def test_a_finding_that_lacks_something_is_told_and_kept(
    changed: dict[str, str], sentence: str, signed_in: SignIn
) -> None:
    survey = recorded()
    whole = {"version": str(survey.version), "finding": "no", "note": "Giữ lại.", "link": ""} | changed
    answer = signed_in(OFFICER).post(place(survey, "dieu/decided/"), whole)
    assert answer.status_code == 422
    assert names(sentence, answer.content.decode())
    assert not ChecklistFinding.objects.exists()


def test_evidence_is_judged_as_a_file_and_fetched_by_the_front_only(signed_in: SignIn) -> None:
    survey = recorded()
    client = signed_in(OFFICER)
    whole = {"version": survey.version, "finding": "yes", "note": "", "link": ""}
    bad = client.post(place(survey, "dieu/decided/"), whole | {"file": SimpleUploadedFile("a.exe", b"MZ\0\0")})
    assert bad.status_code == 422
    assert not ChecklistFinding.objects.exists()
    client.post(place(survey, "dieu/decided/"), whole | {"file": SimpleUploadedFile("a.jpg", jpg())})
    found = ChecklistFinding.objects.get()
    assert found.file is not None
    address = place(survey, f"tep/{found.file.name}/")
    assert address in text(client, place(survey))
    assert client.get(address).getvalue().startswith(b"\xff\xd8")
    assert Entry.objects.filter(event="official_survey.fetch", subject=survey.code).exists()
    assert signed_in("theo-doi").get(address).status_code == 404
    other = recorded()
    assert client.get(place(other, f"tep/{found.file.name}/")).status_code == 404


def test_a_publication_is_recorded_with_numbers_as_people_write_them(signed_in: SignIn) -> None:
    survey = recorded()
    whole = {
        "version": survey.version,
        "published_on": "12/03/2018",
        "published_where": "Cổng quận",
        "link": "quan2.gov.vn/ks",
        "index": "95,5 %".replace(" ", ""),
        "index_n": "1.388",
        "population": "20 000",
    }
    assert signed_in(OFFICER).post(place(survey, "cong-bo/"), whole).status_code == 302
    kept = fresh(survey)
    assert (kept.index, kept.index_n, kept.population) == (Decimal("95.50"), 1388, 20000)
    assert kept.link == "https://quan2.gov.vn/ks"
    assert "Đã công bố, trễ 39 ngày" in text(signed_in(OFFICER), place(survey))


@pytest.mark.parametrize(
    ("changed", "sentence"),
    [
        ({"published_on": "14/03/2018"}, "Ngày này chưa đến"),
        ({"published_where": ""}, "Công bố ở đâu"),
        ({"index": "101"}, "index"),
        ({"index": "NaN"}, "Ghi một tỷ lệ"),
        ({"index": "1e5"}, "index"),
        ({"index": ""}, "Cần ghi chỉ số"),
        ({"index_n": "0"}, "không thể tính trên 0 phiếu"),
        ({"population": "5"}, "ít hơn số phiếu"),
        ({"index_n": "-3"}, "index_n"),
    ],
)
def test_a_publication_that_cannot_be_is_told(changed: dict[str, str], sentence: str, signed_in: SignIn) -> None:
    survey = recorded()
    whole = {
        "version": str(survey.version),
        "published_on": "12/03/2018",
        "published_where": "Cổng quận",
        "index": "95,5",
        "index_n": "388",
    }
    answer = signed_in(OFFICER).post(place(survey, "cong-bo/"), whole | changed)
    assert answer.status_code == 422
    assert names(sentence, answer.content.decode())
    assert fresh(survey).published_on is None


def test_a_letter_goes_from_the_officer_to_the_head_and_its_answer_is_read(signed_in: SignIn) -> None:
    survey = judged(recorded())
    officer, head = signed_in(OFFICER), signed_in(HEAD)
    officer.post(place(survey, "cong-van/"), {"version": survey.version, "recommendations": ADVICE})
    letter = WatchLetter.objects.get()
    page = text(head, place(survey, "cong-van/duyet/"))
    assert "trễ 40 ngày" in page
    assert officer.get(place(survey, "cong-van/duyet/")).status_code == 404
    version = fresh(survey).version
    assert (
        head.post(place(survey, "cong-van/duyet/"), {"version": version, "paper": letter.paper_id}).status_code == 302
    )
    for form, begins in (("pdf", b"%PDF"), ("docx", b"PK")):
        assert officer.get(place(survey, f"cong-van/{letter.paper_id}.{form}")).content.startswith(begins)
    answer = {
        "version": fresh(survey).version,
        "paper": letter.paper_id,
        "number": "9/NV",
        "dated": "12/03/2018",
        "received_on": "13/03/2018",
        "text": "Sẽ công bố trong tháng.",
    }
    early = officer.post(place(survey, "tra-loi/"), answer | {"received_on": "11/03/2018"})
    assert early.status_code == 422
    assert officer.post(place(survey, "tra-loi/"), answer).status_code == 302
    assert "Sẽ công bố trong tháng." in text(officer, place(survey))


def test_what_is_past_leads_back_with_a_sentence(signed_in: SignIn) -> None:
    survey = recorded()
    officer, head = signed_in(OFFICER), signed_in(HEAD)
    assert officer.get(place(survey, "tra-loi/"), follow=True).context["survey"] == survey
    assert "Không có công văn nào chờ duyệt" in head.get(place(survey, "cong-van/duyet/"), follow=True).content.decode()
    answer = officer.post(place(survey, "ket-thuc/"), {"version": survey.version, "outcome": "Xong."})
    assert answer.status_code == 422
    assert "Còn điều chưa đối chiếu" in answer.content.decode()


def test_only_the_head_finds_the_way_to_the_public_page(signed_in: SignIn) -> None:
    survey = recorded()
    assert signed_in(OFFICER).get(place(survey, "cong-khai/")).status_code == 404
    head = signed_in(HEAD)
    assert head.post(place(survey, "cong-khai/"), {"version": survey.version}).status_code == 302
    assert fresh(survey).shown_on == date(2018, 3, 13)
    assert "Rút khỏi trang công khai" in text(head, place(survey, "cong-khai/"))


def test_a_closed_watch_offers_nothing_but_to_open_it_again(signed_in: SignIn) -> None:
    survey = judged(recorded(), Finding.YES)
    client = signed_in(OFFICER)
    client.post(place(survey, "ket-thuc/"), {"version": survey.version, "outcome": "Đã sửa cách hỏi."})
    page = text(client, place(survey))
    assert "Đã sửa cách hỏi." in page
    assert place(survey, "mo-lai/") in page
    assert place(survey, "cong-van/") not in page
    late = client.post(place(survey, "cong-van/"), {"version": fresh(survey).version, "recommendations": "Nữa."})
    assert late.status_code == 422
    assert "Việc theo dõi đã kết thúc" in late.content.decode()
    client.post(place(survey, "mo-lai/"), {"version": fresh(survey).version})
    assert fresh(survey).closed_on is None


@pytest.mark.parametrize("language", ["", "/en"])
@pytest.mark.parametrize("rest", ["", "sua/", "dieu/published/", *STEPS, *LAST])
def test_no_page_asks_more_than_ten_times(rest: str, language: str, signed_in: SignIn) -> None:
    survey = published(judged(recorded(round=open_round(state=RoundState.CLOSED))))
    sent(survey)
    written(survey)
    shown(survey)
    client = signed_in(HEAD)
    address = language + place(survey, rest)
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        answer = client.get(address)
    assert answer.status_code == 200
    assert len(asked) <= 10


def test_the_lists_ask_no_more_however_long_they_are(signed_in: SignIn) -> None:
    for _n in range(6):
        shown(recorded())
    client = signed_in(OFFICER)
    for address in (DESK, "/khao-sat/chinh-thuc/", "/ban-lam-viec/"):
        client.get(address)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(address).status_code == 200
        assert len(asked) <= 10, address
