"""The annex that goes out as a table and comes back with answers."""

import io
from collections.abc import Callable, Sequence
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from docx import Document
from openpyxl import load_workbook
from tests.cases.made import actor
from tests.consultations.made import OFFICER
from tests.consultations.points_made import ANSWERER, ANSWERS, CODE, answered, on_paper, point, sent

from vidan.consultations.annex import cells_of, headings, read_lines, rows_of
from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Disposition
from vidan.consultations.services.answer import answer
from vidan.foundation.sheets.write import Cell, as_xlsx

pytestmark = pytest.mark.django_db
SignedIn = Callable[[str], Client]
PAGE = f"/ban-lam-viec/phan-bien/{CODE}/tra-loi/bang/"
FILLED = (
    ("tiếp thu", "", "Điều 2 khoản 1"),
    ("Tiếp thu một phần", "Phải ký lại.", "Điều 3"),
    ("KHÔNG TIẾP THU", "Việc khác.", ""),
)


def _read(rows: Sequence[Sequence[str]], numbers: Sequence[int] = ()) -> Any:
    return read_lines(cells_of([(n, list(row)) for n, row in enumerate(rows, start=1)]), sent())


def _row(number: str = "1", verdict: str = "tiếp thu", reason: str = "", clause: str = "") -> list[str]:
    return [number, "", "", "", verdict, reason, clause]


def _workbook(filled: Sequence[tuple[str, str, str]]) -> bytes:
    rows: list[tuple[Cell, ...]] = [(n, "", "", 0, *told) for n, told in enumerate(filled, start=1)]
    return as_xlsx("Bảng", headings(), rows, note="Ghi chú")


def _word(filled: Sequence[tuple[str, str, str]]) -> bytes:
    document = Document()
    document.add_table(rows=1, cols=2).rows[0].cells[0].text = "Ủy ban nhân dân"
    table = document.add_table(rows=1, cols=7)
    for cell, heading in zip(table.rows[0].cells, headings(), strict=True):
        cell.text = heading
    for n, told in enumerate(filled, start=1):
        for cell, text in zip(table.add_row().cells, [str(n), "", "", "", *told], strict=True):
            cell.text = text
    file = io.BytesIO()
    document.save(file)
    return file.getvalue()


def _upload(data: bytes, name: str = "bang.xlsx") -> SimpleUploadedFile:
    return SimpleUploadedFile(name, data)


def test_the_annex_holds_what_is_asked_and_room_for_the_answer() -> None:
    row = rows_of(sent().points.select_related("disposition"))[0]
    assert row[:2] == (1, "Điều 2 khoản 1")
    assert "Kiến nghị: Bỏ điều kiện sống một mình." in str(row[2])
    assert row[3:] == (1, "", "", "")


def test_the_annex_shows_what_is_answered_already() -> None:
    row = rows_of(answered().points.select_related("disposition"))[1]
    assert row[4:] == ("tiếp thu một phần", "Giấy tờ phải ký lại thì cần năm ngày.", "Điều 3")


@pytest.mark.parametrize("make", [_workbook, _word])
def test_the_filled_annex_is_taken_as_a_file(signed_in: SignedIn, make: Callable[..., bytes]) -> None:
    draft = sent()
    reply = signed_in(ANSWERER).post(PAGE, {"table": _upload(make(FILLED))})
    assert reply.status_code == 302
    verdicts = [point(draft, n).disposition.verdict for n in (1, 2, 3)]
    assert verdicts == [Verdict.ACCEPTED, Verdict.PARTLY, Verdict.REFUSED]
    assert point(draft, 2).disposition.clause == "Điều 3"


@pytest.mark.parametrize("form", ["xlsx", "docx"])
def test_the_annex_that_was_taken_away_is_read_back(signed_in: SignedIn, form: str) -> None:
    draft = sent()
    answer(code=CODE, answers=ANSWERS, actor=actor(ANSWERER))
    client = signed_in(ANSWERER)
    data = client.get(f"{PAGE.rstrip('/')}.{form}").content
    assert client.post(PAGE, {"table": _upload(data, f"a.{form}")}).status_code == 302
    assert point(draft, 2).disposition.earlier == []


def test_pasted_cells_are_taken_too(signed_in: SignedIn) -> None:
    draft = sent()
    text = "\t".join(headings()) + '\n1\t\t\t\ttiếp thu\t\tĐiều 2\n2\t\t\t\tkhông tiếp thu\t"Vì hai lẽ:\nmột"\t'
    assert signed_in(ANSWERER).post(PAGE, {"text": text}).status_code == 302
    assert point(draft, 2).disposition.reason == "Vì hai lẽ:\nmột"


def test_columns_are_found_by_their_names() -> None:
    rows = [["Điểm số", "LÝ DO", "Tiếp thu, giải trình"], ["2", "Vì vậy.", "không tiếp thu"]]
    line = _read(rows)[0]
    assert (line.told.number, line.told.verdict, line.told.reason) == (2, Verdict.REFUSED, "Vì vậy.")


@pytest.mark.parametrize(
    ("row", "where"),
    [
        (_row(number="9"), "number"),
        (_row(number="một"), "number"),
        (_row(number=""), "number"),
        (_row(verdict="có lẽ"), "verdict"),
        (_row(verdict="", reason="Vì sao"), "verdict"),
        (_row(verdict="không tiếp thu"), "reason"),
        (_row(verdict="tiếp thu một phần", reason=" "), "reason"),
        (_row(clause="x" * 301), "clause"),
        (_row(reason="x" * 4001), "reason"),
        (_row(clause="=HYPERLINK(1)"), "clause"),
    ],
)
def test_a_fault_is_told_at_its_cell(row: list[str], where: str) -> None:
    line = _read([row])[0]
    assert list(line.errors) == [where]
    assert line.told is None


def test_a_point_that_stands_twice_is_told_with_the_row_of_the_first() -> None:
    lines = _read([_row(), _row(verdict="không tiếp thu", reason="Vì.")])
    assert "dòng 1" in lines[1].errors["number"]


def test_a_row_without_an_answer_is_no_fault() -> None:
    line = _read([_row(verdict="")])[0]
    assert (line.errors, line.told) == ({}, None)


def test_nothing_is_kept_while_one_row_is_wrong_and_it_is_mended_on_the_page(signed_in: SignedIn) -> None:
    draft = sent()
    client = signed_in(ANSWERER)
    wrong = client.post(PAGE, {"table": _upload(_workbook([FILLED[0], ("không tiếp thu", "", ""), FILLED[2]]))})
    assert wrong.status_code == 422
    assert "Dòng 5, cột “Lý do”" in wrong.content.decode()
    assert not Disposition.objects.exists()
    mended = client.post(PAGE, {"rows": wrong.context["rows"], "o-5-reason": "Vì lẽ đó."})
    assert mended.status_code == 302
    assert point(draft, 2).disposition.reason == "Vì lẽ đó."


def test_the_front_brings_the_annex_only_with_the_paper_it_came_with(signed_in: SignedIn) -> None:
    draft = sent()
    client = signed_in(OFFICER)
    refused = client.post(PAGE, {"table": _upload(_workbook(FILLED))})
    assert refused.status_code == 422
    assert "Xin ghi văn bản trả lời" in refused.content.decode()
    on_paper()
    assert client.post(PAGE, {"table": _upload(_workbook(FILLED))}).status_code == 302
    assert point(draft, 1).disposition.on_behalf


@pytest.mark.parametrize(
    "told",
    [
        {},
        {"rows": "[[1]]"},
        {"rows": "{"},
        {"rows": "[" * 5000},
        {"rows": '[["' + "9" * 5000 + '", []]]'},
        {"rows": "[[1, [1, {}, null, false, 8, 9]]]"},
        {"text": "\0\0"},
        {"text": '"' * 999},
        {"text": "Điểm số"},
    ],
)
def test_whatever_a_program_sends_is_refused_in_words(signed_in: SignedIn, told: dict[str, str]) -> None:
    sent()
    assert signed_in(ANSWERER).post(PAGE, told).status_code == 422


@pytest.mark.parametrize("data", [b"PK\x03\x04rest", b"%PDF-1.4", b"x" * 100, b""])
def test_another_file_is_refused_in_words(signed_in: SignedIn, data: bytes) -> None:
    sent()
    assert signed_in(ANSWERER).post(PAGE, {"table": _upload(data)}).status_code == 422


def test_the_workbook_says_how_to_fill_it_in(signed_in: SignedIn) -> None:
    sent()
    data = signed_in(ANSWERER).get(f"{PAGE.rstrip('/')}.xlsx").content
    assert "phải ghi lý do" in load_workbook(io.BytesIO(data)).worksheets[0]["A1"].value


@pytest.mark.parametrize("who", ["can-bo-ubnd", "can-bo-phuong", "phu-nu"])
def test_others_do_not_get_the_annex(signed_in: SignedIn, who: str) -> None:
    sent()
    assert signed_in(who).get(PAGE).status_code == 404
    assert signed_in(who).get(f"{PAGE.rstrip('/')}.xlsx").status_code == 404
