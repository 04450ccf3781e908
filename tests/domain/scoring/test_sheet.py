"""Sums, the unit's own maximum, items that wait for others, and capped blocks."""

from dataclasses import replace
from decimal import Decimal
from fractions import Fraction

import pytest

from vidan.domain.scoring.answers import Answer, Why
from vidan.domain.scoring.methods import Conditional, Each, Judged, RatioSteps, Step, YesNo
from vidan.domain.scoring.rubric import Block, Criterion, Rubric, faults
from vidan.domain.scoring.sheet import Sheet, Sum, score_sheet

CLASSES = Conditional(
    "I.1",
    met=RatioSteps(
        (
            Step(Decimal(100), Decimal(5)),
            Step(Decimal(85), Decimal(4)),
            Step(Decimal(60), Decimal(3)),
            Step(Decimal(0), Decimal(2)),
        ),
        nothing=Decimal(0),
    ),
    otherwise=RatioSteps((Step(Decimal(0), Decimal(2)),), nothing=Decimal(0)),
)
RUBRIC = Rubric(
    "thử",
    (
        Criterion(
            "I",
            "Đào tạo",
            Decimal(8),
            children=(
                Criterion("I.1", "Có kế hoạch", Decimal(3), YesNo()),
                Criterion("I.2", "Mở lớp", Decimal(5), CLASSES),
            ),
        ),
        Criterion("II", "Góp ý văn bản", Decimal(2), YesNo(), may_not_apply=True),
        Criterion("IV", "Điểm thưởng", Decimal(3), Each(Decimal(1)), block=Block.BONUS, cap=Decimal(2)),
        Criterion("V", "Điểm trừ", Decimal(-4), Judged(), block=Block.DEDUCTION, cap=Decimal(3)),
    ),
)
YES, NO, NONE = Answer({"done": True}), Answer({"done": False}), Answer(applies=False)
FULL = {
    "I.1": YES,
    "I.2": Answer({"part": Decimal(9), "whole": Decimal(10)}),
    "II": YES,
    "IV": Answer({"count": Decimal(0)}),
    "V": Answer({"points": Decimal(0)}),
}


def scored(**changed: Answer | None) -> Sheet:
    told = FULL | {code.replace("_", "."): answer for code, answer in changed.items()}
    return score_sheet(RUBRIC, {code: answer for code, answer in told.items() if answer is not None})


def test_the_rubric_of_these_cases_has_no_fault() -> None:
    assert faults(RUBRIC) == []


def test_items_add_up_to_their_field_and_fields_to_the_total() -> None:
    sheet = scored()
    assert sheet.sums["I"] == Sum(Decimal(7), Decimal(8))
    assert sheet.total == Sum(Decimal(9), Decimal(10))
    assert sheet.percent == 90


@pytest.mark.parametrize(("plan", "part", "score"), [(YES, 9, 4), (YES, 10, 5), (YES, 1, 2), (NO, 9, 2), (NO, 0, 0)])
def test_an_item_is_scored_by_what_the_other_got(plan: Answer, part: int, score: int) -> None:
    got = scored(I_1=plan, I_2=Answer({"part": Decimal(part), "whole": Decimal(10)})).items["I.2"]
    assert (got.score, got.by) == (Decimal(score), "I.1")


def test_an_item_waits_while_the_other_has_no_data() -> None:
    sheet = scored(I_1=None)
    assert sheet.items["I.2"].why == Why.WAITS
    assert sheet.sums["I"] == Sum(Decimal(0), Decimal(8), missing=2)


def test_what_is_missing_is_counted_and_gives_no_percentage() -> None:
    sheet = scored(II=None)
    assert (sheet.total, sheet.percent) == (Sum(Decimal(7), Decimal(10), missing=1), None)


def test_an_item_that_does_not_apply_lowers_the_units_own_maximum() -> None:
    sheet = scored(II=NONE)
    assert (sheet.total, sheet.items["II"].why) == (Sum(Decimal(7), Decimal(8)), Why.NOT_APPLICABLE)
    assert sheet.percent == Fraction(175, 2)


def test_only_an_item_that_may_not_apply_can_be_left_out() -> None:
    assert scored(I_1=NONE).items["I.1"].why == Why.MISSING


@pytest.mark.parametrize(("count", "got"), [(1, 10), (2, 11), (9, 11)])
def test_rewards_count_up_to_their_cap_and_raise_no_maximum(count: int, got: int) -> None:
    assert scored(IV=Answer({"count": Decimal(count)})).total == Sum(Decimal(got), Decimal(10))


@pytest.mark.parametrize(("off", "got"), [("-1", 8), ("-3", 6), ("-4", 6)])
def test_deductions_count_up_to_their_cap(off: str, got: int) -> None:
    assert scored(V=Answer({"points": Decimal(off)})).total == Sum(Decimal(got), Decimal(10))


def test_without_a_part_the_total_is_read_on_the_scale_of_the_whole() -> None:
    sheet = score_sheet(replace(RUBRIC, rescale=Decimal(10)), FULL | {"II": NONE})
    assert (sheet.total.score, sheet.rescaled) == (Decimal(7), Decimal("8.75"))
    assert score_sheet(replace(RUBRIC, rescale=Decimal(10)), FULL).rescaled is None


def test_items_at_zero_are_those_with_data_that_got_nothing() -> None:
    assert scored(I_1=NO, II=None).at_zero == ("I.1",)
