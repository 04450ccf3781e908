"""What an officer says about an opinion: the words that everybody reads, or why it is not shown."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.consultations.forms.fields import capital
from vidan.consultations.forms.opinion import LONGEST
from vidan.consultations.kinds import HiddenFor
from vidan.foundation.intake.fields import SafeTextField


class _Judging(forms.Form):
    """`revision` says which state of the opinion the officer was looking at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class ShowForm(_Judging):
    """Đưa ra công khai."""

    text = SafeTextField(
        label=_("Lời mọi người đọc được"),
        max_length=LONGEST,
        help_text=_("Giữ nguyên lời người góp ý; chỉ che tên người, số điện thoại, địa chỉ bằng [...]."),
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Chưa có lời nào để đưa ra. Nếu không đưa ra, chọn lý do ở dưới.")},
    )


class HideForm(_Judging):
    """Không đưa ra."""

    why = forms.ChoiceField(
        label=_("Lý do"),
        choices=capital(HiddenFor.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một lý do; người góp ý đọc được lý do này.")},
    )
    note = SafeTextField(
        label=_("Giải thích thêm cho người góp ý"),
        required=False,
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
    )

    def clean(self) -> dict[str, Any]:
        """Another reason is told in words."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("why") == HiddenFor.OTHER and not cleaned.get("note"):
            self.add_error("note", _("Chọn lý do khác thì ghi rõ là lý do gì."))
        return cleaned
