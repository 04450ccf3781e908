"""A checklist is read whole or refused, and is kept beside a survey as it was."""

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.watching.checklist import Found, Unusable, checklist_from, counted, having, to_written

ROW = {"code": "one", "words": "Một", "words_en": "One", "hint": "Xem.", "hint_en": "Look.", "origin": "own"}
WHOLE = {"version": "1", "item": [ROW, ROW | {"code": "two", "origin": "plan", "source": "Kế hoạch"}]}


def test_what_is_kept_is_read_back_the_same() -> None:
    checklist = checklist_from(WHOLE)
    assert checklist_from(to_written(checklist)) == checklist


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({}, "version and items"),
        ({"version": "1", "item": []}, "version and items"),
        ({"version": 1, "item": [ROW]}, "version and items"),
        ({"version": "1", "item": [ROW, ROW]}, "twice: one"),
        ({"version": "1", "item": [ROW | {"words_en": ""}]}, "one: without words_en"),
        ({"version": "1", "item": [ROW | {"origin": "law"}]}, "unknown origin law"),
        ({"version": "1", "item": [ROW | {"origin": "plan"}]}, "has its source"),
        ({"version": "1", "item": [ROW | {"source": "Nghị định"}]}, "has its source"),
    ],
)
def test_a_checklist_that_cannot_be_used_says_where(told: dict[str, Any], why: str) -> None:
    with pytest.raises(Unusable, match=why):
        checklist_from(told)


def test_an_item_that_nobody_looked_at_is_not_known() -> None:
    checklist = checklist_from(WHOLE)
    assert counted(checklist, {"one": Found.YES}) == {Found.YES: 1, Found.PARTLY: 0, Found.NO: 0, Found.UNKNOWN: 1}
    assert [item.code for item in having(checklist, {"one": Found.YES}, Found.UNKNOWN)] == ["two"]


@given(st.dictionaries(st.sampled_from(["one", "two", "gone"]), st.sampled_from(Found)))
def test_the_counts_add_up_to_the_items(findings: dict[str, Found]) -> None:
    checklist = checklist_from(WHOLE)
    counts = counted(checklist, findings)
    assert sum(counts.values()) == len(checklist.items)
    assert all(len(list(having(checklist, findings, found))) == n for found, n in counts.items())
