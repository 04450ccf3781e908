"""Bars are read line by line, and cover at least what they say."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from vidan.domain.redaction.bars import MOST, Bar, WrongLine, on_page, read_bars

edges = st.integers(0, 1000).map(lambda n: Decimal(n) / 10)


def test_lines_are_read_with_points_or_commas_and_empty_ones_left_out() -> None:
    assert read_bars("1 10 20 30 40\n\n 2 0 0 12,5 100 ", pages=2) == (
        Bar(1, Decimal(10), Decimal(20), Decimal(30), Decimal(40)),
        Bar(2, Decimal(0), Decimal(0), Decimal("12.5"), Decimal(100)),
    )


@pytest.mark.parametrize(
    "line",
    [
        *("1 2 3 4", "1 10 10 10 20", "1 30 10 20 20", "1 0 0 101 50", "1 -1 0 5 5", "3 0 0 1 1", "0 0 0 1 1"),
        *("x 0 0 1 1", "1 NaN 0 1 1", "1 0 0 inf 1", "1 a b c d", "1 1e1 0 20 1", "² 0 0 1 1", "1 0.0000001 0 1 1"),
    ],
)
def test_what_is_no_bar_is_named_by_its_line(line: str) -> None:
    with pytest.raises(WrongLine) as wrong:
        read_bars(f"1 0 0 1 1\n{line}", pages=2)
    assert wrong.value.number == 2


def test_there_is_an_end_to_bars() -> None:
    with pytest.raises(WrongLine):
        read_bars("1 0 0 1 1\n" * (MOST + 1), pages=1)


@given(edges, edges, edges, edges, st.integers(1, 3000), st.integers(1, 3000))
def test_a_bar_covers_all_it_says_and_stays_on_the_page(
    left: Decimal, top: Decimal, wide: Decimal, tall: Decimal, width: int, height: int
) -> None:
    right, bottom = min(Decimal(100), left + wide), min(Decimal(100), top + tall)
    if right <= left or bottom <= top:
        return
    x0, y0, x1, y1 = Bar(1, left, top, right, bottom).points(width, height)
    assert 0 <= x0 <= x1 < width or left * width / 100 > width - 1
    assert x0 <= left * width / 100
    assert x1 + 1 >= right * width / 100
    assert y0 <= top * height / 100
    assert y1 + 1 >= bottom * height / 100


@given(st.text(max_size=60))
def test_any_text_is_read_or_refused(text: str) -> None:
    try:
        bars = read_bars(text, pages=3)
    except WrongLine:
        return
    assert read_bars("\n".join(bar.line for bar in bars), pages=3) == bars
    assert sum(len(on_page(bars, page)) for page in (1, 2, 3)) == len(bars)
