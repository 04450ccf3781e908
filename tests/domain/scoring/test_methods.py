"""Each way to score an item, by a table of cases worked out by hand from published rubrics."""

from decimal import Decimal
from typing import Any

import pytest

from vidan.domain.scoring.answers import Inputs, Why, WrongInput
from vidan.domain.scoring.methods import (
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

CHECKED = RatioSteps(
    (Step(Decimal(30), Decimal(1)), Step(Decimal(25), Decimal("0.5")), Step(Decimal(0), Decimal("0.25"))),
    nothing=Decimal(0),
)
DONE = RatioSteps(
    (
        Step(Decimal(100), Decimal(10)),
        Step(Decimal(90), Decimal(8)),
        Step(Decimal(80), Decimal(6)),
        Step(Decimal(70), Decimal(4)),
    )
)
HEARERS = CountSteps((Step(Decimal(100), Decimal(4)), Step(Decimal(50), Decimal(3)), Step(Decimal(1), Decimal(2))))
SPENT = Proportional(full=Decimal(85), start=Decimal(60))
PLATFORM = Levels(
    (
        Level("regular", "Thường xuyên", Decimal(10)),
        Level("rare", "Không thường xuyên", Decimal(3)),
        Level("none", "Không", Decimal(0)),
    )
)
LATE = PerDay(rate=Decimal(1), first=Decimal(1), free=2)
SURVEY = Mapped()
FIVE = Mapped(low=Decimal(1), high=Decimal(5))


def share(part: Any, whole: Any) -> Inputs:
    return {"part": Decimal(part), "whole": Decimal(whole)}


@pytest.mark.parametrize(
    ("method", "maximum", "inputs", "score", "why"),
    [
        (YesNo(), "3", {"done": True}, "3", Why.YES),
        (YesNo(), "3", {"done": False}, "0", Why.NO),
        (CHECKED, "1", share(3, 10), "1", Why.STEP),  # the lower bound is in
        (CHECKED, "1", share(2999, 10000), "0.5", Why.STEP),
        (CHECKED, "1", share(25, 100), "0.5", Why.STEP),
        (CHECKED, "1", share(1, 100), "0.25", Why.STEP),
        (CHECKED, "1", share(0, 100), "0", Why.NOTHING_DONE),
        (DONE, "10", share(20, 20), "10", Why.STEP),
        (DONE, "10", share(21, 20), "10", Why.STEP),
        (DONE, "10", share(19, 20), "8", Why.STEP),
        (DONE, "10", share(9, 10), "8", Why.STEP),
        (DONE, "10", share(2, 3), "0", Why.BELOW_STEPS),
        (HEARERS, "4", {"count": Decimal(100)}, "4", Why.STEP),
        (HEARERS, "4", {"count": Decimal(99)}, "3", Why.STEP),
        (HEARERS, "4", {"count": Decimal(49)}, "2", Why.STEP),
        (HEARERS, "4", {"count": Decimal(0)}, "0", Why.BELOW_STEPS),
        (SPENT, "10", share(85, 100), "10", Why.FULL),
        (SPENT, "10", share(97, 100), "10", Why.FULL),
        (
            SPENT,
            "10",
            share(12, 10),
            "10",
            Why.FULL,
        ),  # a decision of a proposal of the year before: no more than the maximum
        (SPENT, "10", share(80, 100), "9.41", Why.PROPORTION),  # 80/85 x 10 = 9.4117...
        (SPENT, "10", share(60, 100), "7.06", Why.PROPORTION),  # 60/85 x 10 = 7.0588...
        (SPENT, "10", share("59.99", 100), "0", Why.BELOW_FLOOR),
        (PLATFORM, "10", {"level": "rare"}, "3", Why.LEVEL),
        (LATE, "-5", {"days_late": Decimal(0)}, "0", Why.ON_TIME),
        (LATE, "-5", {"days_late": Decimal(1)}, "-1", Why.LATE),
        (LATE, "-5", {"days_late": Decimal(2)}, "-1", Why.LATE),
        (LATE, "-5", {"days_late": Decimal(4)}, "-3", Why.LATE),
        (LATE, "-5", {"days_late": Decimal(40)}, "-5", Why.LATE),
        (LATE, "0", {"days_late": Decimal(40)}, "0", Why.LATE),
        (Each(Decimal(1)), "2", {"count": Decimal(3)}, "2", Why.EACH),
        (Each(Decimal("-0.5")), "-2", {"count": Decimal(3)}, "-1.5", Why.EACH),
        (Each(Decimal("-0.5")), "-2", {"count": Decimal(9)}, "-2", Why.EACH),
        (SURVEY, "35", {"index": Decimal("93.8")}, "32.83", Why.MAPPED),
        (FIVE, "10", {"index": Decimal(5)}, "10", Why.MAPPED),
        (FIVE, "10", {"index": Decimal(1)}, "0", Why.MAPPED),
        (FIVE, "10", {"index": Decimal("3.5")}, "6.25", Why.MAPPED),
        (Judged(), "1.25", {"points": Decimal("1.1")}, "1.1", Why.JUDGED),
        (Judged(), "-3", {"points": Decimal(-2)}, "-2", Why.JUDGED),
    ],
)
def test_an_item_gets_the_points_of_its_case(
    method: Method, maximum: str, inputs: Inputs, score: str, why: Why
) -> None:
    got = method.score(inputs, Decimal(maximum))
    assert (got.score, got.maximum, got.why) == (Decimal(score), Decimal(maximum), why)
    assert got.inputs == inputs


@pytest.mark.parametrize(
    "method", [YesNo(), CHECKED, HEARERS, SPENT, PLATFORM, LATE, Each(Decimal(1)), SURVEY, Judged()]
)
def test_an_item_without_data_is_missing_and_not_zero(method: Method) -> None:
    got = method.score({}, Decimal(10))
    assert (got.score, got.why) == (None, Why.MISSING)


def test_a_share_of_nothing_is_no_data() -> None:
    assert DONE.score(share(0, 0), Decimal(10)).score is None
    assert DONE.score({"part": Decimal(3)}, Decimal(10)).score is None


@pytest.mark.parametrize(
    ("method", "inputs"),
    [
        (YesNo(), {"done": Decimal(1)}),
        (PLATFORM, {"level": "other"}),
        (DONE, {"part": Decimal(-1), "whole": Decimal(3)}),
        (DONE, {"part": True, "whole": Decimal(3)}),
        (HEARERS, {"count": "9"}),
        (HEARERS, {"count": Decimal("NaN")}),
        (HEARERS, {"count": Decimal("Infinity")}),
        (LATE, {"days_late": Decimal("1.5")}),
        (SURVEY, {"index": Decimal("100.01")}),
        (FIVE, {"index": Decimal("0.9")}),
        (Judged(), {"points": Decimal("1.26")}),
        (Judged(), {"points": Decimal("-0.01")}),
        (Judged(), {"points": Decimal("1.111")}),
    ],
)
def test_an_input_out_of_its_range_is_refused_and_named(method: Method, inputs: Inputs) -> None:
    with pytest.raises(WrongInput) as refused:
        method.score(inputs, Decimal("1.25"))
    assert refused.value.name in inputs


def test_the_reason_holds_the_numbers_that_a_sentence_needs() -> None:
    assert SPENT.score(share(80, 100), Decimal(10)).told == {"reached": "80", "full": "85"}
    assert DONE.score(share(19, 20), Decimal(10)).told == {"reached": "95", "start": "90"}
    assert PLATFORM.score({"level": "rare"}, Decimal(10)).told == {"level": "Không thường xuyên"}
