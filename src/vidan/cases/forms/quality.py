"""The forms of reading answers: drawing a round, the sheet, and settling what two readers see differently."""

import re
import secrets
from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.quality import Mark
from vidan.cases.services.judge import questions
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField, SafeTextField

MOST = 200
"""Answers that one round may draw; two people must read each."""


class DrawForm(forms.Form):
    """Rút một đợt đọc."""

    since = forms.DateField(label=_("Trả lời từ ngày"), help_text=_("Ví dụ 01/01/2018"))
    until = forms.DateField(label=_("đến hết ngày"), help_text=_("Ví dụ 30/06/2018"))
    size = forms.IntegerField(label=_("Đọc bao nhiêu trả lời"), min_value=1, max_value=MOST, initial=20)
    seed = SafeCharField(
        label=_("Mã rút thăm"),
        max_length=32,
        help_text=_("Ai có mã này và sổ ghi cũng rút lại được đúng các trả lời ấy. Có thể thay bằng mã tự chọn."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.initial.setdefault("seed", secrets.token_hex(4))

    def clean_seed(self) -> str:
        """The seed is kept in the journal, so it holds no words."""
        seed = str(self.cleaned_data["seed"])
        if not re.fullmatch(r"[0-9A-Za-z-]+", seed):
            raise forms.ValidationError(_("Chỉ dùng chữ không dấu, số và gạch nối."))
        return seed

    def clean(self) -> dict[str, Any]:
        """A period ends after it began, and not in the days to come."""
        told: dict[str, Any] = super().clean() or {}
        since, until = told.get("since"), told.get("until")
        if since and until and until < since:
            self.add_error("until", _("Ngày cuối không thể trước ngày đầu."))
        if until and until > clock.today():
            self.add_error("until", _("Ngày cuối chưa đến."))
        return told


class SheetForm(forms.Form):
    """Phiếu đọc một trả lời."""

    def __init__(self, *args: Any, only: Iterable[str] = (), **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        asked = set(only)
        for one in questions():
            if not asked or one.code in asked:
                self.fields[one.code] = forms.ChoiceField(
                    label=one.words,
                    help_text=one.hint,
                    choices=Mark.choices,
                    widget=forms.RadioSelect,
                    error_messages={"required": _("Chưa chọn mức cho câu này.")},
                )


class SettleForm(SheetForm):
    """Thống nhất điều hai người thấy khác nhau."""

    reason = SafeTextField(
        label=_("Vì sao"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi giúp lý do để người khác hiểu.")},
    )
