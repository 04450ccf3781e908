from typing import Any

from vidan.domain.reporting.editions import Change, What, changes


def content(count: str = "5", text: str = "Đã làm.", cell: str = "3", cut_off: str = "2018-11-30") -> dict[str, Any]:
    return {
        "cut_off": cut_off,
        "sections": [
            {
                "code": "a",
                "title": "I. Chỉ đạo",
                "written": text.replace(count, "{a.b}"),
                "text": text,
                "figures": [{"name": "a.b", "label": "Ý kiến", "shown": count}],
            }
        ],
        "tables": [
            {
                "title": "Theo nơi",
                "columns": [{"label": "Đã nhận"}],
                "rows": [{"label": "An Phú", "cells": [{"shown": cell}]}],
            }
        ],
    }


def test_the_same_content_changes_nothing() -> None:
    assert changes(content(), content()) == ()


def test_each_kind_of_change_is_told_with_both_readings() -> None:
    assert changes(content(), content("6", "Đã làm xong.", "4", "2018-12-31")) == (
        Change(What.CUT_OFF, "", "2018-11-30", "2018-12-31"),
        Change(What.FIGURE, "Ý kiến", "5", "6"),
        Change(What.TEXT, "I. Chỉ đạo", "Đã làm.", "Đã làm xong."),
        Change(What.CELL, "Theo nơi · An Phú · Đã nhận", "3", "4"),
    )


def test_a_section_that_went_or_came_is_a_change() -> None:
    less = content()
    less["sections"] = []
    assert Change(What.TEXT, "I. Chỉ đạo", "Đã làm.", "") in changes(content(), less)
    assert Change(What.FIGURE, "Ý kiến", "", "5") in changes(less, content())


def test_a_text_that_only_follows_its_figure_is_told_by_the_figure() -> None:
    told = changes(content("5", "Đã nhận 5."), content("6", "Đã nhận 6."))
    assert told == (Change(What.FIGURE, "Ý kiến", "5", "6"),)
