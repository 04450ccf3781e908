"""What a custodian and those who ask her write."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.intake.names import Outcome


class PassphraseForm(forms.Form):
    """Câu mật khẩu mở phiên."""

    passphrase = forms.CharField(
        label=_("Câu mật khẩu giữ khóa"),
        max_length=200,
        strip=False,
        widget=forms.PasswordInput(attrs={"autocomplete": "off"}),
        help_text=_("Câu mật khẩu riêng của người giữ khóa, khác mật khẩu đăng nhập."),
        error_messages={"required": _("Cần câu mật khẩu để mở phiên.")},
    )


class CodeForm(forms.Form):
    """Mã hồ sơ, mã ý kiến cần mở."""

    code = SafeCharField(label=_("Mã hồ sơ, ý kiến"), max_length=20, help_text=_("Ví dụ PA-2018-0147, YK-2018-00012"))

    def clean_code(self) -> str:
        """Codes are written in capitals."""
        return str(self.cleaned_data["code"]).upper()


class AskForm(forms.Form):
    """Nhờ người giữ khóa."""

    reason = SafeTextField(
        label=_("Cần người giữ khóa giúp điều gì, vì sao"),
        max_length=1_000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ví dụ: hỏi người gửi ngày đến quầy; mời người gửi đến làm việc. Không đoán tên người gửi ở đây."),
        error_messages={
            "required": _("Cần ghi điều muốn nhờ và lý do."),
            "min_length": _("Cần ghi rõ hơn một chút, ít nhất mười chữ cái."),
        },
    )


class ReplyForm(forms.Form):
    """Trả lời cán bộ."""

    outcome = forms.ChoiceField(
        label=_("Kết quả"),
        choices=[(Outcome.DONE, _("Đã làm điều cần thiết")), (Outcome.REFUSED, _("Không mở danh tính"))],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn đã làm hay không mở.")},
    )
    text = SafeTextField(
        label=_("Điều cán bộ cần biết"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Chỉ nói điều cần cho việc giải quyết; không ghi tên, số điện thoại, địa chỉ của người gửi."),
        error_messages={"required": _("Ghi giúp vài chữ để cán bộ biết đã làm gì, hoặc vì sao không.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class ReasonForm(forms.Form):
    """Lý do mở danh tính."""

    reason = SafeTextField(
        label=_("Lý do cần xem người gửi là ai"),
        max_length=1_000,
        min_length=10,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={
            "required": _("Cần ghi lý do trước khi mở."),
            "min_length": _("Lý do cần rõ hơn một chút, ít nhất mười chữ cái."),
        },
    )
