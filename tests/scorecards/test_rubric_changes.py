"""The difference of two versions: what was added, removed and changed, by code; the order of items is none."""

from dataclasses import replace
from decimal import Decimal
from typing import Any

import pytest

from vidan.domain.scoring.methods import Each, Judged, YesNo
from vidan.domain.scoring.rubric import Block, Criterion, Rubric, Scorer
from vidan.scorecards.change_words import WORDS, difference_words
from vidan.scorecards.rubric_changes import PROPERTIES, Change, Difference, Kind, changes

pytestmark = pytest.mark.once

ONE = Criterion("1.1", "Một", Decimal(1), YesNo())
TWO = Criterion("1.2", "Hai", Decimal(2), Judged())


def rubric(*items: Criterion, above: str = "1") -> Rubric:
    return Rubric("", (Criterion(above, "Lĩnh vực", Decimal(3), children=items),))


def test_the_same_rubric_and_another_order_differ_in_nothing() -> None:
    assert changes(rubric(ONE, TWO), rubric(TWO, ONE)) == []


def test_an_item_that_is_gone_and_one_that_is_new_are_told() -> None:
    assert changes(rubric(ONE), rubric(TWO)) == [Change(Kind.REMOVED, ONE), Change(Kind.ADDED, TWO)]


def test_an_item_that_stands_elsewhere_has_another_parent() -> None:
    was = Rubric("", (Criterion("1", "", Decimal(1), children=(ONE,)), Criterion("2", "", Decimal(1))))
    now = Rubric("", (Criterion("1", "", Decimal(1)), Criterion("2", "", Decimal(1), children=(ONE,))))
    assert changes(was, now) == [Change(Kind.CHANGED, ONE, (Difference("parent", "1", "2"),))]


@pytest.mark.parametrize(
    ("name", "value", "was", "now"),
    [
        ("title", "Khác", "Một", "Khác"),
        ("maximum", Decimal("1.5"), "1", "1,5"),
        ("method", Each(Decimal(1)), "Có: 1 điểm; không: 0 điểm.", "Mỗi việc được 1 điểm, tối đa 1 điểm."),
        ("method", None, "Có: 1 điểm; không: 0 điểm.", "–"),
        ("may_not_apply", True, "không", "có"),
        ("scorer", Scorer.APPRAISER, "Đơn vị", "Thẩm định"),
        ("evidence", "Báo cáo", "–", "Báo cáo"),
        ("block", Block.BONUS, "Tính điểm", "Thưởng"),
        ("cap", Decimal(0), "–", "0"),
        ("figure", "cases.answered", "–", "cases.answered"),
    ],
)
def test_a_changed_property_is_told_with_what_it_was_and_is(name: str, value: Any, was: str, now: str) -> None:
    changed: dict[str, Any] = {name: value}
    (change,) = changes(rubric(ONE), rubric(replace(ONE, **changed)))
    assert change.differences == (Difference(name, getattr(ONE, name), value),)
    assert [told[1:] for told in difference_words(change)] == [(was, now)]


def test_every_property_has_its_words() -> None:
    assert set(WORDS) == {*PROPERTIES, "parent"}
