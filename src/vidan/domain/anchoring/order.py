"""The longest row of things that kept their order."""

from bisect import bisect_left
from collections.abc import Mapping, Sequence


def in_order(places: Sequence[int], *, by: Mapping[int, int]) -> list[int]:
    """As many places as possible, in their order, whose values in `by` grow (longest increasing subsequence)."""
    ends: list[int] = []
    values: list[int] = []
    before: dict[int, int | None] = {}
    for place in places:
        at = bisect_left(values, by[place])
        before[place] = ends[at - 1] if at else None
        values[at : at + 1] = [by[place]]
        ends[at : at + 1] = [place]
    row: list[int] = []
    last = ends[-1] if ends else None
    while last is not None:
        row.append(last)
        last = before[last]
    return row[::-1]
