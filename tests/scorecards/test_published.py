"""Published tables come out as they were published: totals, ranks and means from the parts alone."""

import json
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import CommandError, call_command
from pytest_django import Settings
from tests.founding import SHARED

from vidan.domain.scoring.rubric import faults
from vidan.scorecards.published import NotATable, groups, rows
from vidan.scorecards.rubrics import NoRubric, supplied, supplied_as

pytestmark = pytest.mark.once

BINH_DUONG = """source,level,year,unit_vi,appraised_score,survey_score,total,rank
S1,district,2017,Thành phố Thủ Dầu Một,51.75,32.83,1,9
S1,district,2017,Thị xã Tân Uyên,48.75,33.25,,
S1,district,2017,Huyện Bàu Bàng,47.45,32.82,,
S1,district,2017,Thị xã Thuận An,46.8,32.24,,
S1,district,2017,Thị xã Dĩ An,46.5,31.56,,
S1,district,2017,Thị xã Bến Cát,45.75,32.08,,
S1,district,2017,Huyện Dầu Tiếng,44,32.22,,
S1,district,2017,Huyện Phú Giáo,46,30.03,,
S1,district,2017,Huyện Bắc Tân Uyên,40.45,31.01,,
"""
"""The parts as published; the total and rank of the first row are wrong on purpose, and are not read."""

PUBLISHED = ["84.58", "82.00", "80.27", "79.04", "78.06", "77.83", "76.22", "76.03", "71.46"]


def totals(slug: str, text: str) -> list[list[Decimal | None]]:
    return [[line.total for line in group.lines] for group in groups(supplied_as(slug), text)]


def said(*words: str) -> str:
    out = StringIO()
    call_command("score", *words, stdout=out)
    return out.getvalue()


def test_every_rubric_that_is_supplied_is_without_fault() -> None:
    assert [one.slug for one in supplied() if faults(one.rubric)] == []
    assert {"binh-duong-2017", "kien-an-2021", "papi-2011-2014", "par-index-2012"} <= {one.slug for one in supplied()}


def test_the_nine_districts_of_binh_duong_come_out_to_the_second_decimal() -> None:
    (group,) = groups(supplied_as("binh-duong-2017"), BINH_DUONG)
    assert [line.total for line in group.lines] == [Decimal(total) for total in PUBLISHED]
    assert [line.rank.rank if line.rank else None for line in group.lines] == list(range(1, 10))
    assert group.mean == Decimal("78.39")
    assert group.told == {"source": "S1", "level": "district", "year": "2017"}


MADE = """
title = "Thử"
decision = "Quyết định thử"
level = "ward"
from = 2018
to = 2018
source = "thử"
certainty = "I"

[table]
unit = ["unit"]

[[item]]
code = "A"
maximum = "10"
method = { kind = "judged" }
column = "a"

[bands]
basis = "percent"
band = [{ name = "Tốt", start = "80", above = true }, { name = "Khá", start = "0" }]
gate = [{ event = "criterion_at_zero", highest = "Khá" }]
"""


@pytest.fixture
def own_rubric(tmp_path: Path, settings: Settings) -> Path:
    """A rubric of ours with bands, in a folder of its own."""
    settings.DATA_FOLDER = tmp_path
    place = tmp_path / "rubrics" / "thu.toml"
    place.parent.mkdir()
    place.write_text(MADE, encoding="utf-8")
    return place


def test_a_rubric_with_bands_places_each_unit(own_rubric: Path) -> None:
    (group,) = groups(supplied_as("thu"), "unit,a\nX,8.01\nY,8\nZ,0\nW,\n")
    assert {line.unit: line.band for line in group.lines} == {"X": "Tốt", "Y": "Khá", "Z": "Khá", "W": ""}


@pytest.mark.parametrize(
    ("was", "now", "told"),
    [
        ('"judged"', '"magic"', "magic"),
        ('{ kind = "judged" }', '{ kind = "levels", levels = [["a", "A", "9"]] }', "unreached A"),
    ],
)
def test_a_supplied_rubric_with_a_fault_is_refused_with_its_file(
    was: str, now: str, told: str, own_rubric: Path
) -> None:
    own_rubric.write_text(MADE.replace(was, now), encoding="utf-8")
    with pytest.raises(ValueError, match=rf"thu\.toml: .*{told}"):
        supplied()


def test_the_order_of_the_rows_changes_nothing() -> None:
    head, *lines = BINH_DUONG.splitlines()
    assert totals("binh-duong-2017", "\n".join([head, *reversed(lines)])) == totals("binh-duong-2017", BINH_DUONG)


def test_a_unit_without_one_part_has_no_total_and_no_rank() -> None:
    (group,) = groups(supplied_as("binh-duong-2017"), BINH_DUONG.replace("51.75,32.83", "51.75,"))
    last = group.lines[-1]
    assert (last.unit, last.total, last.rank, last.percent) == ("Thành phố Thủ Dầu Một", None, None, None)
    assert len([line for line in group.lines if line.rank]) == 8


@pytest.mark.parametrize(
    ("text", "what"),
    [
        ("unit_vi,survey_score\nA,3\n", "appraised_score"),
        ("unit_vi,appraised_score,survey_score\nA,ba,3\n", "'ba'"),
        ("unit_vi,appraised_score,survey_score\nA,65.01,3\n", "65.01"),
        ("unit_vi,appraised_score,survey_score\nA,-1,3\n", "-1"),
        ("unit_vi,appraised_score,survey_score\nA,1,3\nA,2,3\n", "twice"),
        ("unit_vi,appraised_score,survey_score\n,1,3\n", "unit_vi"),
        ('unit_vi,appraised_score,survey_score\n"A,1,3\n', "line 2"),
    ],
)
def test_a_table_that_cannot_be_read_is_refused_with_its_line(text: str, what: str) -> None:
    with pytest.raises(NotATable, match=what):
        groups(supplied_as("binh-duong-2017"), text)


def test_an_empty_table_has_no_groups() -> None:
    assert groups(supplied_as("binh-duong-2017"), "") == []
    assert list(rows("# chỉ có ghi chú\n\n")) == []


def test_the_command_prints_json_and_words(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text(BINH_DUONG, encoding="utf-8")
    words = ("table", "--rubric", "binh-duong-2017", "--data", str(tmp_path / "a.csv"))
    (group,) = json.loads(said(*words, "--json"))["groups"]
    assert (group["source"], group["level"], group["year"], group["mean"]) == ("S1", "district", 2017, 78.39)
    first = group["units"][0]
    assert (first["unit"], first["total"], first["rank"], first["band"]) == ("Thành phố Thủ Dầu Một", 84.58, 1, None)
    assert "84,58 / 100" in said(*words)
    assert "Trung bình: 78,39" in said(*words)


@pytest.mark.parametrize(
    "words", [("--rubric", "other", "--data", "x"), ("--rubric", "binh-duong-2017", "--data", "x")]
)
def test_the_command_says_what_is_not_there(words: tuple[str, ...]) -> None:
    with pytest.raises(CommandError):
        said("table", *words)
    with pytest.raises(NoRubric):
        supplied_as("other")


def told(name: str) -> list[dict[str, str]]:
    return [row for _line, row in rows((SHARED / "data" / name).read_text(encoding="utf-8"))]


@pytest.mark.shared
@pytest.mark.parametrize(
    ("slug", "name", "unit", "close"),
    [
        ("binh-duong-2017", "par_results_example.csv", "unit_vi", "0"),
        ("par-index-2012", "results/par_index_provinces_2012_top19.csv", "unit_vi", "0"),
        ("papi-2011-2014", "results/papi_2011_2014_dimensions.csv", "province_vi", "0.000003"),
    ],
)
def test_the_tables_of_the_founding_texts_come_out(slug: str, name: str, unit: str, close: str) -> None:
    path = SHARED / "data" / name
    found = groups(supplied_as(slug), path.read_text(encoding="utf-8"))
    got = {
        (group.told.get("source", ""), group.told["year"], line.unit): line for group in found for line in group.lines
    }
    wanted = told(name)
    assert len(got) == len(wanted)
    parts = list(supplied_as(slug).columns.points.values())
    for row in wanted:
        line = got[row.get("source", ""), row["year"], row[unit]]
        if not all(row[part] for part in parts):
            assert line.total is None
            continue
        assert line.total is not None
        assert abs(line.total - Decimal(row["total"])) <= Decimal(close)
        if row.get("rank") and row.get("source") != "S2":  # of the ten wards of Kiến An one was published
            assert line.rank is not None
            assert line.rank.rank == int(row["rank"])
