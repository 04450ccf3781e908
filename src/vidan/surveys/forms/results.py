"""The forms of results: publishing, and what may be shown of a text."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.publishing.traces import Mark
from vidan.foundation.intake.fields import SafeCharField, SafeTextField

MARKS: Mapping[Mark, str | Promise] = {
    Mark.CASE_CODE: _("Có mã hồ sơ “%(words)s”."),
    Mark.RECEIPT_CODE: _("Có mã biên nhận “%(words)s”."),
    Mark.E_MAIL: _("Có địa chỉ thư điện tử “%(words)s”."),
    Mark.DAY: _("Có ngày cụ thể “%(words)s”; chỉ nêu tháng."),
    Mark.LONG_NUMBER: _("Có dãy số “%(words)s”, giống số điện thoại hoặc số giấy tờ."),
    Mark.HOUSE_NUMBER: _("Có nơi ở “%(words)s”; chỉ nêu đến phường."),
    Mark.COUNTER: _("Có số quầy “%(words)s”; chỉ nêu đến phường."),
    Mark.NAME: _("Có tên một cán bộ, “%(words)s”."),
}
"""What is said of a mark by which somebody could be found."""


class PublishForm(forms.Form):
    """Công bố; `version` says which state of the round the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)


class RedactForm(forms.Form):
    """Chuẩn bị lời người dân."""

    shown = SafeTextField(
        label=_("Phần được nêu cho mọi người đọc"),
        help_text=_("Chép lại, bỏ tên người, nơi ở, số điện thoại, ngày giờ. Để trống là không nêu lời này."),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 5}),
    )
    read_before = SafeCharField(required=False, max_length=20, widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
