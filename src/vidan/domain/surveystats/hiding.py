"""What of a result may be shown (giấu số nhỏ), so that nobody's answer can be counted out.

1. Lines (units, procedures, months) with fewer replies than `least_replies` are added up into one, and with the next
   smallest while that is still too few (domain/publishing/small.py).
2. Levels are joined until no shown count is between 1 and `least_answers` - 1; never across 3 and 4, so that the index can
   always be told. The levels of one item are joined alike in every line and in the total: then whatever is shown is a sum
   of joined counts, and no sum or difference of shown numbers takes a joined count apart again.
3. Where all unsatisfied levels, or both satisfied ones, are joined, their sum may be small. It is a number among at least
   `least_replies` replies, and tells nobody's level.
4. The mean is told exactly where all levels are, else as the bounds that the joined counts leave; these say nothing new.
5. A line that was added up may stand in another table alone. follows() finds out whether what is shown there leads to it.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import product

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


def join(cells: Iterable[Counts], rule: Rule) -> tuple[Block, ...]:
    """The finest blocks of levels in which no cell is small, the same for all cells of an item."""
    rows = [cell.levels for cell in cells]
    return tuple(block for side in (UNSATISFIED, SATISFIED) for block in _finest(side, rows, rule.least_answers))


def _finest(ways: Sequence[tuple[Block, ...]], rows: Sequence[Sequence[int]], least: int) -> tuple[Block, ...]:
    for way in ways[:-1]:
        if not any(is_small(sum(row[level - 1] for level in block), least) for row, block in product(rows, way)):
            return way
    return ways[-1]


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


def follows(hidden: frozenset[int], shown: Iterable[frozenset[int]]) -> bool:
    """Whether the sum over some parts can be worked out from the sums over others, by adding and taking away.

    Gauss's elimination over fractions: `hidden` follows when it is a linear combination of what is shown.
    """
    basis: dict[int, dict[int, Fraction]] = {}
    for one in shown:
        row = _reduced({part: Fraction(1) for part in one}, basis)
        if row:
            first = min(row)
            basis[first] = {part: value / row[first] for part, value in row.items()}
    return not _reduced({part: Fraction(1) for part in hidden}, basis)


def _reduced(row: dict[int, Fraction], basis: dict[int, dict[int, Fraction]]) -> dict[int, Fraction]:
    while row:
        hit = next((part for part in sorted(row) if part in basis), None)
        if hit is None:
            return row
        factor = row[hit]
        changed = {part: row.get(part, Fraction(0)) - factor * value for part, value in basis[hit].items()}
        row = {part: value for part, value in (row | changed).items() if value}
    return row
