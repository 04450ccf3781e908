"""The desk's pages of rounds: they show what stands, keep what was typed, and answer nobody who may not know."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from tests.cases.made import actor
from tests.surveys.made import questionnaire, reply
from tests.surveys.round_made import OFFICER, drafted, framed, fresh, opened, row

from vidan.foundation.journal.models import Entry
from vidan.foundation.sheets.read import workbook_rows
from vidan.surveys.kinds import RoundState, Way
from vidan.surveys.models import Invitation, SurveyRound
from vidan.surveys.services.move import move_replies

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/khao-sat/"
SignIn = Callable[[str], Client]


def heading(**told: Any) -> dict[str, Any]:
    usual = {
        "version": "1",
        "questionnaire": str(questionnaire().pk),
        "title": "Đợt thử",
        "first_day": "01/03/2018",
        "last_day": "31/03/2018",
        "error": "5",
        "ways": ["counter", "invitation"],
    }
    return usual | told


def at(round_: SurveyRound, *more: str) -> str:
    return f"{PLACE}{round_.code}/" + "".join(f"{one}/" for one in more)


def text(answer: Any) -> str:
    told: str = answer.content.decode()
    return told


def test_a_round_is_prepared_framed_and_opened_by_two_people(signed_in: SignIn) -> None:
    officer, head = signed_in(OFFICER), signed_in("lanh-dao")
    assert officer.post(f"{PLACE}lap/", heading())["Location"].endswith("/khung-mau/")
    round_ = SurveyRound.objects.get()
    added = {"version": "1", "counter": "an-phu", "procedure": ""}
    assert officer.post(at(round_, "khung-mau", "them"), added).status_code == 302
    pk = round_.strata.get().pk
    numbers = {"version": "2", f"population-{pk}": "1000", f"target-{pk}": "", f"quota-{pk}": "", "propose": "1"}
    assert officer.post(at(round_, "khung-mau"), numbers).status_code == 302
    assert round_.strata.get().target == 286
    page = text(head.get(at(round_)))
    assert "N = 1.000 lượt, sai số e = 5%: n = N / (1 + N × e²) = 1.000 / (1 + 1.000 × 0,05²) = 285,7" in page
    head.post(at(round_, "mo"), {"version": "3"})
    assert fresh(round_).state == RoundState.OPEN
    assert "đang lấy phiếu" in text(officer.get(PLACE))


def test_the_officer_is_offered_no_button_to_open(signed_in: SignIn) -> None:
    round_ = framed()
    assert 'action="/ban-lam-viec/khao-sat/' + round_.code + '/mo/"' not in text(signed_in(OFFICER).get(at(round_)))
    assert signed_in(OFFICER).post(at(round_, "mo"), {"version": round_.version}).status_code == 404


def test_what_was_typed_stays_when_something_is_wrong(signed_in: SignIn) -> None:
    answer = signed_in(OFFICER).post(f"{PLACE}lap/", heading(last_day="01/01/2018", purpose="Vì người dân"))
    assert answer.status_code == 422
    for words in ("Ngày cuối phải từ ngày đầu", 'value="01/01/2018"', "Vì người dân"):
        assert words in text(answer)


def test_without_a_published_questionnaire_the_page_says_what_to_do(signed_in: SignIn) -> None:
    assert "chưa công bố mẫu phiếu nào" in text(signed_in(OFFICER).get(f"{PLACE}lap/"))


def test_a_second_click_on_an_old_page_changes_nothing(signed_in: SignIn) -> None:
    round_ = drafted()
    client = signed_in(OFFICER)
    assert client.post(at(round_, "sua"), heading(title="Một")).status_code == 302
    answer = client.post(at(round_, "sua"), heading(title="Hai"))
    assert answer.status_code == 422
    assert "người khác thay đổi" in text(answer)
    assert client.post(at(round_, "sua"), heading(title="Hai", version="2")).status_code == 302


def test_a_frame_is_pasted_from_excel_with_or_without_names_of_columns(signed_in: SignIn) -> None:
    round_ = drafted()
    pasted = "Mã quầy\tThủ tục\tN\nan-phu\tKhai sinh\t1.240\t87\t\nAn-Phu\tChứng thực\t2 000\nbinh-an"
    assert (
        signed_in(OFFICER).post(at(round_, "khung-mau", "tu-bang-tinh"), {"version": "1", "text": pasted}).status_code
        == 302
    )
    rows = round_.strata.order_by("counter__code", "-procedure").values_list("counter__code", "procedure", "population")
    assert list(rows) == [("an-phu", "Khai sinh", 1240), ("an-phu", "Chứng thực", 2000), ("binh-an", "", None)]


def test_every_wrong_cell_of_a_frame_is_told_and_nothing_is_kept(signed_in: SignIn) -> None:
    round_ = framed()
    pasted = "an-phu\t\tnhiều\t0\nkhong-co\t\t5\n\nbinh-an\t" + "x" * 201
    answer = signed_in(OFFICER).post(
        at(round_, "khung-mau", "tu-bang-tinh"), {"version": round_.version, "text": pasted}
    )
    assert answer.status_code == 422
    for cell in ("Ô C1", "Ô D1", "Ô A2", "Ô B4"):
        assert cell in text(answer)
    assert "nhiều" in text(answer)
    assert [one.population for one in round_.strata.all()] == [1000]


def test_a_frame_goes_out_as_a_workbook_and_comes_back_as_it_was(signed_in: SignIn) -> None:
    round_ = framed(row("an-phu", "Khai sinh", population=10, target=5, quota=9), row("binh-an"))
    client = signed_in(OFFICER)
    data = b"".join(client.get(at(round_, "khung-mau") + "bang.xlsx"))
    assert len(workbook_rows(data)) == 3
    before = list(round_.strata.values_list("counter", "procedure", "population", "target", "quota"))
    file = SimpleUploadedFile("khung.xlsx", data)
    client.post(at(round_, "khung-mau", "tu-bang-tinh"), {"version": round_.version, "table": file})
    assert list(round_.strata.values_list("counter", "procedure", "population", "target", "quota")) == before
    assert fresh(round_).version == round_.version + 1


def test_a_stratum_is_taken_out_by_its_button(signed_in: SignIn) -> None:
    round_ = framed()
    pk = round_.strata.get().pk
    assert (
        signed_in(OFFICER).post(at(round_, "khung-mau"), {"version": round_.version, "remove": pk}).status_code == 302
    )
    assert not round_.strata.exists()


def test_the_interviewer_sees_the_round_and_counts_refusals_and_changes_nothing_else(signed_in: SignIn) -> None:
    round_ = opened(ways=(Way.INTERVIEWER,))
    client = signed_in("dieu-tra")
    assert client.get(at(round_)).status_code == 200
    told = {
        "stratum": round_.strata.get().pk,
        "on": "12/03/2018",
        "way": "interviewer",
        "outcome": "refused",
        "count": "3",
    }
    assert client.post(at(round_, "nguoi-khong-tra-loi"), told).status_code == 302
    assert "Từ chối trả lời" in text(client.get(at(round_, "nguoi-khong-tra-loi")))
    for place in ("sua", "khung-mau", "giay-moi", "mo", "dong", "bo"):
        assert client.post(at(round_, place)).status_code == 404, place


def test_the_response_rate_rests_on_those_who_were_asked(signed_in: SignIn) -> None:
    round_ = opened(ways=(Way.COUNTER, Way.INTERVIEWER))
    reply(round_, 10, way=Way.COUNTER)
    reply(round_, 10, way=Way.INTERVIEWER)
    move_replies()
    told = {
        "stratum": round_.strata.get().pk,
        "on": "12/03/2018",
        "way": "interviewer",
        "outcome": "refused",
        "count": "10",
    }
    client = signed_in(OFFICER)
    client.post(at(round_, "nguoi-khong-tra-loi"), told)
    assert "Tỷ lệ trả lời <b>50,0%</b> trên 20 người" in text(client.get(at(round_)))


def test_invitations_come_once_as_a_paper_and_only_their_number_is_journalled(signed_in: SignIn) -> None:
    round_ = opened()
    told = {"version": round_.version, "stratum": round_.strata.get().pk, "count": "3"}
    client = signed_in(OFFICER)
    paper = client.post(at(round_, "giay-moi"), told)
    assert b"".join(paper)[:5] == b"%PDF-"
    assert Invitation.objects.count() == 3
    assert Entry.objects.get(event="survey.invite").facts == {"counter": "an-phu", "count": 3}
    assert client.post(at(round_, "giay-moi"), told).status_code == 422
    assert "Đã làm 3 giấy mời" in text(client.get(at(round_, "giay-moi")))


@pytest.mark.parametrize("local", ["can-bo-phuong", "can-bo-ubnd", "theo-doi", "phu-nu", "bien-tap", "mat-tran-tp"])
def test_whom_it_does_not_concern_finds_nothing(local: str, signed_in: SignIn) -> None:
    round_ = opened()
    for place in (
        PLACE,
        at(round_),
        at(round_, "khung-mau"),
        at(round_, "nguoi-khong-tra-loi"),
        at(round_, "giay-moi"),
    ):
        assert signed_in(local).get(place).status_code == 404


def test_no_page_asks_the_database_more_than_ten_times(signed_in: SignIn) -> None:
    rows = [row(counter, f"Thủ tục {n}", population=100) for counter in ("an-phu", "binh-an") for n in range(12)]
    draft, round_ = framed(*rows), opened(*rows)
    client = signed_in("lanh-dao")
    places = [
        PLACE,
        f"{PLACE}lap/",
        at(draft),
        at(draft, "sua"),
        at(draft, "khung-mau"),
        at(draft, "khung-mau", "tu-bang-tinh"),
    ]
    places += [at(round_), at(round_, "nguoi-khong-tra-loi"), at(round_, "giay-moi")]
    for place in places:
        client.get(place)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(place).status_code == 200
        assert len(asked) <= 10, (place, [q["sql"] for q in asked.captured_queries])


def test_the_desk_reads_in_english(signed_in: SignIn) -> None:
    round_ = opened()
    assert actor(OFFICER).may("surveys.run")
    page = text(signed_in(OFFICER).get("/en" + at(round_)))
    assert "N = 1,000 visits, margin of error e = 5%" in page
    assert "Slovin's formula" in page or "Slovin&#x27;s formula" in page
