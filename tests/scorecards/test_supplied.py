"""The example of the communes says what its table says: its codes, its tree and its maxima, but where it leaves them open."""

import csv
from decimal import Decimal

import pytest
from tests.founding import SHARED

from vidan.domain.scoring.answers import Answer
from vidan.domain.scoring.rubric import faults
from vidan.domain.scoring.sheet import score_sheet
from vidan.scorecards.rubrics import supplied_as

pytestmark = pytest.mark.once

TABLE = SHARED / "data" / "par_index_example.csv"
OPEN = {"V": "", "V.1": "-1"}
"""Where the table has no maximum, or only that of the first days; data/rubrics says why ours differ."""

RUBRIC = supplied_as("chuyen-doi-so-cap-xa").rubric


@pytest.mark.shared
def test_codes_parents_and_maxima_are_those_of_the_table() -> None:
    with TABLE.open(encoding="utf-8") as file:
        rows = {row["code"]: row for row in csv.DictReader(file)}
    assert [node.code for node in RUBRIC.walk()] == list(rows)
    assert {child.code: node.code for node in RUBRIC.walk() for child in node.children} == {
        code: row["parent_code"] for code, row in rows.items() if row["parent_code"]
    }
    differ = {n.code: rows[n.code]["max_score"] for n in RUBRIC.walk() if rows[n.code]["max_score"] != str(n.maximum)}
    assert differ == OPEN


@pytest.mark.shared
def test_what_may_not_apply_is_what_the_table_says_lowers_the_maximum() -> None:
    with TABLE.open(encoding="utf-8") as file:
        said = {row["code"] for row in csv.DictReader(file) if "NOT APPLICABLE" in row["notes"]}
    assert {leaf.code for leaf in RUBRIC.leaves() if leaf.may_not_apply} == said


def test_it_has_no_fault_and_counts_what_is_there() -> None:
    assert faults(RUBRIC) == []
    assert RUBRIC.maximum == Decimal(85)


@pytest.mark.parametrize(("days", "off"), [(0, 0), (1, -1), (2, -1), (3, -2), (5, -4), (9, -4)])
def test_days_late_take_off_what_the_table_says(days: int, off: int) -> None:
    sheet = score_sheet(RUBRIC, {"V.1": Answer({"days_late": Decimal(days)})})
    assert sheet.items["V.1"].score == off


@pytest.mark.parametrize(("share", "got"), [(85, "10"), (90, "10"), (60, "7.06"), (80, "9.41"), (59, "0")])
def test_what_was_spent_is_scored_by_its_share(share: int, got: str) -> None:
    inputs = {"part": Decimal(share), "whole": Decimal(100)}
    assert score_sheet(RUBRIC, {"II.6": Answer(inputs)}).items["II.6"].score == Decimal(got)
