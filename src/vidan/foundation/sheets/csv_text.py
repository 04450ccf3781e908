"""Rows as CSV for everybody: with a mark so that spreadsheets read it as UTF-8, and nothing that they would run."""

import csv
import io
import re
from collections.abc import Iterable, Sequence

from vidan.foundation.sheets.write import Cell

RISKY = ("=", "+", "-", "@", "\t", "\r")
"""How a text begins that a spreadsheet would take for a formula."""

NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+)?")
"""A number below zero that is written as a text is no formula."""


def as_csv(head: Sequence[str], rows: Iterable[Sequence[Cell]]) -> str:
    """The rows under their headings; a text that reads like a formula gets a quotation mark before it."""
    out = io.StringIO()
    out.write("\ufeff")
    writer = csv.writer(out)
    writer.writerow(head)
    writer.writerows([_safe(cell) for cell in row] for row in rows)
    return out.getvalue()


def _safe(cell: Cell) -> Cell:
    risky = isinstance(cell, str) and cell.startswith(RISKY) and not NUMBER.fullmatch(cell)
    return f"'{cell}" if risky else cell
