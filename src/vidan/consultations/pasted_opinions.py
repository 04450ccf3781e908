"""A list of opinions out of a spreadsheet: each row judged, what is wrong told by its cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vidan.consultations.forms.entering import EXPERT_SIGNS, LONGEST_NAME
from vidan.consultations.forms.opinion import LONGEST
from vidan.consultations.kinds import OpinionSource, Stance
from vidan.consultations.named_place import keys_by_place, means_whole, read_place
from vidan.consultations.services.enter_opinions import Entered
from vidan.consultations.services.new_opinion import Said
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.intake.fields import clean_text
from vidan.foundation.sheets import judged
from vidan.foundation.sheets.judged import Cell
from vidan.foundation.sheets.read import Numbered

MOST = 500
"""So many rows are entered at once."""

COLUMNS: Mapping[str, str | Promise] = {
    "place": gettext_lazy("Điều, khoản, điểm"),
    "text": gettext_lazy("Nội dung góp ý"),
    "who": gettext_lazy("Người, đơn vị góp ý"),
    "stance": gettext_lazy("Hướng ý kiến"),
}
"""The columns of a list, in their order."""

NO_PLACE = gettext_lazy(
    "Dự thảo không có chỗ này. Ghi như trong dự thảo, ví dụ: Điều 5 khoản 2; để trống là toàn bộ dự thảo."
)


@dataclass
class Line(judged.Line):
    """One row, and the opinion when all is well."""

    entered: Entered | None = None


def read_lines(rows: Numbered, *, places: Sequence[tuple[str, str]], source: OpinionSource) -> list[Line]:
    """Each row of a list judged against the draft's places; a row that stands twice is wrong too."""
    keys, stances = keys_by_place(places), _stances()
    lines = [_line(number, row, keys, stances, source) for number, row in without_heading(rows)]
    seen: dict[tuple[str, ...], int] = {}
    for line in lines:
        row = tuple(cell.text for cell in line.cells)
        if row in seen:
            line.errors.append(_("Dòng này giống hệt dòng %(number)d.") % {"number": seen[row]})
            line.entered = None
        seen.setdefault(row, line.number)
    return lines


def without_heading(rows: Numbered) -> Numbered:
    """The rows without the names of the columns, if they came along."""
    is_heading = bool(rows) and fold(rows[0][1][0]).startswith("dieu, khoan")
    return rows[1:] if is_heading else rows


def _line(
    number: int,
    row: Sequence[str],
    keys: Mapping[frozenset[tuple[str, str]], str],
    stances: Mapping[str, str],
    source: OpinionSource,
) -> Line:
    named = dict(zip(COLUMNS, [*(clean_text(cell).strip() for cell in row), *[""] * len(COLUMNS)], strict=False))
    key = "" if means_whole(named["place"]) else keys.get(read_place(named["place"]))
    stance = stances.get(fold(named["stance"]), "")
    wrong: dict[str, list[str | Promise]] = {
        "place": [] if key is not None else [NO_PLACE],
        "text": [*([] if named["text"] else [_("Chưa có nội dung.")]), *_too_long(named["text"], LONGEST)],
        "who": [
            *([EXPERT_SIGNS] if source == OpinionSource.EXPERT and not named["who"] else []),
            *_too_long(named["who"], LONGEST_NAME),
        ],
        "stance": [_unknown_stance()] if named["stance"] and not stance else [],
    }
    for name, value in named.items():
        if value.startswith("="):
            wrong[name] = [_("Ô này là công thức. Trong Excel, dán giá trị rồi chép lại.")]
    line = Line(number, [Cell(named[name], tuple(map(str, wrong[name]))) for name in COLUMNS])
    if len(row) > len(COLUMNS):
        line.errors.append(_("Dòng này có hơn %(most)d ô.") % {"most": len(COLUMNS)})
    if not line.errors and not any(wrong.values()):
        line.entered = Entered(Said(text=named["text"], key=key or "", stance=stance), source, named["who"])
    return line


def _too_long(text: str, most: int) -> list[str]:
    return [_("Dài quá %(most)d chữ.") % {"most": most}] if len(text) > most else []


def _unknown_stance() -> str:
    return _("Không có từ này; ghi một trong: %(known)s.") % {"known": "; ".join(str(one.label) for one in Stance)}


def _stances() -> dict[str, str]:
    """Lists are Vietnamese whatever language their officer reads; the words on her own screen serve too."""
    with override("vi"):
        vietnamese = {fold(str(one.label)): one.value for one in Stance}
    return vietnamese | {fold(str(one.label)): one.value for one in Stance}
