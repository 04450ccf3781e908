"""Reading a plan: its parts, what it proposes, and what stands around it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.founding import SHARED

from vidan.domain.duties.reading import read_plan
from vidan.domain.duties.reports import Rhythm

PLAN = """
KẾ HOẠCH
Phối hợp cải cách hành chính năm 2019
Thực hiện Chương trình phối hợp số 12/CTPH-UBND-MTTQ ngày 02 tháng 01 năm 2019;
I. MỤC ĐÍCH, YÊU CẦU
1. Mục đích
Giúp người dân hiểu thủ tục.
2. Yêu cầu
- Thiết thực.
II. NỘI DUNG
1. Tuyên truyền
Hằng quý, Mặt trận Tổ quốc các phường tổ chức một hội nghị.
a) Chuẩn bị tài liệu;
b) Mời người dân.
2. Giám sát việc công khai kết quả khảo sát
III. TỔ CHỨC THỰC HIỆN
Các tổ chức thành viên báo cáo 6 tháng, cuối năm.
Nơi nhận:
- Ủy ban nhân dân;
TM. BAN THƯỜNG TRỰC
"""


def told(text: str) -> list[tuple[str, str, bool]]:
    return [(one.clause, one.words, one.is_duty) for one in read_plan(text.split("\n")).duties]


def test_headings_numbers_and_items_become_proposed_duties() -> None:
    assert told(PLAN) == [
        ("I.1.1", "Giúp người dân hiểu thủ tục.", False),
        ("I.2.1", "Thiết thực.", False),
        ("II.1.1", "Hằng quý, Mặt trận Tổ quốc các phường tổ chức một hội nghị.", True),
        ("II.1.1.1", "Chuẩn bị tài liệu;", True),
        ("II.1.1.2", "Mời người dân.", True),
        ("II.2", "Giám sát việc công khai kết quả khảo sát", True),
        ("III.1", "Các tổ chức thành viên báo cáo 6 tháng, cuối năm.", True),
    ]


def test_title_year_and_programme_are_read() -> None:
    read = read_plan(PLAN.split("\n"))
    assert (read.title, read.year, read.programme) == (
        "KẾ HOẠCH Phối hợp cải cách hành chính năm 2019",
        2019,
        "12/CTPH-UBND-MTTQ",
    )


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (["KẾ HOẠCH", "PHỐI HỢP NĂM 2018", "1. MỤC ĐÍCH"], "KẾ HOẠCH PHỐI HỢP NĂM 2018"),
        (["Kế hoạch phối hợp năm 2018", "Thực hiện Chương trình;", "1. MỤC ĐÍCH"], "Kế hoạch phối hợp năm 2018"),
        (["KẾ HOẠCH", "1. MỤC ĐÍCH"], "KẾ HOẠCH"),
        (["1. KẾ HOẠCH CHUNG", "Làm."], ""),
    ],
)
def test_the_title_ends_where_the_plan_begins(lines: list[str], title: str) -> None:
    assert read_plan(lines).title == title


@pytest.mark.parametrize(
    ("words", "rhythm"),
    [
        ("Định kỳ hằng năm, báo cáo kết quả.", Rhythm.YEAR),
        ("Hàng quý tổ chức họp.", Rhythm.QUARTER),
        ("Hằng tháng mở hộp thư.", Rhythm.MONTH),
        ("Sơ kết 6 tháng đầu năm.", Rhythm.HALF_YEAR),
        ("Tổ chức tuyên truyền.", Rhythm.YEAR),
    ],
)
def test_the_rhythm_is_guessed_from_the_words(words: str, rhythm: Rhythm) -> None:
    assert [one.rhythm for one in read_plan(["1. VIỆC", words]).duties] == [rhythm]


@pytest.mark.parametrize("lines", [[], ["Không có phần nào."], ["1."], ["- một gạch"], ["Nơi nhận: ai"]])
def test_a_text_without_parts_proposes_nothing(lines: list[str]) -> None:
    assert read_plan(lines).duties == ()


@given(st.lists(st.text(max_size=60), max_size=12))
def test_whatever_stands_there_is_read_without_a_fault(lines: list[str]) -> None:
    read = read_plan(lines)
    assert all(one.clause and one.words for one in read.duties)


@pytest.mark.shared
def test_the_given_plan_of_2018_is_read_with_its_slips() -> None:
    read = read_plan((SHARED / "seed" / "plan-2018.txt").read_text(encoding="utf-8").split("\n"))
    assert read.title.startswith("Kế hoạch phối hợp triển khai thực hiện công tác cải cách hành chính")
    assert (read.year, read.programme) == (2018, "308/CTPH-UBND-MTTQ")
    duties = [one for one in read.duties if one.is_duty]
    assert [one.clause for one in read.duties if not one.is_duty] == ["1.1", "1.2", "1.3"]
    assert [one.clause for one in duties] == [
        *("2.1", "2.2", "2.2.1", "2.2.2", "2.2.3", "2.2.4", "2.3", "2.4", "2.5"),
        *("3.1", "3.2", "3.3"),
    ]
    assert {one.part for one in read.duties} == {"MỤC ĐÍCH", "TRIỂN KHAI", "THỰC HIỆN"}
    assert next(one for one in duties if one.clause == "3.3").rhythm is Rhythm.YEAR
