"""Places as people write them lead to one piece, or to none."""

import pytest

from vidan.consultations.named_place import keys_by_place, means_whole, read_place

PIECES = [
    ("a", "Chương I"),
    ("b", "Điều 1"),
    ("c", "Điều 2 khoản 1"),
    ("d", "Điều 2 khoản 1 điểm đ"),
    ("e", "Điều 2 khoản 1 điểm d"),
    ("f", "Điều 3"),
    ("g", "Điều 3"),
    ("h", "Lời dẫn"),
]


@pytest.mark.parametrize(
    ("written", "key"),
    [
        ("Điều 2 khoản 1", "c"),
        ("khoản 1 Điều 2", "c"),
        ("KHOẢN 1, ĐIỀU 2.", "c"),
        ("điểm đ khoản 1 Điều 2", "d"),
        ("điểm d khoản 1 Điều 2", "e"),
        ("Chương i", "a"),
        ("Điều 3", None),
        ("Điều 9", None),
        ("khoản 1", None),
        ("Lời dẫn", None),
        ("", None),
    ],
)
def test_a_place_leads_to_its_piece_or_to_none(written: str, key: str | None) -> None:
    assert keys_by_place(PIECES).get(read_place(written)) == key


@pytest.mark.parametrize(
    ("written", "whole"), [("", True), ("Toàn văn.", True), ("cả dự thảo", True), ("Điều 1", False)]
)
def test_the_whole_draft_is_meant_when_it_is_said(written: str, whole: bool) -> None:
    assert means_whole(written) is whole
