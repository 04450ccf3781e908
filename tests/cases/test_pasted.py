"""A list pasted from Excel: each fault by its cell, nothing is written while a row is wrong, no row is entered twice."""

import io
import re
from collections.abc import Callable, Sequence
from datetime import date
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook, load_workbook
from tests.outreach.procedure_made import published as published_procedure
from tests.test_canaries import rows_of_every_table, seen

from vidan.cases.kinds import Kind, Source
from vidan.cases.models import CaseFile, PastedRow
from vidan.cases.services.enter import AlreadyEntered
from vidan.cases.services.enter_list import enter_list
from vidan.foundation.intake.drafts import new_code
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.journal.models import Entry
from vidan.foundation.receipts.models import Receipt

pytestmark = pytest.mark.django_db

PLACE = "/ban-lam-viec/nhap-y-kien/dan-tu-excel/"
SignIn = Callable[[str], Client]
HEAD = (
    "Ngày nhận",
    "Nguồn",
    "Loại",
    "Nơi",
    "Nội dung",
    "Mong muốn",
    "Cách nêu tên",
    "Họ và tên",
    "Điện thoại",
    "Số người",
)
GOOD = (
    "12/03/2018",
    "thư, đơn",
    "phản ánh",
    "Một cửa Phường An Phú",
    "Hẹn lại ba lần",
    "",
    "không nêu tên",
    "",
    "",
    "",
)
NAMED = ("12/03/2018", "Điện thoại", "KHEN", "", "Hướng dẫn tận tình", "", "nêu tên", "Bà Thử", "0000 111 222", "3")


def pasted(*rows: Sequence[str]) -> str:
    return "\n".join("\t".join(row) for row in rows)


def test_a_row_may_name_the_procedure_in_its_last_cell(signed_in: SignIn) -> None:
    published_procedure()
    post(signed_in("can-bo-quan"), (*HEAD, "Thủ tục"), (*GOOD, "đăng ký khai sinh"), NAMED, save="1")
    assert sorted(CaseFile.objects.values_list("procedure", flat=True)) == ["", "khai-sinh"]


def post(client: Client, *rows: Sequence[str], **changed: Any) -> Any:
    return client.post(PLACE, {"draft": new_code(), "text": pasted(*rows)} | changed)


def save(client: Client, *rows: Sequence[str], **changed: Any) -> Any:
    return post(client, *rows, save="1", **changed)


def with_cell(column: int, text: str) -> tuple[str, ...]:
    return (*GOOD[:column], text, *GOOD[column + 1 :])


def codes_on(answer: Any) -> list[str]:
    slips = re.findall(r'class="digits">(.*?)</p>', answer.content.decode(), re.DOTALL)
    return ["".join(re.findall(r"<span>(\d{4})</span>", slip)) for slip in slips]


def test_looking_writes_nothing_and_shows_every_row(signed_in: SignIn) -> None:
    answer = post(signed_in("can-bo-quan"), HEAD, GOOD, NAMED)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert "2 dòng đúng" in page
    assert "Hướng dẫn tận tình" in page
    assert not CaseFile.objects.exists()


def test_each_row_becomes_a_case_with_a_receipt_that_opens_it(signed_in: SignIn) -> None:
    answer = save(signed_in("can-bo-quan"), HEAD, GOOD, NAMED)
    told = [(c.source, c.kind, c.teller_mode, c.people) for c in CaseFile.objects.order_by("pk")]
    assert told == [
        (Source.LETTER, Kind.FEEDBACK, TellerMode.ANONYMOUS, 1),
        (Source.HOTLINE, Kind.COMMENDATION, TellerMode.NAMED, 3),
    ]
    codes = codes_on(answer)
    for case, code in zip(CaseFile.objects.order_by("pk"), codes, strict=True):
        assert case.code in Client().post("/tra-cuu/", {"code": code}, follow=True).content.decode()
    assert answer.content.decode().count('class="slip large"') == 2
    assert Entry.objects.get(event="list.enter").facts == {"rows": 2}


def test_a_vietnamese_list_serves_an_officer_who_reads_english(signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(f"/en{PLACE}", {"text": pasted(HEAD, GOOD, NAMED), "save": "1"})
    assert len(codes_on(answer)) == 2


def test_a_second_click_prints_the_same_receipts(signed_in: SignIn) -> None:
    client, draft = signed_in("can-bo-quan"), new_code()
    first = codes_on(save(client, GOOD, NAMED, draft=draft))
    assert codes_on(save(client, GOOD, NAMED, draft=draft)) == first
    assert len(first) == Receipt.objects.count() == 2


def test_the_same_list_pasted_again_is_told_and_refused(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    save(client, HEAD, GOOD, NAMED)
    again = save(client, GOOD, NAMED, leave_out="1")
    assert again.status_code == 422
    assert f"là hồ sơ {CaseFile.objects.order_by('pk')[0].code}" in again.content.decode()
    assert CaseFile.objects.count() == 2


def test_another_front_may_have_the_same_row(signed_in: SignIn) -> None:
    save(signed_in("can-bo-quan"), GOOD)
    save(signed_in("can-bo-phuong"), GOOD)
    assert PastedRow.objects.values("front").distinct().count() == 2


def test_the_same_row_twice_in_one_list_is_told(signed_in: SignIn) -> None:
    assert "Dòng này giống hệt dòng 1." in post(signed_in("can-bo-quan"), GOOD, GOOD).content.decode()


@pytest.mark.parametrize(
    ("column", "text", "sentence"),
    [
        (0, "31/02/2018", None),
        (0, "", None),
        (0, "14/03/2018", "Ngày nhận chưa đến."),
        (0, "12/03/2017", "Ngày nhận đã quá 60 ngày."),
        (1, "bồ câu", "Không có từ này; ghi một trong: điện thoại;"),
        (1, "", "Chọn cách ý kiến này đến Mặt trận."),
        (2, "giận", "Không có từ này; ghi một trong: khen;"),
        (2, "tố cáo", "Khiếu nại, tố cáo tùy vào từng đơn"),
        (3, "Một cửa Mặt Trăng", "Không có nơi nào tên này."),
        (4, "", "Nội dung chưa có chữ nào."),
        (4, "=cmd|' /C calc'!A0", "Ô này là công thức."),
        (4, "a" * 20_001, "dài quá"),
        (6, "", "Hỏi người đó muốn nêu tên"),
        (6, "nêu tên", "thì cần họ và tên."),
        (7, "Bà Thử", "không phải là không nêu tên"),
        (9, "không", None),
        (9, "0", None),
        (9, "9" * 400, None),
    ],
)
def test_a_fault_is_told_at_its_cell_and_nothing_is_written(
    column: int, text: str, sentence: str | None, signed_in: SignIn
) -> None:
    answer = save(signed_in("can-bo-quan"), NAMED, with_cell(column, text))
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "1 dòng sai" in page
    assert 'class="errors"' in page
    assert sentence is None or sentence in page
    assert not CaseFile.objects.exists()


def test_wrong_rows_are_left_out_when_the_officer_says_so(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    answer = save(client, HEAD, GOOD, with_cell(0, "31/02/2018"), NAMED, leave_out="1")
    assert len(codes_on(answer)) == CaseFile.objects.count() == 2
    assert "Bỏ 1 dòng sai." in answer.content.decode()
    corrected = save(client, HEAD, GOOD, with_cell(0, "05/03/2018"), NAMED, leave_out="1")
    assert len(codes_on(corrected)) == 1
    assert CaseFile.objects.count() == 3


def test_an_empty_first_cell_shifts_no_column(signed_in: SignIn) -> None:
    page = post(signed_in("can-bo-quan"), with_cell(0, "")).content.decode()
    assert "Không có từ này" not in page
    assert "1 dòng sai" in page


def test_what_was_pasted_stays_on_the_page(signed_in: SignIn) -> None:
    page = save(signed_in("can-bo-quan"), with_cell(0, "31/02/2018")).content.decode()
    assert "31/02/2018\tthư, đơn" in page


@pytest.mark.parametrize(
    ("text", "sentence"),
    [
        pytest.param("", "Chưa có dòng nào.", id="nothing"),
        pytest.param("  \n\t\n", "Chưa có dòng nào.", id="blank"),
        pytest.param(pasted(HEAD), "Chưa có dòng nào.", id="only the heading"),
        pytest.param(pasted(*[GOOD] * 201), "có 201 dòng; mỗi lần nhập tối đa 200", id="201 rows"),
        pytest.param(pasted(*[GOOD] * 10_000), "có 10000 dòng", id="10,000 rows"),
        pytest.param('"' + "a" * 140_000, "Không đọc được bảng này.", id="a cell without end"),
        pytest.param("\t".join("abcdefghijklmn"), "hơn 11 ô", id="too many columns"),
        pytest.param(
            "\ud800\t\ud800".encode("utf-8", "surrogatepass").decode("utf-8", "replace"), "1 dòng sai", id="surrogates"
        ),
        pytest.param("a\0b\tc", "1 dòng sai", id="NUL"),
    ],
)
def test_a_list_that_cannot_be_entered_is_told(text: str, sentence: str, signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(PLACE, {"text": text, "save": "1", "leave_out": "1"})
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert not CaseFile.objects.exists()


def test_a_workbook_fills_the_page_so_that_it_can_be_corrected_there(signed_in: SignIn) -> None:
    made, out = Workbook(), io.BytesIO()
    for row in (HEAD, (date(2018, 3, 12), *GOOD[1:-1], 2)):
        made.active.append(row)  # type: ignore[union-attr] # a new workbook has a sheet
    made.save(out)
    client = signed_in("can-bo-quan")
    answer = client.post(PLACE, {"text": "", "table": SimpleUploadedFile("ds.xlsx", out.getvalue())})
    assert "1 dòng đúng" in answer.content.decode()
    assert (
        "12/03/2018\t&quot;thư, đơn&quot;" in answer.content.decode()
        or "12/03/2018\tthư, đơn" in answer.content.decode()
    )


def test_a_file_that_is_no_workbook_is_told(signed_in: SignIn) -> None:
    answer = signed_in("can-bo-quan").post(PLACE, {"table": SimpleUploadedFile("ds.xlsx", b"MZ" * 90)})
    assert answer.status_code == 422
    assert 'role="alert"' in answer.content.decode()


def test_the_template_is_a_list_that_can_be_read_back(signed_in: SignIn) -> None:
    client = signed_in("can-bo-quan")
    data = b"".join(client.get(f"{PLACE}bang-mau.xlsx"))
    assert load_workbook(io.BytesIO(data)).worksheets[0].max_column == 11
    assert "1 dòng đúng" in client.post(PLACE, {"table": SimpleUploadedFile("a.xlsx", data)}).content.decode()


def test_who_is_named_in_a_list_lies_sealed_in_every_table(signed_in: SignIn) -> None:
    canary = "canarylistzq"
    save(signed_in("can-bo-quan"), (*NAMED[:4], canary, canary, "nêu tên", canary, canary, "1"))
    assert CaseFile.objects.count() == 1
    assert [table for table, value in rows_of_every_table() if seen(value, [canary])] == []


def test_two_officers_with_one_list_enter_it_once(signed_in: SignIn, monkeypatch: pytest.MonkeyPatch) -> None:
    def late(**told: Any) -> Any:
        raise AlreadyEntered

    monkeypatch.setattr("vidan.cases.views.pasted.enter_list", late)
    answer = save(signed_in("can-bo-quan"), GOOD)
    assert answer.status_code == 422
    assert "vừa được người khác nhập" in answer.content.decode()
    assert enter_list is not late
