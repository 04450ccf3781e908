"""Why an item got its points, in a sentence: numbers as the reader writes them, codes and words as they are."""

from decimal import Decimal

import pytest
from django.utils.translation import override

from vidan.domain.scoring.answers import Inputs
from vidan.domain.scoring.methods import (
    Conditional,
    CountSteps,
    Level,
    Levels,
    Method,
    Proportional,
    RatioSteps,
    Step,
    YesNo,
)
from vidan.scorecards.reasons import reason

pytestmark = pytest.mark.once

FULL = Proportional(Decimal(85), Decimal(60))
STEPS = (Step(Decimal(90), Decimal(8)), Step(Decimal("62.5"), Decimal(4)))


@pytest.mark.parametrize(
    ("method", "inputs", "said"),
    [
        (RatioSteps(STEPS), {"part": Decimal(37), "whole": Decimal(40)}, "Đạt 92,5%, thuộc bậc từ 90% trở lên."),
        (RatioSteps(STEPS), {"part": Decimal(1), "whole": Decimal(2)}, "Đạt 50%, dưới bậc thấp nhất: 0 điểm."),
        (FULL, {"part": Decimal(97), "whole": Decimal(100)}, "Đạt 97%, từ 85% trở lên: đạt điểm tối đa."),
        (FULL, {"part": Decimal(12), "whole": Decimal(10)}, "Đạt hơn 100%, từ 85% trở lên: đạt điểm tối đa."),
        (CountSteps(STEPS), {"count": Decimal(70)}, "Đạt 70, thuộc bậc từ 62,5 trở lên."),
        (CountSteps(STEPS), {"count": Decimal(7)}, "Đạt 7, dưới bậc thấp nhất: 0 điểm."),
        (Levels((Level("a", "2.10", Decimal(1)),)), {"level": "a"}, "Mức đạt được: 2.10."),
        (Levels((Level("a", "Infinity", Decimal(1)),)), {"level": "a"}, "Mức đạt được: Infinity."),
        (Conditional("1.10", YesNo(), YesNo()), {}, "Chờ điểm của mục 1.10."),
    ],
)
def test_the_reason_of_an_item(method: Method, inputs: Inputs, said: str) -> None:
    with override("vi"):
        assert reason(method.score(inputs, Decimal(8))) == said
