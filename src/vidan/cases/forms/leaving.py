"""The form of a withdrawal on paper: dated, received, and shown to be the teller's."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.forms.moves import CameInForm
from vidan.cases.models import CaseFile
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.intake.tellers import TellerMode
from vidan.foundation.receipts.code import Mistyped, read_code
from vidan.foundation.receipts.services import receipt_by_code


class WithdrawalForm(CameInForm):
    """Ghi nhận hộ đơn rút.

    A named teller is known by signature. Whoever is anonymous or known in confidence is known by the receipt alone,
    so that nobody else ends the case, and nobody opens an identity for it.
    """

    dated = forms.DateField(label=_("Ngày viết đơn rút"), help_text=_("Ví dụ 05/04/2018"))
    receipt = SafeCharField(
        label=_("Mã biên nhận"),
        max_length=60,
        help_text=_("Người gửi đưa biên nhận để chắc chắn đơn rút là của chính họ. Mã không được giữ lại."),
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off"}),
        error_messages={"required": _("Hồ sơ không nêu tên người gửi, nên chỉ nhận đơn rút kèm mã biên nhận.")},
    )
    scan = forms.FileField(
        label=_("Bản chụp đơn rút"), required=False, help_text=_("Ảnh hoặc PDF; giữ kín như bản gốc của người gửi.")
    )
    field_order = ("dated", "received_on", "receipt", "scan")

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if case.teller_mode == TellerMode.NAMED:
            self.fields["receipt"].required = False
            self.fields["receipt"].help_text = _(
                "Có biên nhận thì nhập mã. Không có thì so chữ ký và họ tên trên đơn rút với bản gốc."
            )

    def clean_receipt(self) -> str:
        """A code of another case and a code of nobody get the same answer."""
        typed: str = self.cleaned_data["receipt"]
        if not typed:
            return ""
        try:
            found = receipt_by_code(read_code(typed))
        except Mistyped:
            found = None
        if found is None or found.subject != self.case.code:
            raise forms.ValidationError(
                _("Mã này không phải của hồ sơ đang mở. Ông/bà xem lại từng số trên biên nhận.")
            )
        return typed
