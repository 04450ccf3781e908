"""Rubrics for tests, kept by the district's Front through the services."""

from typing import Any

from tests.cases.made import actor, unit

from vidan.scorecards.models import RubricVersion
from vidan.scorecards.rubrics import supplied_as
from vidan.scorecards.services.publish_rubric import publish_rubric
from vidan.scorecards.services.write_rubric import Heading, draft_rubric, replace_items, take_over

FRONT = "mttq-a-quan-2"
HEADING = Heading("Bộ tiêu chí thử, năm 2018", "Quyết định thử", "ward", 2018, 2019)

ITEMS: list[dict[str, Any]] = [
    {"code": "I", "title": "Chỉ đạo", "maximum": "10"},
    {"code": "I.1", "parent": "I", "title": "Kế hoạch", "maximum": "6", "method": {"kind": "yes_no"}},
    {
        "code": "I.2",
        "parent": "I",
        "title": "Báo cáo",
        "maximum": "4",
        "method": {"kind": "levels", "levels": [["a", "Đủ", "4"], ["b", "Thiếu", "1.5"]]},
        "may_not_apply": True,
        "evidence": "Báo cáo đã ký",
    },
    {
        "code": "P",
        "title": "Điểm trừ",
        "maximum": "-2",
        "method": {"kind": "each", "rate": "-0.5"},
        "block": "deduction",
        "cap": "-1",
    },
]
"""A field with two items, one of which may not apply, and a deduction; without faults."""


def item(of: str, /, **changed: Any) -> dict[str, Any]:
    """One of ITEMS, changed."""
    return next(one for one in ITEMS if one["code"] == of) | changed


def drafted(*items: dict[str, Any]) -> RubricVersion:
    """A draft with ITEMS, or with others."""
    made = draft_rubric(front=unit(FRONT), heading=HEADING, bands=None, actor=actor("can-bo-quan"))
    replace_items(pk=made.pk, version=made.version, items=items or ITEMS, actor=actor("can-bo-quan"))
    return reload(made)


def published() -> RubricVersion:
    """A published version with ITEMS."""
    made = drafted()
    return publish_rubric(pk=made.pk, version=made.version, actor=actor("lanh-dao"))


def taken(slug: str) -> RubricVersion:
    """A supplied rubric as a draft."""
    return take_over(front=unit(FRONT), supplied=supplied_as(slug), actor=actor("can-bo-quan"))


def reload(version: RubricVersion) -> RubricVersion:
    """The version as the database has it now."""
    return RubricVersion.objects.select_related("front").get(pk=version.pk)
