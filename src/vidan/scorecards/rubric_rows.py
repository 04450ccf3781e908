"""A rubric out of rows as they are published: code, parent, title, maximum, and the levels in words with their points."""

from collections.abc import Iterable, Mapping
from typing import Any

from vidan.domain.scoring.written import Unreadable, number

BETWEEN = " ; "
"""Stands between two levels of a row."""

NOT_SCORED = "không đánh giá chấm điểm"
"""How a published sheet says that an item may not apply; it then lowers the unit's own maximum."""


def written(rows: Iterable[Mapping[str, str]], name: str) -> dict[str, Any]:
    """The rubric as domain/scoring/written.py reads it; an item without levels is scored by judgement. Raises Unreadable."""
    read = [dict(row) for row in rows]
    above = {row["parent_code"] for row in read}
    return {"name": name, "items": [_item(row, leaf=row["code"] not in above) for row in read]}


def _item(row: Mapping[str, str], *, leaf: bool) -> dict[str, Any]:
    code = row["code"]
    item: dict[str, Any] = {"code": code, "title": row["title_vi"], "maximum": _plain(row["max_score"])}
    if row["parent_code"]:
        item["parent"] = row["parent_code"]
    if not leaf:
        return item
    said = [part.strip() for part in row.get("levels_as_published", "").split(BETWEEN) if part.strip()]
    levels = [_level(code, i, part) for i, part in enumerate(said) if NOT_SCORED not in part]
    item["may_not_apply"] = len(levels) < len(said)
    item["method"] = {"kind": "levels", "levels": levels} if levels else {"kind": "judged"}
    return item


def _level(code: str, position: int, said: str) -> list[str]:
    """`Đạt: 2,5` as key, words and points."""
    label, colon, given = said.rpartition(":")
    if not colon or not label.strip():
        raise Unreadable(code, "levels_as_published", said)
    return [chr(ord("a") + position), label.strip(), str(number(_plain(given), code, "levels_as_published"))]


def _plain(given: str) -> str:
    """A number with the Vietnamese comma, with the dot."""
    return given.strip().replace(",", ".")
