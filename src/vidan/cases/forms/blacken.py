"""The form of black bars: one line each, typed from the ruler on the picture or written by dragging."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.domain.redaction.bars import Bar, WrongLine, read_bars
from vidan.foundation.intake.fields import SafeTextField


class BarsForm(forms.Form):
    """Các ô che."""

    bars = SafeTextField(
        label=_("Các ô che, mỗi dòng một ô"),
        max_length=8_000,
        widget=forms.Textarea(attrs={"rows": 6, "spellcheck": "false"}),
        help_text=_(
            "Năm số: trang, mép trái, mép trên, mép phải, mép dưới, tính bằng phần trăm theo thước trên ảnh. "
            "Ví dụ 1 10 20 45 26. Hoặc kéo chuột trên ảnh, dòng được ghi thay ông/bà."
        ),
        error_messages={"required": _("Chưa có ô che nào.")},
    )

    def __init__(self, *args: Any, pages: int, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.pages = pages

    def clean_bars(self) -> tuple[Bar, ...]:
        """The bars; a wrong line is named."""
        try:
            return read_bars(self.cleaned_data["bars"], pages=self.pages)
        except WrongLine as wrong:
            told = {"number": wrong.number, "line": wrong.line, "pages": self.pages}
            raise forms.ValidationError(
                _(
                    "Dòng %(number)d “%(line)s” không phải một ô: cần năm số, trang từ 1 đến %(pages)d, mép từ 0 đến 100."
                ),
                params=told,
            ) from None
