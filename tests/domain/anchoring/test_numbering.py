import pytest
from hypothesis import given
from tests.domain.anchoring.drafts import drafts

from vidan.domain.anchoring import Odd, Piece, Why, odd_numbers, read_outline


@pytest.mark.parametrize(
    ("lines", "odd"),
    [
        ("Điều 1. A|Điều 2. B|Điều 3. C", []),
        ("Điều 1. A|Điều 3. C", [Odd(1, Why.MISSING, "2")]),
        ("Điều 2. A", [Odd(0, Why.MISSING, "1")]),
        ("Điều 1. A|Điều 1. B|Điều 2. C", [Odd(1, Why.TWICE, "2")]),
        ("Điều 1. A|Điều 3. B|Điều 2. C|Điều 4. D", [Odd(1, Why.MISSING, "2"), Odd(2, Why.OUT_OF_ORDER, "4")]),
        ("Điều 1. A|Điều 1a. B|Điều 2. C", []),
        ("Điều 1. A|1. a|2. b|Điều 2. B|1. a", []),
        ("Điều 1. A|1. a|3. b", [Odd(2, Why.MISSING, "2")]),
        ("Điều 1. A|1. a|a) x|b) y|c) z|d) v|đ) w|e) u|g) t", []),
        ("Điều 1. A|1. a|a) x|c) z", [Odd(3, Why.MISSING, "b")]),
        ("Điều 1. A|1. a|a) x|2. b|a) y", []),
        ("Điều 1. A|a) x", [Odd(1, Why.LEVEL)]),
        ("Chương I. A|1. a|Điều 1. A", [Odd(1, Why.LEVEL)]),
        ("Chương I. A|Chương III. B", [Odd(1, Why.MISSING, "II")]),
        ("Chương VIII. A", [Odd(0, Why.MISSING, "I")]),
        ("Phần I. A|Chương I. A|Chương II. B|Phần II. B|Chương I. C", []),
        ("Phần I. A|Chương I. A|Phần II. B|Chương II. C", []),
        ("Chương I. A|Mục 1. a|Mục 2. b|Chương II. B|Mục 1. c", []),
        ("Điều 1. A|Điều 2. B|TM. ỦY BAN|Điều 1. C|Điều 2. D", []),
        ("Điều 1. A|Điều 2. B|TM. ỦY BAN|Điều 1. C|Điều 3. D", [Odd(4, Why.MISSING, "2")]),
        ("I. A|1. a|a) x|II. B|a) y", []),
        # no đ in the whole text: told once
        ("I. A|1. a|a) x|b) x|c) x|d) x|e) x|g) x|h) x|i) x|k) x", [Odd(6, Why.LETTER, "đ")]),
        ("I. A|1. a|a) x|b) x|c) x|d) x|e) x|f) x|g) x|h) x|i) x|j) x|k) x", [Odd(6, Why.LETTER, "đ")]),
        ("I. A|1. a|a) x|b) x|c) x|d) x|e) x|2. b|a) x|b) x|c) x|d) x|e) x", [Odd(6, Why.LETTER, "đ")]),
        ("I. A|1. a|a) x|b) x|c) x|d) x|e) x|h) x", [Odd(6, Why.LETTER, "đ"), Odd(7, Why.MISSING, "g")]),
        ("I. A|1. a|a) x|b) x|c) x|d) x|e) x|f) x|h) x", [Odd(6, Why.LETTER, "đ"), Odd(8, Why.MISSING, "g")]),
        # a đ somewhere, or no step from d to e
        (
            "I. A|1. a|a) x|b) x|c) x|d) x|e) x|2. b|a) x|b) x|c) x|d) x|đ) x|e) x",
            [Odd(6, Why.MISSING, "đ")],
        ),
        ("I. A|1. a|a) x|b) x|c) x|e) x", [Odd(5, Why.MISSING, "d")]),
        ("I. A|1. a|a) x|b) x|c) x|d) x|đ) x|e) x|f) x|g) x", [Odd(8, Why.OUT_OF_ORDER, "g")]),
        ("Phần thứ nhất. A|Phần thứ ba. B", []),
    ],
)
def test_a_number_that_is_not_the_next_one_is_odd(lines: str, odd: list[Odd]) -> None:
    assert odd_numbers(read_outline(lines.split("|"))) == odd


@given(drafts())
def test_a_draft_numbered_in_order_has_nothing_odd(pieces: list[Piece]) -> None:
    assert odd_numbers(pieces) == []
