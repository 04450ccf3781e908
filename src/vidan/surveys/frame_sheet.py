"""A sampling frame as rows of a spreadsheet, one row a stratum; whatever cannot be read is told by its cell, all at once."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.read import Numbered
from vidan.foundation.units.models import CounterPoint
from vidan.surveys.models import Stratum
from vidan.surveys.services.set_frame import MOST_PEOPLE, Numbers, Row

COLUMNS: Mapping[str, str | Promise] = {
    "counter": gettext_lazy("Mã quầy"),
    "procedure": gettext_lazy("Thủ tục"),
    "population": gettext_lazy("Số lượt trong kỳ (N)"),
    "target": gettext_lazy("Số phiếu cần"),
    "quota": gettext_lazy("Nhận tối đa"),
}
LETTERS = "ABCDE"
LONGEST_PROCEDURE = 200


@dataclass
class Read:
    """The rows that could be read, and what is wrong by the name of its cell."""

    rows: list[Row] = field(default_factory=list)
    wrong: list[tuple[str, str]] = field(default_factory=list)


def headings() -> list[str]:
    """The first row of the sheet."""
    return [str(name) for name in COLUMNS.values()]


def rows_of(strata: Iterable[Stratum]) -> list[tuple[str | int, ...]]:
    """A frame as the sheet has it."""
    return [
        (one.counter.code, one.procedure, *("" if n is None else n for n in (one.population, one.target, one.quota)))
        for one in strata
    ]


def read_rows(rows: Numbered, counters: Mapping[str, CounterPoint]) -> Read:
    """Read a frame whose counters are among those given; a first row of headings is passed over."""
    read = Read()
    for number, cells in rows[1:] if rows and _is_heading(rows[0][1]) else rows:
        row = [clean_text(cell).strip() for cell in cells] + [""] * len(COLUMNS)
        wrong = read.wrong
        before = len(wrong)
        counter = counters.get(row[0].lower())
        if counter is None:
            wrong.append((f"A{number}", _("Không có quầy nào mang mã này trong địa bàn.")))
        if len(row[1]) > LONGEST_PROCEDURE:
            wrong.append((f"B{number}", _("Tên thủ tục dài quá 200 chữ.")))
        told = {}
        for position, name in enumerate(("population", "target", "quota"), start=2):
            told[name] = _number(row[position])
            if told[name] == UNREADABLE or (told[name] == 0 and name != "population"):
                wrong.append((f"{LETTERS[position]}{number}", _("Ô này phải là một số nguyên, hoặc để trống.")))
        if counter and len(wrong) == before:
            read.rows.append(Row(counter, " ".join(row[1].split()), Numbers(**told)))
    return read


UNREADABLE = -1


def _number(cell: str) -> int | None:
    """A whole number with or without marks between thousands; None for an empty cell, UNREADABLE for anything else."""
    plain = re.sub(r"(?<=\d)[., \u00a0](?=\d{3}(?!\d))", "", cell)
    if not plain:
        return None
    return int(plain) if re.fullmatch(r"\d{1,9}", plain, re.ASCII) and int(plain) <= MOST_PEOPLE else UNREADABLE


def _is_heading(row: Sequence[str]) -> bool:
    if not row:
        return False
    with override("vi"):
        return fold(row[0]) in (fold(str(COLUMNS["counter"])), "counter code")
