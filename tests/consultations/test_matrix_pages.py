"""The public matrix: who spoke, each point with its answer, as a page and as data."""

import csv
import io
import json
from collections.abc import Callable
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from openpyxl import load_workbook
from tests.cases.made import actor
from tests.consultations.made import HEAD, OFFICER, drafted, fresh
from tests.consultations.points_made import ANSWERS, ASSESSED, CODE, answered, gathering, sent, submitted, urged

from vidan.consultations.answers import Told
from vidan.consultations.kinds import State, Verdict
from vidan.consultations.services.answer import record_answers, take_answer
from vidan.consultations.services.criticise import send, submit
from vidan.consultations.services.write_points import Words, add_point
from vidan.foundation.calendar import clock

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
PAGE = f"/gop-y-du-thao/{CODE}/ket-qua/"
LATE = datetime(2018, 4, 20, 9, 0, tzinfo=ZoneInfo("Asia/Ho_Chi_Minh"))


def test_everybody_reads_each_point_with_its_answer_and_reason() -> None:
    answered()
    page = Client().get(PAGE).content.decode()
    assert "Bỏ điều kiện sống một mình." in page
    assert "Giấy tờ phải ký lại thì cần năm ngày." in page
    assert "Mặt trận ghi nhận hộ" in page


def test_who_spoke_is_told_in_numbers() -> None:
    answered()
    page = Client().get(PAGE).content.decode()
    assert "Người dân, tổ chức góp ý trên trang" in page
    assert "5 ý kiến" in page


def test_before_it_is_sent_the_page_says_what_will_stand_there() -> None:
    submitted()
    page = Client().get(PAGE)
    assert page.status_code == 200
    assert "Mặt trận chưa gửi văn bản phản biện" in page.content.decode()
    assert "Bỏ điều kiện" not in page.content.decode()


def test_a_draft_that_is_not_open_yet_is_not_there() -> None:
    drafted(State.REGISTERED)
    assert Client().get(PAGE).status_code == 404


@pytest.mark.parametrize(
    ("asked", "shown"),
    [
        ({"tra-loi": "tiep-thu"}, [1]),
        ({"tra-loi": "mot-phan"}, [2]),
        ({"tra-loi": "chua"}, [3]),
        ({"cho": "Điều 3"}, [2]),
        ({"cho": "ca-du-thao"}, [3]),
        ({"tra-loi": "x", "sau": "2"}, [3]),
        ({"tra-loi": "khong"}, []),
        ({"sau": "9" * 40, "cho": "\0"}, [1, 2, 3]),
    ],
)
def test_points_are_asked_for_in_the_address(asked: dict[str, str], shown: list[int]) -> None:
    answered(answers=ANSWERS[:2])
    page = Client().get(PAGE, asked)
    assert page.status_code == 200
    assert [point.number for point in page.context["points"]] == shown


def test_the_summary_stands_on_top_once_it_is_over() -> None:
    draft = answered()
    draft.closing = "Hai trên ba điểm được tiếp thu."
    draft.save()
    assert "Hai trên ba điểm" not in Client().get(PAGE).content.decode()
    draft.closed_on = clock.today()
    draft.save()
    page = Client().get(PAGE).content.decode()
    assert page.index("Hai trên ba điểm") < page.index("Ai đã góp ý")


def test_an_answer_that_was_put_right_shows_what_stood_before() -> None:
    answered()
    record_answers(code=CODE, answers=[Told(number=3, verdict=Verdict.ACCEPTED)], actor=actor(OFFICER))
    page = Client().get(PAGE).content.decode()
    assert "Trả lời trước khi sửa" in page
    assert "Không tiếp thu: Kinh phí do nghị quyết" in page


def test_a_late_answer_is_told_as_late_by_the_programme() -> None:
    sent()
    with clock.at(LATE):
        urged()
        page = Client().get(PAGE).content.decode()
    assert "Trễ 13 ngày làm việc" in page
    assert "theo Chương trình phối hợp" in page
    assert "Đã đôn đốc 1 lần." in page


def test_the_sent_papers_are_everybodys() -> None:
    sent()
    with clock.at(LATE):
        urged()
    for which in ("phan-bien", "don-doc-1"):
        answer = Client().get(f"{PAGE}{which}.docx")
        assert answer.content[:2] == b"PK"
    assert Client().get(f"{PAGE}don-doc-2.docx").status_code == 404
    assert Client().get(f"{PAGE}phan-bien.exe").status_code == 404


def test_the_matrix_comes_as_csv_without_formulas() -> None:
    answered(answers=[Told(number=1, verdict=Verdict.ACCEPTED, clause="=cmd()"), *ANSWERS[1:]])
    told = Client().get(f"/gop-y-du-thao/{CODE}/ket-qua.csv").content.decode("utf-8-sig")
    rows = list(csv.DictReader(io.StringIO(told)))
    assert [row["verdict"] for row in rows] == ["accepted", "partly", "refused"]
    assert rows[0]["clause"] == "'=cmd()"


def test_the_matrix_comes_as_json() -> None:
    answered()
    told = json.loads(Client().get(f"/gop-y-du-thao/{CODE}/ket-qua.json").content)
    assert told["document"] == "01/MTTQ-BTT"
    assert told["points"][2]["reason"].startswith("Kinh phí")
    assert told["spoken"]["sources"] == {"public": 5, "expert": 1}
    assert told["assessment"] == ASSESSED


def test_everybody_reads_the_general_assessment_once_the_document_is_sent() -> None:
    first = ASSESSED.split("\n")[0]
    submitted()
    assert first not in Client().get(f"/gop-y-du-thao/{CODE}/ket-qua/").content.decode()
    send(code=CODE, actor=actor(HEAD))
    assert first in Client().get(f"/gop-y-du-thao/{CODE}/ket-qua/").content.decode()


def test_the_matrix_comes_as_a_workbook() -> None:
    answered()
    data = Client().get(f"/gop-y-du-thao/{CODE}/ket-qua.xlsx").content
    sheet = load_workbook(io.BytesIO(data)).worksheets[0]
    assert [row[7].value for row in sheet.iter_rows(min_row=2)] == ["accepted", "partly", "refused"]


@pytest.mark.parametrize("form", ["pdf", "exe"])
def test_there_is_no_other_form(form: str) -> None:
    answered()
    assert Client().get(f"/gop-y-du-thao/{CODE}/ket-qua.{form}").status_code == 404


def test_before_it_is_sent_there_is_no_data() -> None:
    submitted()
    assert Client().get(f"/gop-y-du-thao/{CODE}/ket-qua.json").status_code == 404


def test_the_page_asks_the_database_no_more_often_for_more_points() -> None:
    draft = gathering()
    for n in range(70):
        add_point(code=CODE, words=Words(text=f"Điểm {n}"), actor=actor(OFFICER))
    submit(code=CODE, actor=actor(OFFICER))
    send(code=CODE, actor=actor("lanh-dao"))
    assert fresh(draft).paper is not None
    Client().get(PAGE)
    with CaptureQueriesContext(connection) as asked:
        page = Client().get(PAGE)
    assert page.context["after"] == 60
    assert len(asked) <= 10


def test_when_all_is_answered_in_time_the_page_says_so() -> None:
    answered()
    take_answer(code=CODE, actor=actor(OFFICER))
    assert "Trả lời đủ ngày 13/03/2018, trong hạn." in Client().get(PAGE).content.decode()
