"""A report as files: DOCX and PDF/A of the paper, the summary on one page, XLSX of its tables, JSON of all of it."""

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

from django.utils.translation import override

from vidan.foundation.files.kinds import CONTENT_TYPES, FileKind
from vidan.foundation.papers.pdf import make_pdf
from vidan.foundation.papers.render import FORMS as PAPER_FORMS
from vidan.foundation.sheets.write import Cell, Table, as_workbook
from vidan.foundation.units.models import Unit
from vidan.reports.paper import structure_of, summary_of


@dataclass(frozen=True)
class Issue:
    """What a report's files are made of: its content and, once it is approved, number, day and digest."""

    front: Unit
    receiver: Unit | None
    content: Mapping[str, Any]
    number: str = ""
    day: date | None = None
    digest: str = ""


def _paper(form: str) -> Callable[[Issue], bytes]:
    make, _type = PAPER_FORMS[form]

    def draw(issue: Issue) -> bytes:
        structure = structure_of(issue.front, issue.receiver, issue.content)
        return make(structure, number=issue.number, day=issue.day)

    return draw


def _summary(issue: Issue) -> bytes:
    structure = summary_of(issue.front, issue.receiver, issue.content, issue.number)
    return make_pdf(structure, number=issue.number, day=issue.day)


def _xlsx(issue: Issue) -> bytes:
    content = issue.content
    days = " đến hết ngày ".join(f"{date.fromisoformat(content[name]):%d/%m/%Y}" for name in ("since", "cut_off"))
    sheets: dict[str, Table] = {
        "Số liệu": (
            ("Phần", "Số liệu", "Tên trong hệ thống", "Số", "Trên tổng số", "Tỷ lệ %"),
            list(_figures(content)),
        )
    }
    for table in content["tables"]:
        sheets[_sheet_name(table["title"], sheets)] = (list(_headings(table)), list(_rows(table)))
    return as_workbook(content["title"], sheets, note=f"Số liệu từ {days}")


def _figures(content: Mapping[str, Any]) -> Iterator[list[Cell]]:
    for part in content["sections"]:
        for one in part["figures"]:
            share = None if one["share"] is None else float(one["share"])
            count, total = (unscaled(one[what], one.get("scale", 1)) for what in ("count", "total"))
            yield [part["title"], one["label"], one["name"], count, total, share]


def unscaled(number: int | None, scale: int) -> float | None:
    """A count as a spreadsheet has it: what is kept in parts of one with its decimals."""
    return number if number is None or scale == 1 else number / scale


def _headings(table: Mapping[str, Any]) -> Iterator[str]:
    """A share has two columns: what was reached, and of how many."""
    yield "Quý" if table["rows_are"] == "quarter" else "Nơi"
    for column, total in zip(table["columns"], table["totals"], strict=True):
        yield column["label"]
        if total["total"] is not None:
            yield f"{column['label']}: trên tổng số"


def _rows(table: Mapping[str, Any]) -> Iterator[list[Cell]]:
    for label, cells in [*((row["label"], row["cells"]) for row in table["rows"]), ("Tổng", table["totals"])]:
        line: list[Cell] = [label]
        for column, cell, total in zip(table["columns"], cells, table["totals"], strict=True):
            kept = [cell["count"]] if total["total"] is None else [cell["count"], cell["total"]]
            line += [unscaled(one, column.get("scale", 1)) for one in kept]
        yield line


def _sheet_name(title: str, taken: Mapping[str, Table]) -> str:
    """At most 31 letters, none of those that a spreadsheet keeps for itself, and not one that is there already."""
    name = "".join(" " if letter in "[]:*?/\\'" else letter for letter in title)[:31].strip() or "Bảng"
    return name if name.lower() not in {one.lower() for one in taken} else f"{name[:27]} ({len(taken)})"


def _json(issue: Issue) -> bytes:
    told = {
        "report": issue.content,
        "number": issue.number,
        "issued_on": issue.day.isoformat() if issue.day else None,
        "digest": issue.digest,
    }
    return json.dumps(told, ensure_ascii=False, indent=2).encode()


@dataclass(frozen=True)
class FileForm:
    """One file: the end of its name, its content type, and who makes it."""

    name: str
    content_type: str
    make: Callable[[Issue], bytes]


FORMS: Mapping[str, FileForm] = MappingProxyType(
    {
        "docx": FileForm("bao-cao.docx", CONTENT_TYPES[FileKind.DOCX], _paper("docx")),
        "pdf": FileForm("bao-cao.pdf", CONTENT_TYPES[FileKind.PDF], _paper("pdf")),
        "tom-tat": FileForm("tom-tat.pdf", CONTENT_TYPES[FileKind.PDF], _summary),
        "xlsx": FileForm("bang.xlsx", CONTENT_TYPES[FileKind.XLSX], _xlsx),
        "json": FileForm("so-lieu.json", "application/json", _json),
    }
)
"""What a report can be had as, by the name in the address."""


def made_as(form: str, issue: Issue) -> bytes:
    """The bytes of one file, in Vietnamese; raises KeyError for an unknown form."""
    with override("vi"):
        return FORMS[form].make(issue)
