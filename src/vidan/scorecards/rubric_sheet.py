"""A rubric as rows of a spreadsheet, one row an item, and back; whatever cannot be read is told by its cell, all at once."""

import re
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vidan.domain.scoring.rubric import Block, Fault, Scorer, faults
from vidan.domain.scoring.written import DEEPEST, rubric_from
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.write import Cell
from vidan.scorecards.rubric_words import fault_sentence
from vidan.scorecards.ways import NotUnderstood, details_of, number_in, number_out, read_way, word_of

Item = dict[str, Any]
"""One item as domain/scoring/written.py reads it."""

COLUMNS: Mapping[str, str | Promise] = {
    "code": gettext_lazy("Mã"),
    "parent": gettext_lazy("Thuộc mã"),
    "title": gettext_lazy("Tên"),
    "maximum": gettext_lazy("Điểm tối đa"),
    "way": gettext_lazy("Cách chấm"),
    "details": gettext_lazy("Chi tiết cách chấm"),
    "may_not_apply": gettext_lazy("Có thể không áp dụng"),
    "scorer": gettext_lazy("Ai chấm trước"),
    "evidence": gettext_lazy("Tài liệu kiểm chứng"),
    "block": gettext_lazy("Nhóm điểm"),
    "cap": gettext_lazy("Mức chặn"),
    "figure": gettext_lazy("Số liệu trên hệ thống"),
}
"""What a row holds, in the order of its cells."""

SCORERS: Mapping[str, str | Promise] = {
    Scorer.UNIT.value: gettext_lazy("Đơn vị"),
    Scorer.APPRAISER.value: gettext_lazy("Thẩm định"),
}
BLOCKS: Mapping[str, str | Promise] = {
    Block.COUNTS.value: gettext_lazy("Tính điểm"),
    Block.BONUS.value: gettext_lazy("Thưởng"),
    Block.DEDUCTION.value: gettext_lazy("Trừ"),
}
MOST = 400
"""So many items at most."""
LONGEST = {"title": 500, "evidence": 2_000, "figure": 60}
FIGURE = re.compile(r"[a-z_]+\.[a-z_]+")
"""The name of a figure; one whose source is not installed yet may be named too, and the sheet then says so."""

CODE = re.compile(r"[0-9A-Za-zĐđ](?:[0-9A-Za-zĐđ.-]{0,19})")
"""What a code may be: it stands in addresses and in the journal, so it is no text."""

TELLS_OF: Mapping[Fault, str] = {
    Fault.TWICE: "code",
    Fault.NO_METHOD: "way",
    Fault.METHOD_ABOVE_LEAVES: "way",
    Fault.SUM: "maximum",
    Fault.UNREACHED: "maximum",
    Fault.TOO_MUCH: "maximum",
    Fault.SIGN: "maximum",
    Fault.UNKNOWN_CONDITION: "details",
    Fault.LOOSE_CONDITION: "details",
    Fault.CIRCLE: "details",
}
"""The cell where a fault of the tree is mended."""


@dataclass
class Line:
    """One row: its number in the sheet, its cells, what cannot be read in which, and the item when everything can.

    `faults`, by the cell where each is mended, are what is wrong with an item that can be read, among the others.
    """

    number: int
    cells: Mapping[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    item: Item = field(default_factory=dict)
    faults: dict[str, str] = field(default_factory=dict)

    @property
    def told(self) -> Mapping[str, str]:
        """What is to be said at which cell."""
        return self.errors or self.faults

    def place_of(self, column: str) -> str:
        """The name of a cell as the spreadsheet has it: D7."""
        return f"{chr(ord('A') + list(COLUMNS).index(column))}{self.number}"


def rows_of(items: Iterable[Item]) -> list[tuple[Cell, ...]]:
    """The rows of a rubric, in Vietnamese; read_lines() reads them back."""
    return [
        tuple(_number(value) if name in ("maximum", "cap") else value for name, value in cells_of(one).items())
        for one in items
    ]


def cells_of(item: Item) -> dict[str, str]:
    """The cells of one item, by their columns."""
    method = item.get("method")
    with override("vi"):
        return {
            "code": item["code"],
            "parent": item.get("parent", ""),
            "title": item.get("title", ""),
            "maximum": number_out(item["maximum"]),
            "way": word_of(method) if method else "",
            "details": details_of(method) if method else "",
            "may_not_apply": "x" if item.get("may_not_apply") else "",
            "scorer": str(SCORERS[item["scorer"]]) if "scorer" in item else "",
            "evidence": item.get("evidence", ""),
            "block": str(BLOCKS[item["block"]]) if "block" in item else "",
            "cap": number_out(item["cap"]) if item.get("cap") is not None else "",
            "figure": item.get("figure", ""),
        }


def _number(text: str) -> Cell:
    """A number that a spreadsheet can add up; one with three decimals stays a text, for a dot in it could mean thousands."""
    plain = text.replace(",", ".")
    if not text or len(plain.partition(".")[2]) > 2:
        return text
    return float(plain)


def headings() -> list[str]:
    """The first row of a sheet, in Vietnamese."""
    with override("vi"):
        return [str(label) for label in COLUMNS.values()]


def read_lines(rows: Sequence[tuple[int, Sequence[str]]]) -> list[Line]:
    """Each numbered row read, a row of headings left out; what is wrong with a row beside the others is told too."""
    lines = [_line(number, row) for number, row in rows[_starts(rows) :]]
    _compare(lines)
    return lines


def count_rows(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    """How many items the rows hold."""
    return len(rows) - _starts(rows)


def find_faults(lines: Sequence[Line], doubts: Mapping[str, str]) -> None:
    """Tell the faults of the tree at the cells where they are mended, those that are doubted left out; no line has errors."""
    by_code = {line.item["code"]: line for line in lines}
    for found in faults(rubric_from({"name": "", "items": [line.item for line in lines], "doubts": doubts})):
        told, column = by_code[found.code].faults, TELLS_OF[found.fault]
        told[column] = " ".join([*([told[column]] if column in told else []), fault_sentence(found)])


def _starts(rows: Sequence[tuple[int, Sequence[str]]]) -> int:
    return 1 if rows and rows[0][1] and fold(rows[0][1][0]) in {"ma", "ma so", fold(str(COLUMNS["code"]))} else 0


def _line(number: int, row: Sequence[str]) -> Line:
    cells = {name: clean_text(text).strip() for name, text in zip(COLUMNS, [*row, *[""] * len(COLUMNS)], strict=False)}
    item, errors = read_item(cells)
    if any(row[len(COLUMNS) :]):
        errors.setdefault("figure", _("Dòng này có hơn %(most)d ô.") % {"most": len(COLUMNS)})
    return Line(number, cells, errors, item)


def read_item(cells: Mapping[str, str]) -> tuple[Item, dict[str, str]]:
    """The item that the cells tell, as far as they can be read, and what is wrong with which."""
    item: Item = {}
    errors = {
        name: _("Ô này là công thức. Trong Excel, dán giá trị rồi chép lại.")
        for name in cells
        if cells[name][:1] == "="
    }
    for name, read in READ.items():
        if name not in errors:
            try:
                if (value := read(cells[name], name)) is not None:
                    item[name] = value
            except NotUnderstood as wrong:
                errors[name] = wrong.sentence
    if not {"way", "details"} & set(errors):
        try:
            if method := _way(cells["way"], cells["details"]):
                item["method"] = method
        except NotUnderstood as wrong:
            errors["way" if wrong.of_word else "details"] = wrong.sentence
    for name in ("block", "cap"):
        if cells["parent"] and cells[name]:
            errors.setdefault(name, _("Chỉ ghi ở lĩnh vực, là dòng không thuộc mã nào."))
    return item, errors


def _code(text: str, name: str) -> str | None:
    if name == "parent" and not text:
        return None
    if not text:
        raise NotUnderstood(_("Còn thiếu mã."))
    if not CODE.fullmatch(text):
        raise NotUnderstood(_("Mã chỉ gồm chữ không dấu, số, dấu chấm và gạch nối, tối đa 20 chữ. Ví dụ: II.4.1"))
    return text


def _text(text: str, name: str) -> str | None:
    if name == "title" and not text:
        raise NotUnderstood(_("Còn thiếu tên."))
    if len(text) > LONGEST[name]:
        raise NotUnderstood(_("Ô này dài quá %(most)d chữ.") % {"most": LONGEST[name]})
    if name == "figure" and text and not FIGURE.fullmatch(text):
        raise NotUnderstood(_("Tên số liệu viết như cases.answered_on_time."))
    return text or None


def _points(text: str, name: str) -> str | None:
    if name == "maximum" and not text:
        raise NotUnderstood(_("Còn thiếu điểm tối đa."))
    return str(number_in(text)) if text else None


def _tick(text: str, _name: str) -> bool | None:
    if fold(text) not in ("", "x"):
        raise NotUnderstood(_("Ghi x nếu có thể không áp dụng, không thì để trống."))
    return True if text else None


def _one_of(words: Mapping[str, str | Promise], usual: str) -> Callable[[str, str], str | None]:
    def read(text: str, _name: str) -> str | None:
        with override("vi"):
            known = {fold(str(label)): value for value, label in words.items()}
        known |= {fold(str(label)): value for value, label in words.items()}
        if text and fold(text) not in known:
            told = _("Không có từ này; ghi một trong: %(known)s.")
            raise NotUnderstood(told % {"known": "; ".join(str(label) for label in words.values())})
        value = known.get(fold(text), usual)
        return None if value == usual else value

    return read


def _way(word: str, details: str) -> Item | None:
    if word:
        return read_way(word, details)
    if details:
        raise NotUnderstood(_("Có chi tiết mà chưa ghi cách chấm."), of_word=True)
    return None


READ: Mapping[str, Callable[[str, str], Any]] = {
    "code": _code,
    "parent": _code,
    "title": _text,
    "maximum": _points,
    "may_not_apply": _tick,
    "scorer": _one_of(SCORERS, Scorer.UNIT.value),
    "evidence": _text,
    "block": _one_of(BLOCKS, Block.COUNTS.value),
    "cap": _points,
    "figure": _text,
}
"""How each cell is read; None where it says nothing."""


def _compare(lines: Iterable[Line]) -> None:
    """Codes that stand twice, parents that are not there, and chains of parents that are too long or come back."""
    by_code: dict[str, Line] = {}
    for line in lines:
        code = line.cells["code"]
        if code in by_code:
            told = _("Mã %(code)s đã có ở dòng %(number)d.") % {"code": code, "number": by_code[code].number}
            line.errors.setdefault("code", told)
        elif code:
            by_code[code] = line
    for line in lines:
        above, levels = line.cells["parent"], 1
        if above and above not in by_code:
            line.errors.setdefault("parent", _("Không có dòng nào mang mã này."))
        while above in by_code and levels <= DEEPEST:
            above, levels = by_code[above].cells["parent"], levels + 1
        if levels > DEEPEST:
            told = _("Mục này nằm dưới chính nó, hoặc sâu quá %(most)d cấp.") % {"most": DEEPEST}
            line.errors.setdefault("parent", told)
