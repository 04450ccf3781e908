"""Procedures as rows of a spreadsheet, one row a version; whatever cannot be read is told by its cell, all at once."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from string import ascii_uppercase
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import override

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.read import Numbered
from vidan.foundation.sheets.write import Cell
from vidan.foundation.units.models import Level
from vidan.outreach.forms.procedure import RECEIVERS, ProcedureForm, typed_of
from vidan.outreach.models import Procedure
from vidan.outreach.models.procedure import CountedIn

CHOICES: Mapping[str, Sequence[tuple[str, str | Promise]]] = {
    "level": Level.choices,
    "received_by": RECEIVERS,
    "limit_unit": CountedIn.choices,
}
"""Columns in which a choice is written in words."""

COLUMNS = tuple(ProcedureForm.base_fields)
MOST_ROWS = 1_000


@dataclass
class Read:
    """The rows that could be read with their numbers in the sheet, and what is wrong by the name of its cell."""

    rows: list[dict[str, Any]] = field(default_factory=list)
    numbers: list[int] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)


def headings() -> list[str]:
    """The first row of the sheet."""
    return [str(ProcedureForm.base_fields[name].label) for name in COLUMNS]


def cell_name(column: int, number: int) -> str:
    """`F3`."""
    return f"{ascii_uppercase[column]}{number}"


def rows_of(procedures: Iterable[Procedure]) -> list[list[Cell]]:
    """Versions as the sheet has them; they can be brought back as they are."""
    return [[_written(name, typed_of(one)[name]) for name in COLUMNS] for one in procedures]


def read_rows(rows: Numbered, places: Sequence[tuple[str, str]]) -> Read:
    """Read rows by the rules of the form; a first row of headings is passed over."""
    read = Read()
    body = rows[1:] if rows and _is_heading(rows[0][1]) else rows
    if len(body) > MOST_ROWS:
        read.wrong.append((cell_name(0, body[MOST_ROWS][0]), _("Bảng quá dài. Chia ra nhiều lần.")))
        return read
    seen: dict[str, int] = {}
    for number, cells in body:
        row = [clean_text(cell).strip() for cell in cells[: len(COLUMNS)]] + [""] * (len(COLUMNS) - len(cells))
        form = ProcedureForm({name: _meant(name, row[n]) for n, name in enumerate(COLUMNS)}, places=places)
        for name, sentences in form.errors.items():
            read.wrong += [(cell_name(COLUMNS.index(name), number), str(one)) for one in sentences]
        code = form.cleaned_data.get("code", "")
        if code and code in seen:
            said = _("Mã này đã có ở dòng %(n)d.") % {"n": seen[code]}
            read.wrong.append((cell_name(0, number), said))
        seen.setdefault(code, number)
        read.rows.append(form.cleaned_data)
        read.numbers.append(number)
    return read


def _meant(name: str, cell: str) -> str:
    """The value that is meant by the words of a choice, in either language; the cell itself where it is none."""
    pairs = CHOICES.get(name, ())
    if not cell and name == "limit_unit":
        return CountedIn.WORKING_DAY
    for language in ("vi", "en"):
        with override(language):
            meant = next((value for value, label in pairs if fold(str(label)) == fold(cell)), None)
        if meant is not None:
            return meant
    return cell


def _written(name: str, value: Any) -> Cell:
    if name in CHOICES:
        return str(dict(CHOICES[name])[value])
    if isinstance(value, list):
        return str(ProcedureForm.base_fields[name].prepare_value(value))
    if value is None or isinstance(value, int | date):
        return value
    return str(value)


def _is_heading(row: Sequence[str]) -> bool:
    labels = set()
    for language in ("vi", "en"):
        with override(language):
            labels.add(fold(str(ProcedureForm.base_fields["code"].label)))
    return bool(row) and fold(row[0]) in labels
