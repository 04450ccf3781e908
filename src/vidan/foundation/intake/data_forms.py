"""What is asked about a person's own data, and what the head decides about content whose time is over."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.intake.personal import Ground, KeptFor, Right
from vidan.foundation.ui.widgets import PlainSelect


class DataRequestForm(forms.Form):
    """Yêu cầu về dữ liệu của tôi."""

    right = forms.ChoiceField(
        label=_("Ông/bà muốn"),
        choices=Right.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Ông/bà chọn giúp một điều.")},
    )
    words = SafeTextField(
        label=_("Nói rõ thêm"),
        max_length=3_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ví dụ: sửa số điện thoại thành số nào; muốn xóa vì sao."),
        error_messages={"required": _("Ông/bà viết giúp vài chữ để Mặt trận làm đúng điều ông/bà cần.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class EnterDataRequestForm(DataRequestForm):
    """Nhập yêu cầu của người đến gặp, gọi điện hoặc gửi thư."""

    code = SafeCharField(label=_("Mã hồ sơ"), max_length=20, help_text=_("Ví dụ PA-2018-0147"))
    right = forms.ChoiceField(
        label=_("Người yêu cầu muốn"),
        choices=Right.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một điều.")},
    )
    third_party = forms.BooleanField(
        label=_("Phải yêu cầu cả nơi đã nhận dữ liệu dừng lại (hạn 20 ngày)"), required=False
    )
    field_order = ("code", "right", "words", "third_party")


class AnswerDataRequestForm(forms.Form):
    """Trả lời yêu cầu; `grounds` are those on which the duty may refuse one."""

    ground = forms.ChoiceField(label=_("Kết quả"), required=False, widget=PlainSelect)
    text = SafeTextField(
        label=_("Trả lời người yêu cầu"),
        max_length=5_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Người yêu cầu đọc bằng mã biên nhận. Nói rõ đã làm gì, hoặc vì sao không làm được."),
        error_messages={"required": _("Trả lời chưa có chữ nào.")},
    )

    def __init__(self, *args: Any, grounds: Iterable[Ground] = Ground, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Làm theo yêu cầu")), *((one.value, one.label) for one in grounds)]


class ErasureForm(forms.Form):
    """Duyệt tiêu hủy hoặc giữ thêm."""

    chosen = forms.MultipleChoiceField(
        choices=(),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chưa chọn hồ sơ nào.")},
    )
    act = forms.ChoiceField(choices=[("erase", "erase"), ("keep", "keep")])
    why = forms.ChoiceField(choices=[("", ""), *KeptFor.choices], required=False)

    def __init__(self, *args: Any, subjects: list[str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["chosen"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(one, one) for one in subjects]

    def clean(self) -> dict[str, Any]:
        """Keeping longer has its reason."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("act") == "keep" and not told.get("why"):
            self.add_error("why", _("Giữ thêm thì cần chọn lý do."))
        return told
