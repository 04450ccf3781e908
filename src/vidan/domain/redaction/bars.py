"""Bars (ô che): one line each, `page left top right bottom`, in per cent of the page from its upper left corner."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal

MOST = 200
"""Bars on one file; who needs more should leave the page out."""

PAGE = re.compile(r"[0-9]{1,4}")
EDGE = re.compile(r"[0-9]{1,3}(\.[0-9]{1,2})?")


@dataclass(frozen=True)
class Bar:
    """One black rectangle; pages count from 1, edges are per cent."""

    page: int
    left: Decimal
    top: Decimal
    right: Decimal
    bottom: Decimal

    def points(self, width: int, height: int) -> tuple[int, int, int, int]:
        """The rectangle in points of a picture, both ends included, rounded outwards: no edge of a letter stays visible."""
        return (
            _down(self.left * width / 100),
            _down(self.top * height / 100),
            min(width, _up(self.right * width / 100)) - 1,
            min(height, _up(self.bottom * height / 100)) - 1,
        )

    @property
    def line(self) -> str:
        """The bar as it is written."""
        return f"{self.page} {self.left} {self.top} {self.right} {self.bottom}"


class WrongLine(ValueError):
    """A line is no bar: `number` counts from 1."""

    def __init__(self, number: int, line: str) -> None:
        super().__init__(number)
        self.number = number
        self.line = line


def read_bars(text: str, *, pages: int) -> tuple[Bar, ...]:
    """The bars of a text, empty lines left out; a comma counts as a decimal point. Raises WrongLine."""
    bars: list[Bar] = []
    for number, line in enumerate(text.splitlines(), start=1):
        if not line.strip():
            continue
        bar = _bar(line.replace(",", ".").split())
        if bar is None or not 1 <= bar.page <= pages or len(bars) == MOST:
            raise WrongLine(number, line.strip()[:60])
        bars.append(bar)
    return tuple(bars)


def on_page(bars: Iterable[Bar], page: int) -> list[Bar]:
    """The bars of one page."""
    return [bar for bar in bars if bar.page == page]


def _bar(words: list[str]) -> Bar | None:
    if len(words) != 5 or not PAGE.fullmatch(words[0]) or not all(EDGE.fullmatch(word) for word in words[1:]):
        return None
    left, top, right, bottom = (Decimal(word) for word in words[1:])
    fits = left < right <= 100 and top < bottom <= 100
    return Bar(int(words[0]), left, top, right, bottom) if fits else None


def _down(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_FLOOR))


def _up(value: Decimal) -> int:
    return int(value.to_integral_value(ROUND_CEILING))
