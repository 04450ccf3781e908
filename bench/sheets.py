"""What scoring costs: one save on a sheet of 120 items, and many sheets scored and ranked; the engine alone."""

import time
from collections.abc import Callable
from decimal import Decimal
from statistics import median

from vidan.domain.scoring.answers import Answer
from vidan.domain.scoring.methods import CountSteps, Level, Levels, Proportional, Step, YesNo
from vidan.domain.scoring.ranks import rank
from vidan.domain.scoring.rubric import Criterion, Rubric
from vidan.domain.scoring.sheet import score_sheet

ITEMS, WARDS = 120, 168
"""The items of a full rubric, and the wards, communes and special zone of Ho Chi Minh City since July 2025."""

METHODS = (
    (Proportional(Decimal(100), Decimal(50)), {"part": Decimal(9), "whole": Decimal(11)}),
    (YesNo(), {"done": True}),
    (Levels((Level("a", "A", Decimal(1)), Level("b", "B", Decimal(0)))), {"level": "a"}),
    (CountSteps((Step(Decimal(0), Decimal(1)), Step(Decimal(5), Decimal("0.5")))), {"count": Decimal(3)}),
)
ROUNDS = 30


def rubric_of(items: int) -> Rubric:
    """Eight fields of three criteria each, with so many items below them."""
    each = items // 24
    fields = []
    for f in range(8):
        criteria = []
        for c in range(3):
            leaves = tuple(
                Criterion(f"{f}.{c}.{i}", "Mục", Decimal(1), METHODS[(f + c + i) % len(METHODS)][0])
                for i in range(each)
            )
            criteria.append(Criterion(f"{f}.{c}", "Tiêu chí", Decimal(each), children=leaves))
        fields.append(Criterion(f"{f}", "Lĩnh vực", Decimal(3 * each), children=tuple(criteria)))
    return Rubric("đo", tuple(fields))


def answers_of(rubric: Rubric, shift: int = 0) -> dict[str, Answer]:
    """An answer to every item; `shift` leaves one of them out, so that sheets differ."""
    inputs = {method.kind: told for method, told in METHODS}
    leaves = list(rubric.leaves())
    kept = leaves if not shift else leaves[: -(shift % 7 + 1)]
    return {leaf.code: Answer(inputs[leaf.method.kind]) for leaf in kept if leaf.method}


def one_save_ms(items: int = ITEMS) -> float:
    """Processor milliseconds to score a sheet anew, as every save of an item does: the median of some rounds."""
    rubric = rubric_of(items)
    answers = answers_of(rubric)
    return median(_spent_ms(lambda: score_sheet(rubric, answers)) for _n in range(ROUNDS))


def ranking_ms(wards: int) -> float:
    """Processor milliseconds to score and rank so many sheets."""
    rubric = rubric_of(ITEMS)
    sheets = [answers_of(rubric, shift) for shift in range(wards)]

    def work() -> None:
        rank({str(n): score_sheet(rubric, answers).total.score for n, answers in enumerate(sheets)})

    return median(_spent_ms(work) for _n in range(3))


def _spent_ms(work: Callable[[], object]) -> float:
    began = time.process_time()
    work()
    return (time.process_time() - began) * 1000
