"""A list pasted from Excel: each row is an entry form of its own, and what is wrong is told by its cell."""

import hashlib
import hmac
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django import forms
from django.conf import settings
from django.db.models import TextChoices
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, override

from vidan.cases.forms.sources import EnterForm
from vidan.cases.kinds import Kind
from vidan.cases.models import PastedRow
from vidan.cases.services.enter import BY_STAFF
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeTextField
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.sheets import judged
from vidan.foundation.sheets.judged import Cell
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import served_places

MOST = 200
"""So many rows are entered at once."""

COLUMNS: Mapping[str, str | Promise] = {
    "received_on": gettext_lazy("Ngày nhận"),
    "source": gettext_lazy("Nguồn"),
    "kind": gettext_lazy("Loại"),
    "unit": gettext_lazy("Chuyện xảy ra ở đâu"),
    "story": gettext_lazy("Nội dung"),
    "wish": gettext_lazy("Người đó mong điều gì"),
    "mode": gettext_lazy("Cách nêu tên"),
    "name": gettext_lazy("Họ và tên"),
    "phone": gettext_lazy("Điện thoại"),
    "people": gettext_lazy("Số người cùng gửi"),
    "procedure": gettext_lazy("Thủ tục người đó cần làm"),
}
"""The fields of the entry form that a list fills, in the order of its columns; a list of before may end with an earlier one."""

BY_ONE = (Kind.COMPLAINT, Kind.DENUNCIATION)
"""Kinds that hang on the form of the single paper and are entered one by one."""


class PasteForm(forms.Form):
    """Dán từ Excel."""

    text = SafeTextField(
        label=gettext_lazy("Các ô chép từ Excel"),
        required=False,
        strip=False,  # an empty first cell is a tab at the very beginning
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Chọn các ô trong Excel, chép, rồi dán vào đây; hàng đầu có thể là tên cột."),
    )
    table = forms.FileField(
        label=gettext_lazy("Hoặc tệp Excel (.xlsx)"),
        required=False,
        help_text=gettext_lazy("Lấy trang tính đầu tiên."),
        error_messages={"empty": gettext_lazy("Tệp này trống.")},
    )
    leave_out = forms.BooleanField(label=gettext_lazy("Bỏ những dòng sai, chỉ nhập những dòng đúng"), required=False)


@dataclass
class Line(judged.Line):
    """One row, and the form when all is well."""

    told: Mapping[str, Any] = field(default_factory=dict)
    mark: str = ""


def read_lines(rows: Sequence[Sequence[str]], front: Unit) -> list[Line]:
    """Each row of a list judged; a row that was entered before, or stands twice, is wrong too."""
    first = 1 if rows and _is_heading(rows[0]) else 0
    words = _words()
    lines = [_line(number, row, words, front) for number, row in enumerate(rows[first:], start=1)]
    known = PastedRow.objects.filter(front=front, mark__in=[line.mark for line in lines])
    entered = dict(known.values_list("mark", "case__code"))
    seen: dict[str, int] = {}
    for line in lines:
        if code := entered.get(line.mark):
            line.errors.append(_("Dòng này đã nhập trước đây, là hồ sơ %(code)s.") % {"code": code})
        elif before := seen.get(line.mark):
            line.errors.append(_("Dòng này giống hệt dòng %(number)d.") % {"number": before})
        seen.setdefault(line.mark, line.number)
    return lines


def count_rows(rows: Sequence[Sequence[str]]) -> int:
    """How many rows there are to enter."""
    return len(rows) - (1 if rows and _is_heading(rows[0]) else 0)


def _is_heading(row: Sequence[str]) -> bool:
    return bool(row) and fold(row[0]).startswith(("ngay", fold(str(COLUMNS["received_on"]))))


def _line(number: int, row: Sequence[str], words: Mapping[str, Mapping[str, str]], front: Unit) -> Line:
    named = dict(zip(COLUMNS, [*row, *[""] * len(COLUMNS)], strict=False))
    typed = {name: _value(words, name, text) for name, text in named.items()}
    form = EnterForm(typed | {"people": typed["people"] or "1", "teller_type": "person"}, front=front)
    told = form.errors
    cells = [Cell(text, tuple(_wrong(words, name, text, told.get(name, [])))) for name, text in named.items()]
    line = Line(number, cells, mark=_mark(front, row))
    line.errors += [str(error) for name, errors in told.items() if name not in COLUMNS for error in errors]
    if len(row) > len(COLUMNS):
        line.errors.append(_("Dòng này có hơn %(most)d ô.") % {"most": len(COLUMNS)})
    if typed["kind"] in BY_ONE:
        line.errors.append(_("Khiếu nại, tố cáo tùy vào từng đơn, nên nhập riêng ở trang Nhập ý kiến."))
    if not line.is_wrong:
        line.told = form.cleaned_data
    return line


def _wrong(words: Mapping[str, Mapping[str, str]], name: str, text: str, errors: Sequence[Any]) -> list[str]:
    """The sentences for one cell; an unknown word is answered with the words that are known."""
    if text.startswith("="):
        return [_("Ô này là công thức. Trong Excel, dán giá trị rồi chép lại.")]
    if name in words and text and fold(text) not in words[name]:
        if name == "unit":
            return [_("Không có nơi nào tên này. Ghi đúng như trong danh sách nơi, ví dụ: Một cửa Phường An Phú.")]
        return [_("Không có từ này; ghi một trong: %(known)s.") % {"known": "; ".join(_labels(name))}]
    return [str(error) for error in errors]


def _value(words: Mapping[str, Mapping[str, str]], name: str, text: str) -> str:
    if name not in words:
        return text
    return words[name].get(fold(text), "unknown" if name == "unit" and not text else "")


def _words() -> dict[str, dict[str, str]]:
    """The value of each word that a list may use, folded, by column."""
    places = [(slug, name) for _area, units in served_places(clock.today()) for slug, name in units]
    places += Unit.objects.filter(slug__in=[slug for slug, _name in places]).values_list("slug", "short_name")
    unknown = {"chua ro": "unknown", fold(_("Chưa rõ")): "unknown"}
    return {
        "source": _by_label(BY_STAFF),
        "kind": _by_label(list(Kind)),
        "mode": _by_label(list(TellerMode)),
        "unit": {fold(name): slug for slug, name in places} | unknown,
    }


def _by_label(choices: Sequence[TextChoices]) -> dict[str, str]:
    """Lists are Vietnamese whatever language their officer reads; the words on her own screen serve too."""
    with override("vi"):
        vietnamese = {fold(str(one.label)): str(one.value) for one in choices}
    return vietnamese | {fold(str(one.label)): str(one.value) for one in choices}


def _labels(name: str) -> list[str]:
    known = {"source": BY_STAFF, "kind": [kind for kind in Kind if kind not in BY_ONE], "mode": list(TellerMode)}
    return [str(one.label) for one in known[name]]


def _mark(front: Unit, row: Sequence[str]) -> str:
    """A row's mark: the same row has the same one, and without the server's key it tells nothing of the row."""
    text = json.dumps([front.slug, [" ".join(cell.split()) for cell in row]], ensure_ascii=False)
    told = text.encode("utf-8", "surrogatepass")
    return hmac.new(settings.KEYS.receipt, b"pasted\0" + told, hashlib.sha256).hexdigest()
