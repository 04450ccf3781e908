"""The name under which a list is kept."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.intake.fields import SafeCharField


class SavedListForm(forms.Form):
    """Lưu danh sách."""

    name = SafeCharField(
        label=_("Tên danh sách"),
        max_length=60,
        help_text=_("Ví dụ: Trễ hạn của phường An Phú. Không ghi tên người gửi."),
        error_messages={"required": _("Đặt cho danh sách một cái tên.")},
    )
    shared = forms.BooleanField(label=_("Cho cả cơ quan Mặt trận của tôi cùng dùng"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
