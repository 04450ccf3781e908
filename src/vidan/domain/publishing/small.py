"""Small numbers (số nhỏ được gộp): which cells of a table of people are hidden, so that nobody can be counted out.

1. Rows and columns whose total is smaller than `least` are added up into one (gathered), and with the next smallest while
   the sum is still too small. So every total that is left may be shown, and is the same in every table of the same words.
2. A cell of 1 .. least-1 is SMALL: it is shown as "fewer than `least`".
3. Each small cell gets a way round (a cycle): other cells that could be one larger or smaller in turn, so that all shown
   totals still hold with another number in it. What must be hidden for that is WITHHELD; the cheapest way is taken.

The guarantee: with all that is shown, and knowing that SMALL means 1 .. least-1, every SMALL cell has at least two possible
values. What it does not do: compare tables with each other, or with the same table of another period.
"""

import heapq
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

Counts = Sequence[Sequence[int]]


class Shown(StrEnum):
    """How a cell is shown."""

    NUMBER = "number"
    SMALL = "small"
    WITHHELD = "withheld"


@dataclass(frozen=True)
class Safe:
    """A table that may be published. `rows` and `columns` name, for each line, the lines of the input that were added up.

    A hidden cell has no number. `total` is None when even the sum of all is too small; then nothing else is in the table.
    """

    rows: tuple[tuple[int, ...], ...]
    columns: tuple[tuple[int, ...], ...]
    cells: tuple[tuple[tuple[Shown, int | None], ...], ...]
    row_totals: tuple[int, ...]
    column_totals: tuple[int, ...]
    total: int | None


def is_small(count: int, least: int) -> bool:
    """Whether a number tells of so few people that it is not shown."""
    return 0 < count < least


def safe(counts: Counts, *, least: int) -> Safe:
    """The table as it may be published; raises ValueError for negative counts."""
    if any(count < 0 for row in counts for count in row):
        raise ValueError(counts)
    total = sum(map(sum, counts))
    if is_small(total, least):
        return Safe((), (), (), (), (), None)
    rows = gathered([sum(row) for row in counts], least)
    columns = gathered([sum(column) for column in zip(*counts, strict=True)], least)
    table = [[sum(counts[i][j] for i in row for j in column) for column in columns] for row in rows]
    shown = _hidden(table, least)
    cells = tuple(
        tuple((how, n if how is Shown.NUMBER else None) for how, n in zip(hows, line, strict=True))
        for hows, line in zip(shown, table, strict=True)
    )
    down = tuple(sum(line[j] for line in table) for j in range(len(columns)))
    return Safe(rows, columns, cells, tuple(map(sum, table)), down, total)


def gathered(totals: list[int], least: int) -> tuple[tuple[int, ...], ...]:
    """Lines that stay alone, in their order, and at the end those that are added up, if any.

    All together must come to at least `least`, or to nothing.
    """
    together = [i for i, total in enumerate(totals) if is_small(total, least)]
    alone = [i for i in range(len(totals)) if i not in together]
    while together and sum(totals[i] for i in together) < least:
        # There is one: the sum of all is at least `least`.
        smallest = min((i for i in alone if totals[i]), key=lambda i: (totals[i], i))
        alone.remove(smallest)
        together.append(smallest)
    return (*((i,) for i in alone), *((tuple(sorted(together)),) if together else ()))


def _hidden(table: list[list[int]], least: int) -> list[list[Shown]]:
    shown = [[Shown.SMALL if is_small(n, least) else Shown.NUMBER for n in row] for row in table]
    for i, row in enumerate(table):
        for j in range(len(row)):
            if shown[i][j] is not Shown.SMALL:
                continue
            way = _way_round(table, shown, i, j, least)
            if way is None:
                # Too little stands around it: without a bound from above it always has a way, for no total is small.
                shown[i][j] = Shown.WITHHELD
                way = _way_round(table, shown, i, j, least) or []
            for a, b in way:
                if shown[a][b] is Shown.NUMBER:
                    shown[a][b] = Shown.WITHHELD
    return shown


def _way_round(
    table: list[list[int]], shown: list[list[Shown]], i: int, j: int, least: int
) -> list[tuple[int, int]] | None:
    """The cells of the cheapest cycle through a cell, the cell being one larger or one smaller; None when there is none."""
    ways = [
        _cheapest(table, shown, (i, j), up, least) for up in (True, False) if _may(table[i][j], shown[i][j], up, least)
    ]
    found = [way for way in ways if way is not None]
    return min(found)[1] if found else None


def _may(count: int, how: Shown, up: bool, least: int) -> bool:
    """Whether a cell could be one larger or smaller for all that a reader knows."""
    if up:
        return how is not Shown.SMALL or count + 1 < least
    return count > (1 if how is Shown.SMALL else 0)


def _cheapest(
    table: list[list[int]], shown: list[list[Shown]], start: tuple[int, int], up: bool, least: int
) -> tuple[int, list[tuple[int, int]]] | None:
    """Dijkstra's way from the row of a cell to its column, over cells that change the other way and back in turn.

    A row is left by a cell that changes against the start, a column by one that changes like it; so each line it passes
    keeps its total. Hidden cells cost next to nothing, a shown one its number; a nought only when nothing else is left.
    """
    dear = 1 + sum(map(sum, table))
    first, goal = (0, start[0]), (1, start[1])
    ahead: list[tuple[int, tuple[int, int], list[tuple[int, int]]]] = [(0, first, [])]
    done: set[tuple[int, int]] = set()
    while ahead:
        cost, node, way = heapq.heappop(ahead)
        if node == goal:
            return cost, way
        if node in done:
            continue
        done.add(node)
        side, line = node
        for k in range(len(table) if side else len(table[0])):
            a, b = (k, line) if side else (line, k)
            if (a, b) == start or not _may(table[a][b], shown[a][b], up if side else not up, least):
                continue
            price = 1 if shown[a][b] is not Shown.NUMBER else 1 + (table[a][b] or dear)
            heapq.heappush(ahead, (cost + price, (1 - side, k), [*way, (a, b)]))
    return None
