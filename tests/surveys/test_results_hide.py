"""No small number can be worked out of a result: SciPy tries all counts that fit everything that is told.

For each count of a level that is small and not told, in all, of a unit, a procedure or a month, the least and the greatest
value are sought that it could have for whoever reads the whole result and knows the frame; they must differ.
"""

from collections.abc import Callable, Iterator
from datetime import date
from itertools import product
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.optimize import linprog
from tests.surveys.counted import APRIL, MARCH, form_of, part, scale, tallied_of

from vidan.domain.publishing.small import is_small
from vidan.domain.surveystats.hiding import Rule
from vidan.surveys.results.tallied import Tallied
from vidan.surveys.results.tell import tell

pytestmark = pytest.mark.once

RULE = Rule(3, 6)
FORM = form_of(scale("a"))
PARTS = [part(1, "x", "p"), part(2, "x", "q"), part(3, "y", "p"), part(4, "z", "r")]
MONTHS = (MARCH, APRIL)
CELLS = list(product([one.pk for one in PARTS], MONTHS, range(1, 6)))
"""The unknown counts: stratum, month, level."""

Which = Callable[[int, date, int], bool]


def of_strata(own: set[int]) -> Which:
    return lambda pk, _month, _level: pk in own


def of_month(own: date) -> Which:
    return lambda _pk, month, _level: month == own


def of_any(many: list[Which]) -> Which:
    return lambda pk, month, level: any(one(pk, month, level) for one in many)


def groups() -> Iterator[tuple[str, str, Which]]:
    """Every group of replies that a result could tell of, by table and code."""
    yield "overall", "", lambda _pk, _month, _level: True
    for table, name in (("units", "unit"), ("procedures", "procedure")):
        for code in sorted({getattr(one, name) for one in PARTS}):
            own = {one.pk for one in PARTS if getattr(one, name) == code}
            yield table, code, of_strata(own)
    for month in MONTHS:
        yield "months", f"{month:%Y-%m}", of_month(month)


def row(which: Which) -> list[int]:
    return [int(which(*cell)) for cell in CELLS]


def at(which: Which, levels: list[int]) -> Which:
    return lambda pk, month, level: which(pk, month, level) and level in levels


def told_of(told: dict[str, Any]) -> Iterator[tuple[Which, int]]:
    """Every number of a result, as a sum of unknown counts: answers, satisfied answers, joined levels, of all and by line."""
    by_code = {(table, code): which for table, code, which in groups()}
    everything = by_code["overall", ""]
    yield everything, told["replies"]
    for item in told["items"]:
        if not item["withheld"]:
            yield from _counts(everything, item["measure"], item["blocks"])
    for table in ("units", "procedures", "months"):
        for line in told[table]:
            which = of_any([by_code[table, code] for code in line["codes"]])
            yield which, line["replies"]
            for code, measure in line["items"].items():
                yield from _counts(which, measure, line.get("scales", {}).get(code, {"blocks": []})["blocks"])


def _counts(which: Which, measure: dict[str, Any], blocks: list[dict[str, Any]]) -> Iterator[tuple[Which, int]]:
    yield which, measure["answers"]
    yield at(which, [4, 5]), measure["satisfied"]
    for block in blocks:
        yield at(which, block["levels"]), block["count"]


def is_told(told: dict[str, Any], table: str, code: str, level: int) -> bool:
    if table == "overall":
        found = [item["blocks"] for item in told["items"] if not item["withheld"]]
    else:
        found = [line["scales"]["a"]["blocks"] for line in told[table] if line["code"] == code and line.get("scales")]
    return any(block["levels"] == [level] for blocks in found for block in blocks)


def known(counts: list[int]) -> Tallied:
    replies = [
        (pk, month, {"a": str(level)}, False)
        for (pk, month, level), n in zip(CELLS, counts, strict=True)
        for _n in range(n)
    ]
    return tallied_of(FORM, PARTS, replies)


@st.composite
def sparse(draw: st.DrawFn) -> list[int]:
    """Counts with few levels and strata in use, where little is left to choose from."""
    used = {
        "pk": draw(st.sets(st.sampled_from([one.pk for one in PARTS]), min_size=2)),
        "level": draw(st.sets(st.integers(1, 5), min_size=1, max_size=3)),
    }
    several = st.sampled_from([0, 1, 2, 3, 7])
    return [draw(several) if pk in used["pk"] and level in used["level"] else 0 for pk, _month, level in CELLS]


@settings(deadline=None, max_examples=150)
@given(sparse())
def test_no_small_count_that_is_not_told_can_be_worked_out(counts: list[int]) -> None:
    told = tell(FORM, known(counts), RULE)
    if not told["items"]:  # too few replies: nothing but their number is told
        return
    matrix, values = zip(*[(row(which), value) for which, value in told_of(told)], strict=True)
    assert np.array_equal(np.array(matrix) @ counts, values), "the reader is told what is true"
    for table, code, which in groups():
        for level in range(1, 6):
            sought = row(at(which, [level]))
            true = int(np.dot(sought, counts))
            if not is_small(true, RULE.least_answers):
                continue
            assert not is_told(told, table, code, level), (table, code, level, true)
            low, high = (
                sign * linprog(sign * np.array(sought), A_eq=matrix, b_eq=values, bounds=(0, None)).fun
                for sign in (1, -1)
            )
            assert high - low > 0.99, (table, code, level, true, low, high)
