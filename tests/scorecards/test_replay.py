"""Anybody counts a published sheet again; a changed file is found out."""

import copy
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.scoring.test_properties import rubrics
from tests.scorecards.made import carded

from vidan.domain.scoring.rubric import Rubric
from vidan.domain.scoring.written import rubric_to
from vidan.scorecards.counted import Side, rubric_of, sheet_of, values
from vidan.scorecards.kinds import State
from vidan.scorecards.models import RubricVersion
from vidan.scorecards.snapshot import FORM, digest_of, replayed, result

Told = dict[str, Any]


@pytest.fixture
def told(db: None) -> Told:
    card = carded(State.PUBLISHED)
    read: Told = json.loads(Client().get(f"/chi-so/phieu/{card.code}.json").content)
    return read


def replay(told: object, place: Path, **options: Any) -> str:
    place.write_text(told if isinstance(told, str) else json.dumps(told), encoding="utf-8")
    out = io.StringIO()
    call_command("score", "replay", str(place), stdout=out, **options)
    return out.getvalue()


def test_the_same_total_comes_out_with_each_reason(told: Told, tmp_path: Path) -> None:
    said = replay(told, tmp_path / "sheet.json")
    assert "II.1     10,80 / 12  Đạt 90%" in said
    assert "Tổng: 44,05 / 52" in said
    assert told["digest"] in said


def _points(told: Told) -> None:
    told["sheet"]["result"]["total"]["points"] = "99"


def _input(told: Told) -> None:
    told["sheet"]["scored"]["II.1"]["inputs"]["part"] = "10"


def _input_with_digest(told: Told) -> None:
    _input(told)
    told["digest"] = digest_of(told["sheet"])


@pytest.mark.parametrize("change", [_points, _input, _input_with_digest])
def test_a_changed_sheet_is_found_out(change: Callable[[Told], None], told: Told, tmp_path: Path) -> None:
    changed = copy.deepcopy(told)
    change(changed)
    with pytest.raises(CommandError, match=r"đã bị sửa|kết quả khác"):
        replay(changed, tmp_path / "sheet.json")


@pytest.mark.parametrize("junk", ["", "{}", "[]", "null", '{"sheet": {"form": 9}, "digest": ""}', "[" * 100_000])
def test_what_is_no_sheet_is_refused_with_a_sentence(junk: str, tmp_path: Path) -> None:
    with pytest.raises(CommandError, match="holds no published sheet"):
        replay(junk, tmp_path / "sheet.json")


@given(rubrics(), st.data())
def test_whatever_the_rubric_and_the_entries_a_replay_equals_the_original(rubric: Rubric, data: st.DataObject) -> None:
    told = rubric_to(rubric)
    version = RubricVersion(title=told.pop("name"), written=told, bands=None)
    said: dict[str, Side] = {}
    for leaf in rubric.leaves():
        names = leaf.method.asks if leaf.method else ()
        typed = {name: data.draw(st.sampled_from(["", "0", "1", "2.5", "yes", "no", "a"])) for name in names}
        side = Side({name: value for name, value in typed.items() if value}, data.draw(st.booleans()))
        try:
            values(leaf, side.inputs)
            sheet_of(rubric, said | {leaf.code: side})
        except ValueError:  # cannot be scored, so nobody could have entered it
            continue
        said[leaf.code] = side
    sheet = sheet_of(rubric_of(version), said)
    frozen = {
        "form": FORM,
        "rubric": {"title": rubric.name, "written": told, "bands": None},
        "scored": {code: {"inputs": side.inputs, "applies": side.applies, "note": ""} for code, side in said.items()},
    }
    again, counted = replayed(json.loads(json.dumps(frozen)))
    assert again == sheet
    assert counted == result(sheet, None)
