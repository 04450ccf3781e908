"""The forms of putting a text in order: bringing it in, and mending one piece."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.kinds import Level, State
from vidan.consultations.services.mend_text import Words
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect

LONGEST_TEXT = 1_000_000
"""Letters that may be pasted; a draft of 300 articles has half of that."""

LONGEST_PIECE = 200_000
"""A text that was read as one piece must still fit into the page on which it is split."""


class BringForm(DraftForm):
    """Đưa lời dự thảo vào."""

    file = forms.FileField(
        label=_("Tệp dự thảo"), required=False, help_text=_("Word (.docx), hoặc PDF có chữ, không phải bản chụp.")
    )
    text = SafeTextField(
        label=_("Hoặc dán lời dự thảo"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Mỗi điều, khoản, điểm một dòng, đúng như trong văn bản."),
    )
    received_on = DayField(label=_("Nhận bản này ngày"))
    note = SafeCharField(label=_("Ghi chú về bản này"), max_length=300, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        came = self.draft.received_on if self.draft.state == State.REGISTERED else clock.today()
        self.initial.setdefault("received_on", came)

    def clean(self) -> dict[str, Any]:
        """The text comes one way or the other, not both."""
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and bool(told.get("file")) == bool(told.get("text")):
            both = bool(told.get("file"))
            self.add_error(
                "text", _("Đã chọn tệp thì để trống ô này.") if both else _("Chọn tệp, hoặc dán lời dự thảo.")
            )
        return told


class PieceForm(DraftForm):
    """Sửa một mảnh của lời dự thảo."""

    level = forms.ChoiceField(label=_("Cấp"), choices=Level.choices, widget=PlainSelect)
    number = SafeCharField(
        label=_("Số"),
        max_length=12,
        required=False,
        help_text=_("Chỉ ghi số hoặc chữ, ví dụ 5, II, a."),
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    heading = SafeCharField(label=_("Tên"), max_length=1000, required=False)
    text = SafeTextField(
        label=_("Lời"), max_length=LONGEST_PIECE, required=False, widget=forms.Textarea(attrs={"rows": 8})
    )

    def clean(self) -> dict[str, Any]:
        """A piece says something."""
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and not any(told.get(name) for name in ("number", "heading", "text")):
            self.add_error("text", _("Mảnh này chưa có lời nào."))
        return told

    @property
    def words(self) -> Words:
        """What a valid form says the piece is."""
        told = self.cleaned_data
        return Words(Level(told["level"]), told["number"], told["heading"], told["text"])
