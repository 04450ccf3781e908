"""The desk's lists: filters in the address, search without marks by POST, pages by key, and the list as a spreadsheet."""

import io
from collections.abc import Callable
from datetime import timedelta

import openpyxl
import pytest
from django.test import Client
from django_tasks_db.models import DBTaskResult
from tests.cases.made import actor, found, made

from vidan.cases import exports
from vidan.cases.kinds import State
from vidan.cases.services.classify import Classification, classify
from vidan.cases.tasks import write_export
from vidan.cases.views import exports as export_views
from vidan.foundation.calendar import clock
from vidan.foundation.journal.models import Entry
from vidan.foundation.sheets.models import Export

pytestmark = pytest.mark.django_db

LIST = "/ban-lam-viec/ho-so/"
SignIn = Callable[[str], Client]


def codes(page: str) -> list[str]:
    return sorted({part[:12] for part in page.split("/ban-lam-viec/ho-so/")[1:] if part.startswith("PA-")})


def sheet(content: bytes) -> list[tuple[object, ...]]:
    opened = openpyxl.load_workbook(io.BytesIO(content)).active
    assert opened is not None
    return [tuple(cell.value for cell in row) for row in opened.iter_rows()]


def test_the_address_holds_the_filters(signed_in: SignIn) -> None:
    new, sent = made(), made(State.TRANSFERRED)
    client = signed_in("can-bo-quan")
    assert codes(client.get(f"{LIST}?trang-thai=received").content.decode()) == [new.code]
    assert codes(client.get(f"{LIST}?trang-thai=transferred&loai=feedback&nam=2018").content.decode()) == [sent.code]
    assert codes(client.get(f"{LIST}?loai=commendation").content.decode()) == []
    assert codes(client.get(f"{LIST}?trang-thai=nonsense").content.decode()) == [new.code, sent.code]


def test_what_is_late_can_be_asked_for(signed_in: SignIn) -> None:
    case = made(State.TRANSFERRED)
    client = signed_in("can-bo-quan")
    assert codes(client.get(f"{LIST}?tre=1").content.decode()) == []
    with clock.at(clock.now() + timedelta(days=40)):
        assert codes(client.get(f"{LIST}?tre=1").content.decode()) == [case.code]


def test_a_long_list_is_read_page_by_page_without_gap_or_twin(signed_in: SignIn) -> None:
    cases = [made().code for _n in range(30)]
    client = signed_in("can-bo-quan")
    first = client.get(LIST).content.decode()
    after = first.split("sau=")[1].split('"')[0]
    second = client.get(f"{LIST}?sau={after}").content.decode()
    assert sorted(codes(first) + codes(second)) == sorted(cases)


@pytest.mark.parametrize(
    "words", ["noi trong khong", "Nói trống không", "NÓI TRỐNG", "pa-2018-0001", "bo phan an phu noi"]
)
def test_a_case_is_found_without_marks_and_the_words_are_in_no_address(words: str, signed_in: SignIn) -> None:
    case = made(State.CHECKED)
    answer = signed_in("can-bo-quan").post("/ban-lam-viec/tim/", {"words": words})
    assert codes(answer.content.decode()) == [case.code]


def test_the_spreadsheet_holds_the_list_in_full_and_nothing_that_runs(signed_in: SignIn) -> None:
    case = made()
    told = found()
    hostile = Classification(told.kind, told.subject_unit, told.conduct, "=HYPERLINK(0)", told.person_state)
    classify(code=case.code, found=hostile, actor=actor("can-bo-quan"))
    for _n in range(30):
        made()
    answer = signed_in("can-bo-quan").post("/ban-lam-viec/xuat/")
    rows = sheet(b"".join(answer) if answer.streaming else answer.content)
    assert len([row for row in rows if str(row[0]).startswith("PA-")]) == 31
    assert any(row[8] == "=HYPERLINK(0)" for row in rows)
    book = openpyxl.load_workbook(io.BytesIO(answer.content))
    assert all(cell.data_type != "f" for row in book.worksheets[0].iter_rows() for cell in row)
    assert Entry.objects.filter(event="case.export", facts__rows=31).exists()


def test_a_list_above_the_limit_is_a_job_that_can_be_left_and_found_again(
    signed_in: SignIn, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in (exports, export_views):
        monkeypatch.setattr(module, "MOST", 2)
    for _n in range(4):
        made()
    client = signed_in("can-bo-quan")
    place = client.post("/ban-lam-viec/xuat/")["Location"]
    assert "0 trên 4" in client.get(place).content.decode()
    assert client.get(f"{place}tep/").status_code == 404
    assert DBTaskResult.objects.filter(task_path__endswith="write_export").count() == 1
    write_export.func(Export.objects.get().pk)
    assert "Đã xong 4 dòng" in client.get(place).content.decode()
    assert len(sheet(client.get(f"{place}tep/").content)) == 4 + 3
    assert signed_in("can-bo-quan-2").get(place).status_code == 404  # another's list


def test_the_ward_sees_its_own_cases_only(signed_in: SignIn) -> None:
    made()
    ward = made(front="mttq-a-an-phu")
    assert codes(signed_in("can-bo-phuong").get(LIST).content.decode()) == [ward.code]
