"""Procedures as a spreadsheet: out in full, in with every fault at its cell, and nothing kept before all can be read."""

from collections.abc import Callable
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from tests.outreach.procedure_made import drafted, published

from vidan.foundation.journal.models import Entry
from vidan.foundation.sheets.read import workbook_rows
from vidan.foundation.sheets.write import as_xlsx
from vidan.outreach.models import Procedure
from vidan.outreach.procedure_sheet import COLUMNS, headings, rows_of

pytestmark = pytest.mark.django_db

BRING = "/ban-lam-viec/thu-tuc/bang-tinh/"
SHEET = "/ban-lam-viec/thu-tuc/thu-tuc.xlsx"


def workbook(*rows: list[Any]) -> SimpleUploadedFile:
    return SimpleUploadedFile("thu-tuc.xlsx", as_xlsx("Thủ tục", headings(), rows))


def row_of(procedure: Procedure, **changed: Any) -> list[Any]:
    (row,) = rows_of([procedure])
    return [changed.get(name, cell) for name, cell in zip(COLUMNS, row, strict=True)]


def test_what_was_taken_out_can_be_brought_back_and_says_nothing_new(signed_in: Callable[[str], Client]) -> None:
    published()
    editor = signed_in("bien-tap")
    answer = editor.get(SHEET)
    data = answer.content
    assert workbook_rows(data)[0] == headings()
    assert Entry.objects.filter(event="procedure.export").count() == 1
    back = editor.post(BRING, {"table": SimpleUploadedFile("a.xlsx", data), "publish": "on"}, follow=True)
    assert "1 dòng không có gì mới." in back.content.decode()
    assert Procedure.objects.count() == 1


def test_one_faulty_cell_is_named_and_nothing_is_kept(signed_in: Callable[[str], Client]) -> None:
    like = drafted()
    good, bad = row_of(like, code="mot"), row_of(like, code="hai", limit_days="nhanh", level="Xã nào")
    answer = signed_in("bien-tap").post(BRING, {"table": workbook(good, bad)})
    page = answer.content.decode()
    assert answer.status_code == 422
    level, days = ("ABCDEFGHIJKLMNOPQRSTUVWXYZ"[COLUMNS.index(name)] for name in ("level", "limit_days"))
    assert f"Ô {level}3:" in page
    assert f"Ô {days}3:" in page
    assert "Ô A2" not in page
    assert Procedure.objects.count() == 1
    assert "hai\t" in page


def test_the_mended_cells_are_taken_as_pasted_and_published_at_once(signed_in: Callable[[str], Client]) -> None:
    like = drafted()
    pasted = "\t".join(
        str(cell or "").replace("\n", " ")
        for cell in row_of(like, code="mot", papers="Tờ khai", steps="", bases="", valid_from="01/01/2018")
    )
    answer = signed_in("bien-tap").post(BRING, {"text": pasted, "publish": "on"})
    assert answer.status_code == 302, answer.content.decode()
    assert Procedure.objects.public().filter(code="mot").exists()


def test_a_code_that_stands_twice_and_a_table_that_is_none_are_told(signed_in: Callable[[str], Client]) -> None:
    like = drafted()
    editor = signed_in("bien-tap")
    twice = editor.post(BRING, {"table": workbook(row_of(like, code="mot"), row_of(like, code="mot"))})
    assert "Ô A3: Mã này đã có ở dòng 2." in twice.content.decode()
    none = editor.post(BRING, {"table": SimpleUploadedFile("a.xlsx", b"not a workbook")})
    assert none.status_code == 422
    assert editor.post(BRING, {}).status_code == 422


def test_a_row_that_cannot_be_published_leaves_nothing_of_the_others(signed_in: Callable[[str], Client]) -> None:
    later = published(valid_from="01/03/2018")
    rows = row_of(later, code="mot"), row_of(later, valid_from="01/01/2017")
    answer = signed_in("bien-tap").post(BRING, {"table": workbook(*rows), "publish": "on"})
    assert answer.status_code == 422
    assert "Ô A3" in answer.content.decode()
    assert Procedure.objects.count() == 1
