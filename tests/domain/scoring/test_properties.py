"""What holds of every rubric and every sheet, whatever is entered."""

from dataclasses import replace
from decimal import Decimal
from random import Random

from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.scoring.answers import Answer, Value
from vidan.domain.scoring.methods import (
    Conditional,
    CountSteps,
    Each,
    Judged,
    Level,
    Levels,
    Mapped,
    Method,
    PerDay,
    Proportional,
    RatioSteps,
    Step,
    YesNo,
)
from vidan.domain.scoring.points import ZERO
from vidan.domain.scoring.rubric import Block, Criterion, Rubric, faults
from vidan.domain.scoring.sheet import score_sheet

MAXIMA = st.integers(1, 60).map(lambda quarters: Decimal(quarters) / 4)
COUNTS = st.integers(0, 400).map(Decimal)


@st.composite
def methods(draw: st.DrawFn, maximum: Decimal) -> Method:
    """A method whose best is the maximum."""
    fifth = (maximum / 5).quantize(Decimal("0.01"))
    falling = tuple(Step(Decimal(start), points) for start, points in ((90, maximum), (50, fifth), (10, ZERO)))
    ways: list[Method] = [
        YesNo(),
        Levels((Level("a", "A", maximum), Level("b", "B", fifth), Level("c", "C", ZERO))),
        RatioSteps(falling, nothing=draw(st.sampled_from([None, ZERO]))),
        CountSteps(falling),
        Proportional(full=Decimal(85), start=draw(st.sampled_from([ZERO, Decimal(60)]))),
        Mapped(),
        Judged(),
        Each(fifth or Decimal(1)),
    ]
    return draw(st.sampled_from(ways))


@st.composite
def rubrics(draw: st.DrawFn) -> Rubric:
    """Two fields of items, one of them conditional, with a reward and a deduction, both capped."""
    fields = []
    for number in range(draw(st.integers(1, 3))):
        maxima = draw(st.lists(MAXIMA, min_size=1, max_size=4))
        children = tuple(
            Criterion(f"{number}.{i}", "", most, draw(methods(most)), may_not_apply=draw(st.booleans()))
            for i, most in enumerate(maxima)
        )
        last = children[-1]
        if len(children) > 1 and last.method is not None:
            way = Conditional(children[0].code, last.method, YesNo())
            children = (*children[:-1], replace(last, method=way))
            children = (replace(children[0], may_not_apply=False), *children[1:])
        fields.append(Criterion(str(number), "", sum(maxima, ZERO), children=children))
    fields.append(Criterion("T", "", Decimal(6), Each(Decimal(1)), block=Block.BONUS, cap=Decimal(4)))
    fields.append(Criterion("P", "", Decimal(-5), PerDay(Decimal(1)), block=Block.DEDUCTION, cap=Decimal(3)))
    return Rubric("", tuple(fields))


@st.composite
def answers(draw: st.DrawFn, rubric: Rubric) -> dict[str, Answer]:
    """Something, or nothing, for every item."""
    told = {}
    for leaf in rubric.leaves():
        if draw(st.booleans()):
            share: dict[str, Value] = {"part": draw(COUNTS), "whole": draw(COUNTS)}
            most = abs(leaf.maximum)
            inputs = share | {
                "done": draw(st.booleans()),
                "level": draw(st.sampled_from("abc")),
                "count": draw(COUNTS),
                "days_late": draw(COUNTS),
                "index": min(Decimal(100), draw(COUNTS)),
                "points": draw(st.integers(0, int(most * 100))) / Decimal(100),
            }
            told[leaf.code] = Answer(inputs, applies=draw(st.booleans()))
    return told


@st.composite
def sheets(draw: st.DrawFn) -> tuple[Rubric, dict[str, Answer]]:
    rubric = draw(rubrics())
    return rubric, draw(answers(rubric))


@given(sheets())
def test_the_rubrics_of_these_tests_have_no_fault(made: tuple[Rubric, dict[str, Answer]]) -> None:
    assert faults(made[0]) == []


@given(sheets())
def test_no_item_gets_more_than_its_maximum_or_less_than_its_floor(made: tuple[Rubric, dict[str, Answer]]) -> None:
    rubric, told = made
    sheet = score_sheet(rubric, told)
    for leaf in rubric.leaves():
        got = sheet.items[leaf.code].score
        assert leaf.method is not None
        if got is not None:
            assert leaf.method.least(leaf.maximum) <= got <= leaf.method.best(leaf.maximum)
            assert got == got.quantize(Decimal("0.01"))


@given(sheets())
def test_no_total_is_above_the_own_maximum_with_rewards_or_below_the_deductions(
    made: tuple[Rubric, dict[str, Answer]],
) -> None:
    total = score_sheet(*made).total
    assert -3 <= total.score <= total.maximum + 4


@given(sheets(), st.randoms(use_true_random=False))
def test_the_order_in_which_answers_come_changes_nothing(
    made: tuple[Rubric, dict[str, Answer]], chance: Random
) -> None:
    rubric, told = made
    shuffled = list(told.items())
    chance.shuffle(shuffled)
    assert score_sheet(rubric, dict(shuffled)) == score_sheet(rubric, told)


@given(sheets())
def test_the_same_answers_give_the_same_sheet(made: tuple[Rubric, dict[str, Answer]]) -> None:
    assert score_sheet(*made) == score_sheet(*made)


@given(sheets(), st.data())
def test_an_item_that_does_not_apply_raises_no_other(
    made: tuple[Rubric, dict[str, Answer]], data: st.DataObject
) -> None:
    rubric, told = made
    out = data.draw(st.sampled_from([leaf.code for leaf in rubric.leaves()]))
    before, after = score_sheet(rubric, told), score_sheet(rubric, told | {out: Answer(applies=False)})
    for code, was in before.items.items():
        now = after.items[code]
        if code == out or now.score is None:
            continue
        assert was.score is None or now.score <= was.score


@given(sheets())
def test_what_has_no_data_gives_no_percentage(made: tuple[Rubric, dict[str, Answer]]) -> None:
    sheet = score_sheet(*made)
    missing = sum(item.score is None and item.maximum > 0 for item in sheet.items.values())
    assert sheet.percent is None or not missing
