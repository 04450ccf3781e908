"""The worked tables of docs/rules/surveys.md are true."""

import re
from pathlib import Path

import pytest

from vidan.domain.surveystats.hiding import Rule, join, joined
from vidan.domain.surveystats.levels import Counts
from vidan.surveys.results.numbers import counts_told

pytestmark = pytest.mark.once

TEXT = (Path(__file__).parents[2] / "docs" / "rules" / "surveys.md").read_text(encoding="utf-8")
COUNTS = r"(\d+(?:, \d+){4})"
WORKED = re.findall(
    rf"^\| {COUNTS} \| (\d*) ?\| (\d+) \| ([\d.]+) \| ([\d.]+) – ([\d.]+) \| ([\d.]+) \|$", TEXT, re.MULTILINE
)
JOINED = re.findall(rf"^\| {COUNTS} \| (1[+\d]*: [^;|]*)", TEXT, re.MULTILINE)


def counts_of(told: str) -> Counts:
    return Counts(tuple(int(one) for one in told.split(", ")))


@pytest.mark.parametrize("row", WORKED)
def test_the_worked_table_of_counts(row: tuple[str, ...]) -> None:
    counts, people, *told = row
    found = counts_told(counts_of(counts), int(people) if people else None)
    assert [str(found["answers"]), found["index"], found["low"], found["high"], found["mean"]] == told


@pytest.mark.parametrize("row", JOINED)
def test_the_table_of_joined_levels(row: tuple[str, str]) -> None:
    counts = counts_of(row[0])
    blocks = join([counts], [], Rule(3, 10))
    shown = [f"{'+'.join(map(str, one))}: {n}" for one, n in zip(blocks, joined(counts, blocks), strict=True)]
    assert ", ".join(shown) == row[1].strip()


def test_the_tables_are_found() -> None:
    assert (len(WORKED), len(JOINED)) == (6, 3)
