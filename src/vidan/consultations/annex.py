"""The annex (bảng tiếp thu, giải trình): points out as a table to fill in, and back, every fault told at its cell."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vidan.consultations.answers import LONGEST_CLAUSE, LONGEST_REASON, NO_REASON, Told, lacks_reason
from vidan.consultations.kinds import Verdict
from vidan.consultations.models import Draft, Point
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets.read import Numbered
from vidan.foundation.sheets.write import Cell

COLUMNS: Mapping[str, str | Promise] = {
    "number": gettext_lazy("Điểm số"),
    "place": gettext_lazy("Điều khoản"),
    "said": gettext_lazy("Nội dung góp ý và kiến nghị"),
    "count": gettext_lazy("Số ý kiến"),
    "verdict": gettext_lazy("Tiếp thu, giải trình"),
    "reason": gettext_lazy("Lý do"),
    "clause": gettext_lazy("Chỗ đã sửa"),
}
"""What a row holds, in the order of its cells."""

ASKED = ("number", "verdict", "reason", "clause")
"""The cells that are read back; the others are there for people."""

WIDTHS = (1.6, 3.2, 9.0, 1.8, 3.2, 5.0, 2.9)
"""Of the columns on paper, in centimetres."""


@dataclass
class Line:
    """One row that came back: its number in the table, its cells, and what is wrong in which; `told` when nothing is.

    A row without verdict, reason and place is not answered yet: it has neither errors nor an answer.
    """

    row: int
    cells: Mapping[str, str]
    errors: dict[str, str] = field(default_factory=dict)
    told: Told | None = None


def headings() -> list[str]:
    """The first row, in Vietnamese."""
    with override("vi"):
        return [str(label) for label in COLUMNS.values()]


def note() -> str:
    """What stands above the table, in Vietnamese."""
    with override("vi"):
        words = "; ".join(str(label) for label in Verdict.labels)
        return _(
            "Cột %(column)s ghi một trong: %(words)s. Không tiếp thu hoặc chỉ tiếp thu một phần thì phải ghi lý do."
        ) % {
            "column": f"“{COLUMNS['verdict']}”",
            "words": words,
        }


def rows_of(points: Iterable[Point]) -> list[tuple[Cell, ...]]:
    """The rows to fill in, in Vietnamese, with what is answered already."""
    with override("vi"):
        return [_row(point) for point in points]


def cells_of(rows: Numbered) -> list[tuple[int, list[str]]]:
    """The cells that are read, in the order of ASKED, of each row below the headings; rows without headings are as ours."""
    names = [fold(heading) for heading in headings()]
    top = next((i for i, (_n, row) in enumerate(rows) if row and fold(row[0]) == names[0]), None)
    head = names if top is None else [fold(cell) for cell in rows[top][1]]
    places = [head.index(name) if name in head else -1 for name in (names[list(COLUMNS).index(one)] for one in ASKED)]
    below = rows if top is None else rows[top + 1 :]
    return [(n, [_cell(row, place) for place in places]) for n, row in below]


def read_lines(rows: Sequence[tuple[int, Sequence[str]]], draft: Draft) -> list[Line]:
    """Each row read against the points of the draft; what is wrong with a row beside the others is told too."""
    known = set(draft.points.values_list("number", flat=True))
    lines, seen = [], dict[int, int]()
    for row, cells in rows:
        line = _line(row, dict(zip(ASKED, cells, strict=True)), known)
        number = line.told.number if line.told else 0
        if number in seen:
            line.errors["number"] = _("Điểm này đã có ở dòng %(row)d.") % {"row": seen[number]}
            line.told = None
        elif number:
            seen[number] = row
        lines.append(line)
    return lines


def _row(point: Point) -> tuple[Cell, ...]:
    answer = getattr(point, "disposition", None)
    asked = "\n\n".join(filter(None, (point.text, point.proposal and f"{_('Kiến nghị')}: {point.proposal}")))
    filled = (answer.get_verdict_display(), answer.reason, answer.clause) if answer else ("", "", "")
    return (point.number, point.place or _("Cả dự thảo"), asked, point.opinion_count, *filled)


def _cell(row: Sequence[str], place: int) -> str:
    return clean_text(row[place]).strip() if 0 <= place < len(row) else ""


def _line(row: int, cells: Mapping[str, str], known: set[int]) -> Line:
    line = Line(row, cells)
    if not any(cells[name] for name in ("verdict", "reason", "clause")):
        return line
    for name, text in cells.items():
        if text[:1] == "=":
            line.errors[name] = _("Ô này là công thức. Trong Excel, dán giá trị rồi chép lại.")
    number = cells["number"].rstrip(".")
    if "number" not in line.errors and not (
        number.isascii() and number.isdigit() and len(number) < 6 and int(number) in known
    ):
        line.errors["number"] = _("Văn bản phản biện không có điểm nào mang số này.")
    verdict = _verdict(cells["verdict"])
    if verdict is None and "verdict" not in line.errors:
        line.errors["verdict"] = _("Ghi một trong: %(words)s.") % {"words": "; ".join(str(x) for x in Verdict.labels)}
    if verdict is not None and "reason" not in line.errors and lacks_reason(verdict, cells["reason"]):
        line.errors["reason"] = str(NO_REASON)
    for name, most in (("reason", LONGEST_REASON), ("clause", LONGEST_CLAUSE)):
        if len(cells[name]) > most:
            line.errors[name] = _("Ô này dài quá %(most)d chữ.") % {"most": most}
    if not line.errors and verdict is not None:
        clause = " ".join(cells["clause"].split())
        line.told = Told(number=int(number), verdict=verdict, reason=cells["reason"], clause=clause)
    return line


def _verdict(text: str) -> Verdict | None:
    """The verdict that a word names, in either language."""
    for language in ("vi", "en"):
        with override(language):
            for one in Verdict:
                if fold(text) in {fold(str(one.label)), one.value}:
                    return one
    return None
