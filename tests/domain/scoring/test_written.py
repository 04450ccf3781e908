"""A rubric is written down and read back as it was; what cannot be read is named with its place."""

from typing import Any

import pytest
from hypothesis import given
from tests.domain.scoring.test_properties import rubrics

from vidan.domain.scoring.rubric import Rubric
from vidan.domain.scoring.written import Unreadable, rubric_from, rubric_to


@given(rubrics())
def test_a_rubric_comes_back_as_it_was_written(rubric: Rubric) -> None:
    assert rubric_from(rubric_to(rubric)) == rubric


def row(**changed: Any) -> dict[str, Any]:
    return {"code": "1", "title": "Một", "maximum": "2", "method": {"kind": "yes_no"}} | changed


def read(*rows: dict[str, Any]) -> Rubric:
    return rubric_from({"name": "thử", "items": rows})


def test_children_stand_below_their_parent_in_the_order_of_the_rows() -> None:
    rubric = read(row(code="2", parent="1"), {"code": "1", "title": "", "maximum": "4"}, row(code="3", parent="1"))
    assert [node.code for node in rubric.walk()] == ["1", "2", "3"]


@pytest.mark.parametrize(
    ("changed", "place"),
    [
        ({"code": ""}, "code"),
        ({"parent": "9"}, "parent"),
        ({"parent": "1"}, "parent"),
        ({"maximum": "hai"}, "maximum"),
        ({"maximum": "NaN"}, "maximum"),
        ({"maximum": "1e3"}, "maximum"),
        ({"maximum": "1_0"}, "maximum"),
        ({"maximum": "１"}, "maximum"),
        ({"maximum": "1" * 10}, "maximum"),
        ({"maximum": "0.0000001"}, "maximum"),
        ({"maximum": None}, "maximum"),
        ({"block": "other"}, "block"),
        ({"scorer": "other"}, "scorer"),
        ({"cap": "x"}, "cap"),
        ({"method": {"kind": "magic"}}, "method"),
        ({"method": {}}, "method"),
        ({"method": {"kind": "levels", "levels": []}}, "method"),
        ({"method": {"kind": "levels", "levels": [["a", "A", "1"], ["a", "B", "2"]]}}, "method"),
        ({"method": {"kind": "ratio_steps", "steps": [["90"]]}}, "method"),
        ({"method": {"kind": "ratio_steps"}}, "method"),
        ({"method": {"kind": "proportional", "full": "0"}}, "method"),
        ({"method": {"kind": "proportional", "full": "60", "start": "85"}}, "method"),
        ({"method": {"kind": "mapped", "low": "5", "high": "5"}}, "method"),
        ({"method": {"kind": "conditional", "on": "1"}}, "method"),
        ({"method": {"kind": "per_day", "rate": "1", "free": "x"}}, "method"),
        ({"method": {"kind": "per_day", "rate": "-1"}}, "method"),
        ({"method": {"kind": "judged", "places": 7}}, "method"),
    ],
)
def test_what_cannot_be_read_is_named_with_its_place(changed: dict[str, Any], place: str) -> None:
    with pytest.raises(Unreadable) as refused:
        read(row(**changed))
    assert refused.value.place == place


def test_a_code_that_stands_twice_is_refused() -> None:
    with pytest.raises(Unreadable) as refused:
        read(row(code="1"), row(code="1"), row(code="2", parent="1"))
    assert (refused.value.code, refused.value.place) == ("1", "code")


def test_a_tree_that_is_deeper_than_any_rubric_is_refused() -> None:
    chain = [row(code=str(n), parent=str(n - 1) if n else "") for n in range(20_000)]
    with pytest.raises(Unreadable) as refused:
        read(*chain)
    assert refused.value.place == "parent"


def test_a_parent_that_is_its_own_grandchild_is_refused() -> None:
    with pytest.raises(Unreadable):
        read(row(code="1", parent="2"), row(code="2", parent="1"))
