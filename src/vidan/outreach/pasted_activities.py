"""A list of activities out of a spreadsheet: each row judged by the form's own rules, what is wrong told by its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override, pgettext_lazy

from vidan.domain.vietnamese.fold import fold
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets import judged
from vidan.foundation.sheets.judged import Cell
from vidan.foundation.sheets.read import Numbered
from vidan.outreach.activity_kinds import ActivityKind, Reach
from vidan.outreach.forms.activity import AboutForm
from vidan.outreach.services.log_activity import About
from vidan.outreach.topics import topics_on

MOST = 500
"""So many rows are entered at once."""

COLUMNS: Mapping[str, str | Promise] = {
    "on": gettext_lazy("Ngày"),
    "kind": pgettext_lazy("activity", "Hình thức"),
    "topic": gettext_lazy("Nội dung tuyên truyền"),
    "place": gettext_lazy("Ở đâu"),
    "reached": gettext_lazy("Số người"),
    "reach": gettext_lazy("Đếm được hay ước chừng"),
    "title": gettext_lazy("Tên hoạt động"),
    "materials": gettext_lazy("Tài liệu đã phát, đã dùng"),
    "cost": gettext_lazy("Kinh phí (đồng)"),
    "partners": gettext_lazy("Đơn vị phối hợp"),
}
"""The columns of a list, in their order; only the first five must be filled."""


@dataclass
class Line(judged.Line):
    """One row, and the activity when all is well."""

    about: About | None = None


def read_lines(rows: Numbered) -> list[Line]:
    """Each row judged; one that stands twice is wrong too."""
    known = {"kind": _words(dict(ActivityKind.choices)), "reach": _words(dict(Reach.choices)), "topic": _topics()}
    lines = [_line(number, row, known) for number, row in without_heading(rows)]
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        row = tuple(cell.text for cell in line.cells)
        if row in seen:
            line.errors.append(_("Dòng này giống hệt dòng %(number)d.") % {"number": seen[row]})
            line.about = None
        seen.setdefault(row, line.number)
    return lines


def without_heading(rows: Numbered) -> Numbered:
    """The rows without the names of the columns, if they came along."""
    is_heading = bool(rows) and fold(rows[0][1][0]) in ("ngay", "date")
    return rows[1:] if is_heading else rows


def example_row(day: date) -> list[str]:
    """The example of the empty table."""
    topic = topics_on(day)[0]
    place, people = _("Ví dụ: Nhà văn hóa phường. Xóa dòng này trước khi nhập."), "120"
    return [f"{day:%d/%m/%Y}", str(ActivityKind.CONFERENCE.label), topic.short, place, people, "", "", "", "", ""]


def _line(number: int, row: Sequence[str], known: Mapping[str, Mapping[str, str]]) -> Line:
    cells = [clean_text(cell).strip() for cell in row]
    named = dict(zip(COLUMNS, [*cells, *[""] * len(COLUMNS)], strict=False))
    typed = named | {name: words.get(fold(named[name]), named[name]) for name, words in known.items()}
    form = AboutForm(typed | {"is_public": "on"})
    wrong = {name: [str(error) for error in form.errors.get(name, [])] for name in COLUMNS}
    for name, words in known.items():
        if named[name] and fold(named[name]) not in words:
            wrong[name] = [_unknown(name)]
    for name, value in named.items():
        if value.startswith("="):
            wrong[name] = [_("Ô này là công thức. Trong Excel, dán giá trị rồi chép lại.")]
    line = Line(number, [Cell(named[name], tuple(wrong[name])) for name in COLUMNS])
    if len(row) > len(COLUMNS):
        line.errors.append(_("Dòng này có hơn %(most)d ô.") % {"most": len(COLUMNS)})
    if not line.errors and not any(wrong.values()) and form.is_valid():
        line.about = form.about()
    return line


def _unknown(name: str) -> str:
    offered: Mapping[str, list[str]] = {
        "kind": [str(one.label) for one in ActivityKind],
        "reach": [str(one.label) for one in Reach],
        "topic": [one.short for one in topics_on(clock.today())],
    }
    return _("Không có từ này; ghi một trong: %(known)s.") % {"known": "; ".join(offered[name])}


def _words(choices: Mapping[str, str | Promise]) -> dict[str, str]:
    """Lists are Vietnamese whatever language their officer reads; the words on her own screen serve too."""
    with override("vi"):
        vietnamese = {fold(str(label)): value for value, label in choices.items()}
    return vietnamese | {fold(str(label)): value for value, label in choices.items()}


def _topics() -> dict[str, str]:
    return {fold(words): one.code for one in topics_on(clock.today()) for words in (*one.vi, *one.en)}
