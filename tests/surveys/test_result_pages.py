"""What everybody reads of results, what officers read before, and what nobody finds."""

import csv
import io
import json
from collections.abc import Callable

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.surveys.made import open_round, reply
from tests.surveys.result_made import published, replied

from vidan.surveys.kinds import RoundState
from vidan.surveys.models import ReplyText, SurveyRound
from vidan.surveys.results.snapshot import digest_of
from vidan.surveys.services.move import move_replies

pytestmark = pytest.mark.django_db

SignIn = Callable[[str], Client]
RESULT = "/khao-sat/ket-qua/ks-2018-01/"
DESK = "/ban-lam-viec/khao-sat/ks-2018-01/ket-qua/"
TEXTS = "/ban-lam-viec/khao-sat/ks-2018-01/loi-nguoi-dan/"


def read(place: str, client: Client | None = None, status: int = 200) -> str:
    answer = (client or Client()).get(place)
    assert answer.status_code == status, place
    return answer.content.decode()


def test_a_published_result_is_read_with_its_numbers_and_digest() -> None:
    round_ = published()
    assert round_.frozen is not None
    page = read(RESULT)
    weighted = round_.frozen["result"]["overall"]["weighted"]
    assert f"{weighted['index'].replace('.', ',')}%" in page
    assert round_.digest in page
    assert "Chưa phải kết quả" not in page
    assert "Từng đơn vị" in page
    english = read(f"/en{RESULT}")
    assert f"{weighted['index']}%" in english
    assert "Khoảng" not in english


def test_the_list_tells_of_open_and_published_rounds() -> None:
    assert "Chưa có kết quả nào được công bố" in read("/khao-sat/")
    round_ = published()
    open_round("ks-2018-02")
    SurveyRound.objects.filter(code="ks-2018-02").update(title="Đợt còn mở")
    page = read("/khao-sat/")
    assert round_.title in page
    assert "Đợt còn mở" in page
    assert "/khao-sat/ket-qua/ks-2018-02/" not in page


def test_the_list_is_paged_by_key(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vidan.surveys.views.results.PAGE", 2)
    for n in range(3):
        published(f"ks-{n}", title=f"Đợt thứ {n}")
    page = read("/khao-sat/")
    assert ["Đợt thứ 2" in page, "Đợt thứ 1" in page, "Đợt thứ 0" in page] == [True, True, False]
    assert "Đợt thứ 0" in read("/khao-sat/?sau=ks-1")


def test_an_open_round_is_followed_where_it_may_be_and_says_that_it_is_unfinished() -> None:
    replied(live=True)
    page = read(RESULT)
    assert "Chưa phải kết quả" in page
    assert "CSV" not in page
    read("/khao-sat/ket-qua/ks-2018-01.json", status=404)
    assert "Xem kết quả đến lúc này" in read("/khao-sat/")


@pytest.mark.parametrize(
    ("state", "live"), [(RoundState.OPEN, False), (RoundState.CLOSED, True), (RoundState.DRAFT, True)]
)
def test_nobody_reads_what_may_not_be_followed(state: RoundState, live: bool) -> None:
    replied(state=state, live=live)
    read(RESULT, status=404)


def test_a_live_round_advances_in_steps_of_ten_and_tells_nothing_of_fewer() -> None:
    round_ = open_round(live=True)
    assert "Chưa có phiếu nào" in read(RESULT)
    reply(round_, 9)
    move_replies()
    assert "Chưa có phiếu nào" in read(RESULT)
    reply(round_, 1)
    move_replies()
    page = read(RESULT)
    assert '<b class="num">100,00%</b>' in page
    reply(round_, 9)
    move_replies()
    assert read(RESULT) == page


def test_two_units_are_compared_and_others_are_not() -> None:
    published()
    page = read(f"{RESULT}?mot=mot-cua-a-an-phu&hai=mot-cua-a-thao-dien")
    assert "khoảng tin cậy 95% từ" in page
    for place in ("?mot=mot-cua-a-an-phu&hai=mot-cua-a-an-phu", "?mot=x&hai=y", "?mot=%01&hai="):
        assert "Chọn hai đơn vị khác nhau" in read(f"{RESULT}{place}")


def test_a_later_round_stands_beside_the_earlier_one() -> None:
    published("ks-2018-00", first_day="2018-02-01", last_day="2018-02-28")
    round_ = published()
    assert round_.frozen is not None
    earlier = round_.frozen["earlier"]
    assert earlier["code"] == "ks-2018-00"
    assert {row["of"] for row in earlier["rows"]} == {"overall", "factor", "item"}
    assert [(row["gap"], row["sure"]) for row in earlier["rows"]] == [("0.00", False)] * len(earlier["rows"])
    page = read(RESULT)
    assert "So với đợt trước" in page
    assert "/khao-sat/ket-qua/ks-2018-00/" in page


def test_json_is_what_was_frozen_with_its_digest() -> None:
    round_ = published()
    told = json.loads(read("/khao-sat/ket-qua/ks-2018-01.json"))
    assert told["digest"] == round_.digest == digest_of(told["result"])


def test_csv_and_xlsx_say_the_numbers_of_the_page() -> None:
    round_ = published()
    assert round_.frozen is not None
    rows = list(csv.DictReader(io.StringIO(read("/khao-sat/ket-qua/ks-2018-01.csv").lstrip("\ufeff"))))
    pooled = round_.frozen["result"]["overall"]["pooled"]
    line = next(row for row in rows if row["table"] == "all" and row["of"] == "pooled")
    assert (line["index_percent"], line["low_percent"], line["high_percent"]) == (
        pooled["index"],
        pooled["low"],
        pooled["high"],
    )
    assert {row["line"] for row in rows if row["table"] == "units"} == {
        unit["code"] for unit in round_.frozen["result"]["units"]
    }
    answer = Client().get("/khao-sat/ket-qua/ks-2018-01.xlsx")
    sheet = load_workbook(io.BytesIO(answer.content)).active
    assert sheet is not None
    assert sheet.max_row == len(rows) + 1


def test_no_output_tells_a_unit_of_few_replies() -> None:
    published(levels=((0, 4, 8, 20, 18), (3, 6, 9, 12, 10), (0, 0, 0, 2, 3)))
    few = "mot-cua-a-binh-an"
    told = json.loads(read("/khao-sat/ket-qua/ks-2018-01.json"))["result"]
    assert [unit["codes"] for unit in told["result"]["units"] if few in unit["codes"]] != [[few]]
    for place in (RESULT, "/khao-sat/ket-qua/ks-2018-01.csv"):
        assert f'"{few}"' not in read(place)
        assert f",{few}," not in read(place)


@pytest.mark.parametrize("form", ["pdf", "", "html"])
def test_no_other_form_is_given(form: str) -> None:
    published()
    read(f"/khao-sat/ket-qua/ks-2018-01.{form}", status=404)


def test_officers_read_before_and_the_head_publishes(signed_in: SignIn) -> None:
    round_ = replied(state=RoundState.CLOSED)
    officer, head = signed_in("can-bo-quan"), signed_in("lanh-dao")
    assert round_.title in read("/ban-lam-viec/ket-qua-khao-sat/", officer)
    assert "Lãnh đạo Mặt trận công bố" in read(DESK, officer)
    assert officer.post(f"{DESK}cong-bo/", {"version": round_.version}).status_code == 404
    assert "cong-bo/" in read(DESK, head)
    assert head.post(f"{DESK}cong-bo/", {"version": round_.version}).status_code == 302
    assert SurveyRound.objects.get().state == RoundState.PUBLISHED
    assert "Đã công bố ngày" in read(DESK, head)


@pytest.mark.parametrize("version", ["", "x", "-1", "9" * 40, "0", "\0"])
def test_a_publishing_that_does_not_fit_changes_nothing(version: str, signed_in: SignIn) -> None:
    replied(state=RoundState.CLOSED)
    answer = signed_in("lanh-dao").post(f"{DESK}cong-bo/", {"version": version})
    assert answer.status_code == 422
    assert SurveyRound.objects.get().state == RoundState.CLOSED


@pytest.mark.parametrize("local", ["can-bo-phuong", "chu-tich-ubnd", "mat-tran-tp", "theo-doi"])
def test_others_find_no_result_at_the_desk(local: str, signed_in: SignIn) -> None:
    replied(state=RoundState.CLOSED)
    client = signed_in(local)
    for place in (DESK, TEXTS, f"{TEXTS}tiep/", f"{TEXTS}{ReplyText.objects.all()[0].key}/"):
        read(place, client, 404)


def test_words_are_read_one_by_one(signed_in: SignIn) -> None:
    replied()
    client = signed_in("can-bo-quan")
    many = ReplyText.objects.count()
    first = ReplyText.objects.order_by("key")[0]
    page = read(f"{TEXTS}tiep/", client)
    assert "phải chờ lâu" in page
    assert f"Còn {many} lời" in page
    place = f"{TEXTS}{first.key}/"
    wrong = client.post(place, {"shown": "Gọi 0903 123 456", "read_before": ""})
    assert wrong.status_code == 422
    assert "Gọi 0903 123 456" in wrong.content.decode()
    assert "giống số điện thoại" in wrong.content.decode()
    assert client.post(place, {"shown": "Mong có ghế ngồi.", "read_before": ""}).status_code == 302
    assert "Mong có ghế ngồi." in read(TEXTS, client)
    late = client.post(place, {"shown": "Khác.", "read_before": ""})
    assert late.status_code == 422
    assert "vừa có người khác đọc" in late.content.decode()
    assert f"Còn {many - 1} lời" in read(f"{TEXTS}tiep/", client)


def test_a_word_that_does_not_open_is_said_so(signed_in: SignIn) -> None:
    replied()
    ReplyText.objects.update(body=b"xx")
    assert "Không mở được lời này" in read(f"{TEXTS}tiep/", signed_in("can-bo-quan"))


def test_when_all_words_are_read_the_page_says_so(signed_in: SignIn) -> None:
    replied()
    ReplyText.objects.update(read_by="x", withheld=True)
    assert "Không còn lời nào chưa đọc" in read(f"{TEXTS}tiep/", signed_in("can-bo-quan"))


def test_no_page_asks_the_database_more_than_ten_times(signed_in: SignIn) -> None:
    published("ks-2018-00", first_day="2018-02-01", last_day="2018-02-28")
    replied(live=True)
    officer = signed_in("can-bo-quan")
    places = [(Client(), place) for place in ("/khao-sat/", RESULT, "/khao-sat/ket-qua/ks-2018-00/")]
    places += [(officer, place) for place in ("/ban-lam-viec/ket-qua-khao-sat/", DESK, TEXTS, f"{TEXTS}tiep/")]
    for client, place in places:
        client.get(place)
        with CaptureQueriesContext(connection) as asked:
            assert client.get(place).status_code == 200
        assert len(asked) <= 10, (place, len(asked))
