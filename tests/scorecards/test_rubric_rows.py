"""A published sheet becomes a rubric; its parts add up, and what it says against itself is named."""

from decimal import Decimal

import pytest
from tests.founding import SHARED

from vidan.domain.scoring.answers import Answer
from vidan.domain.scoring.rubric import Fault, Found, Rubric, faults
from vidan.domain.scoring.sheet import score_sheet
from vidan.domain.scoring.written import Unreadable, rubric_from
from vidan.scorecards.published import rows
from vidan.scorecards.rubric_rows import written

pytestmark = pytest.mark.once

SHEET = SHARED / "data" / "results" / "official_scoring_sheet_haiphong_2025.csv"


def row(code: str, maximum: str, levels: str = "", parent: str = "I") -> dict[str, str]:
    told = {"code": code, "parent_code": parent, "title_vi": code, "max_score": maximum}
    return told | {"levels_as_published": levels}


def rubric(*children: dict[str, str]) -> Rubric:
    return rubric_from(written([row("I", "5", parent=""), *children], "thử"))


def test_levels_in_words_are_read_with_the_vietnamese_comma() -> None:
    made = rubric(row("I.1", "2,5", "Đạt từ 95% trở lên: 2,5 ; Dưới 95%: 0"), row("I.2", "2,5"))
    assert faults(made) == []
    sheet = score_sheet(made, {"I.1": Answer({"level": "a"}), "I.2": Answer({"points": Decimal("1.25")})})
    assert sheet.total.score == Decimal("3.75")


def test_an_item_that_is_not_scored_without_a_task_may_not_apply() -> None:
    made = rubric(row("I.1", "5", "Đạt: 5 ; Không đạt: 0 ; Không được giao thì không đánh giá chấm điểm nội dung này"))
    sheet = score_sheet(made, {"I.1": Answer(applies=False)})
    assert (sheet.total.score, sheet.total.maximum) == (Decimal(0), Decimal(0))


def test_a_maximum_above_the_best_level_is_named() -> None:
    made = rubric(row("I.1", "5", "Đạt: 4 ; Không đạt: 0"))
    assert faults(made) == [Found(Fault.UNREACHED, "I.1", Decimal(5), Decimal(4))]


@pytest.mark.parametrize("levels", ["Đạt", "Đạt: hai", ": 2", "Đạt: 1 ; Không"])
def test_levels_that_cannot_be_read_are_named_with_their_item(levels: str) -> None:
    with pytest.raises(Unreadable) as refused:
        rubric(row("I.1", "5", levels))
    assert (refused.value.code, refused.value.place) == ("I.1", "levels_as_published")


@pytest.mark.shared
def test_the_complete_sheet_of_hai_phong_is_imported_with_one_doubt() -> None:
    told = [line for _number, line in rows(SHEET.read_text(encoding="utf-8"))]
    made = rubric_from(written(told, "Hải Phòng 2025"))
    assert (made.maximum, sum(1 for _node in made.walk())) == (Decimal(100), len(told))
    assert faults(made) == [Found(Fault.UNREACHED, "II.5.1.b", Decimal(2), Decimal(1))]
