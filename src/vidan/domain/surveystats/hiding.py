"""What of a result may be shown (giấu số nhỏ), so that nobody's answer can be counted out.

1. Lines (units, procedures, months) with fewer replies than `least_replies` are added up into one, and with the next
   smallest while that is still too few (domain/publishing/small.py).
2. Levels are joined until no count is between 1 and `least_answers` - 1; never across 3 and 4, so that the index can always
   be told. The levels of one item are joined alike in every line and in the total: then whatever is shown is a sum of joined
   counts, and no sum or difference of shown numbers takes a joined count apart again.
3. Where all unsatisfied levels, or both satisfied ones, are joined, their sum may be small. It is a number among at least
   `least_replies` replies, and tells nobody's level.
4. Where only one level of a side has answers at all, the sums of the sides are its counts, in every line: if one of them
   is small, the side is joined.
5. The mean is told exactly where all levels are, else as the bounds that the joined counts leave; these say nothing new.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction

from vidan.domain.publishing.small import gathered, is_small
from vidan.domain.surveystats.levels import Counts

Block = tuple[int, ...]
"""Levels whose counts are added up."""

UNSATISFIED: tuple[tuple[Block, ...], ...] = (((1,), (2,), (3,)), ((1, 2), (3,)), ((1,), (2, 3)), ((1, 2, 3),))
SATISFIED: tuple[tuple[Block, ...], ...] = (((4,), (5,)), ((4, 5),))
"""How each side may be joined, the finest first; the last always may."""


@dataclass(frozen=True)
class Rule:
    """The two numbers, and why (data/surveys/showing.toml)."""

    least_answers: int
    least_replies: int
    note: str = ""


def join(cells: Sequence[Counts], lines_of_sides: Iterable[Counts], rule: Rule) -> tuple[Block, ...]:
    """The finest blocks of levels in which no cell is small, the same for all cells of an item; the first cell is the total.

    Of `lines_of_sides` only answers and satisfied answers are shown.
    """
    others = list(lines_of_sides)
    return tuple(
        block for ways in (UNSATISFIED, SATISFIED) for block in _finest(ways, cells, others, rule.least_answers)
    )


def _finest(
    ways: Sequence[tuple[Block, ...]], cells: Sequence[Counts], sides: Sequence[Counts], least: int
) -> tuple[Block, ...]:
    whole = ways[-1]
    if sum(1 for level in whole[0] if cells and cells[0].levels[level - 1]) == 1 and any(
        is_small(joined(one, whole)[0], least) for one in sides
    ):
        return whole
    return next(
        (way for way in ways[:-1] if not any(is_small(n, least) for one in cells for n in joined(one, way))), whole
    )


def joined(counts: Counts, blocks: Sequence[Block]) -> tuple[int, ...]:
    """The counts of the blocks."""
    return tuple(sum(counts.levels[level - 1] for level in block) for block in blocks)


def mean_bounds(blocks: Sequence[Block], counts: Sequence[int]) -> tuple[Fraction, Fraction] | None:
    """Between what the mean level lies, for all that joined counts tell; None without an answer."""
    n = sum(counts)
    if not n:
        return None
    low = sum(min(block) * count for block, count in zip(blocks, counts, strict=True))
    high = sum(max(block) * count for block, count in zip(blocks, counts, strict=True))
    return Fraction(low, n), Fraction(high, n)


def lines(replies: Sequence[int], rule: Rule) -> tuple[tuple[int, ...], ...]:
    """Which lines stand alone and, at the end, which are added up; nothing when even all together are too few."""
    return () if sum(replies) < rule.least_replies else gathered(list(replies), rule.least_replies)
