"""The sheets of an XLSForm as rows of named cells, each of which knows its place; and what is told of a place."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.utils.functional import Promise

from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.read import Numbered
from vidan.surveys.xlsform.convention import CHOICES, SETTINGS, SURVEY

ALIASES = {"list name": "list_name", "value": "name", "relevance": "relevant", "caption": "label"}


@dataclass(frozen=True)
class Told:
    """A sentence about a place of the file; the column is its letter, empty for a whole row or sheet."""

    sheet: str
    row: int
    column: str
    sentence: str | Promise


@dataclass(frozen=True)
class Cell:
    """The text of a cell and where it stands."""

    text: str
    sheet: str
    row: int
    column: str


@dataclass
class Row:
    """One row: its cells by the names of their columns; `get` gives an empty text for what is not there."""

    sheet: str
    number: int
    cells: Mapping[str, Cell]

    def get(self, column: str) -> str:
        """The text of a cell."""
        cell = self.cells.get(column)
        return cell.text if cell else ""

    def told(self, column: str, sentence: str | Promise) -> Told:
        """A sentence about one of its cells, or about the row where it has no such cell."""
        cell = self.cells.get(column)
        return Told(self.sheet, self.number, cell.column if cell else "", sentence)


@dataclass
class Book:
    """The three sheets that count, and what stands in the heads of their columns."""

    survey: list[Row]
    choices: list[Row]
    settings: list[Row]
    heads: dict[str, list[tuple[str, str]]] = field(default_factory=dict)
    """By sheet, the columns as (name, letter)."""


def book_of(sheets: Mapping[str, Numbered]) -> Book:
    """The sheets by their names, whatever the case; columns in the spelling of the convention."""
    known = {name.strip().lower(): rows for name, rows in sheets.items()}
    heads: dict[str, list[tuple[str, str]]] = {}
    rows = {sheet: _rows(sheet, known.get(sheet, []), heads) for sheet in (SURVEY, CHOICES, SETTINGS)}
    return Book(rows[SURVEY], rows[CHOICES], rows[SETTINGS], heads)


def _rows(sheet: str, rows: Numbered, heads: dict[str, list[tuple[str, str]]]) -> list[Row]:
    if not rows:
        return []
    columns = [_column(text) for text in rows[0][1]]
    heads[sheet] = [(name, _letter(i)) for i, name in enumerate(columns) if name]
    return [
        Row(
            sheet,
            number,
            {
                columns[i]: Cell(clean_text(text), sheet, number, _letter(i))
                for i, text in enumerate(row)
                if text and i < len(columns) and columns[i]
            },
        )
        for number, row in rows[1:]
    ]


def _column(text: str) -> str:
    """`Label : English (en)` as `label::English (en)`; what has no language in small letters."""
    name, colons, language = (part.strip() for part in text.replace("::", ":").partition(":"))
    name = name.lower()
    return f"{ALIASES.get(name, name)}::{language}" if colons else ALIASES.get(name, name)


def _letter(position: int) -> str:
    """`A` for the first column, `AA` for the twenty-seventh."""
    letters = ""
    position += 1
    while position:
        position, rest = divmod(position - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters
