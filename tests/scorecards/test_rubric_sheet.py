"""A rubric goes out as rows and comes back as it was; what cannot be read is told by its cell, all of it at once."""

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given, settings
from tests.domain.scoring.test_properties import rubrics

from vidan.domain.scoring.rubric import Criterion, Fault, Rubric
from vidan.domain.scoring.written import rubric_from, rubric_to
from vidan.foundation.sheets.read import numbered_workbook_rows
from vidan.foundation.sheets.write import as_xlsx
from vidan.scorecards.rubric_sheet import COLUMNS, TELLS_OF, Line, find_faults, headings, read_lines, rows_of
from vidan.scorecards.rubrics import supplied

pytestmark = pytest.mark.once

FIELD = ("I", "", "Chỉ đạo", "10")
YES = ("I.1", "I", "Kế hoạch", "10", "Có/Không")


def read(*rows: Sequence[str]) -> list[Line]:
    return read_lines(list(enumerate(rows, start=1)))


def wrong(*rows: Sequence[str]) -> dict[str, str]:
    return {line.place_of(name): told for line in read(*rows) for name, told in line.errors.items()}


def titled(rubric: Rubric) -> Rubric:
    """Rubrics of the tests of the domain have no titles; a sheet asks for them."""

    def own(node: Criterion) -> Criterion:
        return replace(node, title=f"Mục {node.code}", children=tuple(own(child) for child in node.children))

    return replace(rubric, fields=tuple(own(top) for top in rubric.fields))


def back(lines: list[Line]) -> Rubric:
    assert [line.errors for line in lines if line.errors] == []
    return rubric_from({"name": "", "items": [line.item for line in lines]})


@given(rubrics())
def test_every_rubric_comes_back_from_its_rows_as_it_was(rubric: Rubric) -> None:
    rubric = titled(rubric)
    rows = [[str(cell) for cell in row] for row in rows_of(rubric_to(rubric)["items"])]
    assert back(read(headings(), *rows)) == rubric


@given(rubrics())
@settings(max_examples=12, deadline=None)
def test_every_rubric_comes_back_from_its_workbook_as_it_was(rubric: Rubric) -> None:
    rubric = titled(rubric)
    book = as_xlsx("Bộ tiêu chí", headings(), rows_of(rubric_to(rubric)["items"]))
    assert back(read_lines(numbered_workbook_rows(book))) == rubric


@pytest.mark.parametrize("slug", [one.slug for one in supplied()])
def test_every_supplied_rubric_comes_back_from_its_workbook(slug: str) -> None:
    rubric = next(one.rubric for one in supplied() if one.slug == slug)
    book = as_xlsx("Bộ tiêu chí", headings(), rows_of(rubric_to(rubric)["items"]))
    assert back(read_lines(numbered_workbook_rows(book))).fields == rubric.fields


def test_a_row_is_read_with_all_its_cells() -> None:
    full = ("I.1", "I", "Giải ngân", "2,5", "theo ty le", "đủ 85; từ 60", "X", "thẩm định", "Báo cáo", "", "", "")
    bonus = ("T", "", "Thưởng", "5.5", "Mỗi việc", "1", "", "", "", "thưởng", "4")
    first, second = read(full, bonus)
    assert first.item == {
        "code": "I.1",
        "parent": "I",
        "title": "Giải ngân",
        "maximum": "2.5",
        "method": {"kind": "proportional", "full": "85", "start": "60"},
        "may_not_apply": True,
        "scorer": "appraiser",
        "evidence": "Báo cáo",
    }
    assert (second.item["block"], second.item["cap"], second.item["maximum"]) == ("bonus", "4", "5.5")


def test_a_row_of_headings_is_left_out_and_rows_keep_their_numbers() -> None:
    lines = read_lines([(2, headings()), (5, FIELD), (9, YES)])
    assert [line.number for line in lines] == [5, 9]


@pytest.mark.parametrize(
    ("row", "place", "said"),
    [
        (("", "I", "x", "1", "Có/Không"), "A3", "Còn thiếu mã"),
        (("I 2", "I", "x", "1", "Có/Không"), "A3", "Mã chỉ gồm"),
        (("<b>", "I", "x", "1", "Có/Không"), "A3", "Mã chỉ gồm"),
        (("I.1", "I", "x", "1", "Có/Không"), "A3", "đã có ở dòng 2"),
        (("I.2", "X", "x", "1", "Có/Không"), "B3", "Không có dòng nào"),
        (("I.2", "I.2", "x", "1", "Có/Không"), "B3", "dưới chính nó"),
        (("I.2", "I", "", "1", "Có/Không"), "C3", "Còn thiếu tên"),
        (("I.2", "I", "x" * 501, "1", "Có/Không"), "C3", "dài quá 500"),
        (("I.2", "I", "x", "", "Có/Không"), "D3", "Còn thiếu điểm"),
        (("I.2", "I", "x", "hai", "Có/Không"), "D3", "không phải là số"),
        (("I.2", "I", "x", "1.000", "Có/Không"), "D3", "Không rõ"),
        (("I.2", "I", "x", "=1+1", "Có/Không"), "D3", "công thức"),
        (("I.2", "I", "x", "1", "Phép màu"), "E3", "Không có cách chấm"),
        (("I.2", "I", "x", "1", "", "Đủ = 1"), "E3", "chưa ghi cách chấm"),
        (("I.2", "I", "x", "1", "Mức", "Đủ"), "F3", "Không hiểu “Đủ”"),
        (("I.2", "I", "x", "1", "Có/Không", "", "có"), "G3", "Ghi x"),
        (("I.2", "I", "x", "1", "Có/Không", "", "", "Sở"), "H3", "ghi một trong: Đơn vị; Thẩm định"),
        (("I.2", "I", "x", "1", "Có/Không", "", "", "", "", "Thưởng"), "J3", "Chỉ ghi ở lĩnh vực"),
        (("T", "", "x", "1", "Có/Không", "", "", "", "", "Cộng"), "J3", "ghi một trong: Tính điểm; Thưởng; Trừ"),
        (("T", "", "x", "1", "Có/Không", "", "", "", "", "", "bốn"), "K3", "không phải là số"),
        (("I.2", "I", "x", "1", "Có/Không", "", "", "", "", "", "", "cases none"), "L3", "Tên số liệu viết như"),
        (("I.2", "I", "x", "1", "Có/Không", *[""] * 7, "thừa"), "L3", "hơn 12 ô"),
    ],
)
def test_what_is_wrong_is_told_by_its_cell(row: Sequence[str], place: str, said: str) -> None:
    told = wrong(FIELD, YES, row)
    assert list(told) == [place]
    assert said in told[place]


def test_everything_wrong_is_told_at_once() -> None:
    told = wrong(FIELD, ("I 1", "X", "", "hai", "Phép màu", "", "?"), ("I.2", "I", "x", "ba", "Mức", "Đủ"))
    assert list(told) == ["A2", "C2", "D2", "G2", "E2", "B2", "D3", "F3"]


def test_a_chain_of_parents_that_is_too_long_or_comes_back_is_told() -> None:
    chain = [(str(n), str(n - 1) if n > 1 else "", "x", "1") for n in range(1, 8)]
    assert list(wrong(*chain)) == ["B7"]
    assert list(wrong(("1", "2", "x", "1"), ("2", "1", "x", "1"))) == ["B1", "B2"]


def test_every_fault_of_the_tree_has_a_cell() -> None:
    assert set(TELLS_OF) == set(Fault)
    assert set(TELLS_OF.values()) <= set(COLUMNS)


def faults_by_cell(*rows: Sequence[str], doubts: dict[str, str]) -> dict[str, str]:
    lines = read(*rows)
    find_faults(lines, doubts)
    return {line.place_of(name): told for line in lines for name, told in line.told.items()}


def test_a_fault_is_told_at_the_cell_where_it_is_mended_unless_it_is_doubted() -> None:
    rows = (("I", "", "Chỉ đạo", "12"), ("I.1", "I", "Kế hoạch", "10"))
    told = faults_by_cell(*rows, doubts={})
    assert list(told) == ["D1", "E2"]
    assert list(faults_by_cell(*rows, doubts={"I": "Văn bản ghi vậy."})) == ["E2"]
