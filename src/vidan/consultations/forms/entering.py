"""Signed opinions, and opinions that the officer enters for others: one by one, or a list pasted from Excel."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.consultations.forms.fields import capital
from vidan.consultations.forms.opinion import SaidForm
from vidan.consultations.kinds import OpinionSource
from vidan.consultations.models import Draft
from vidan.foundation.intake.data_forms import EnterDataRequestForm
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.units.models import Unit

BY_OFFICER = (OpinionSource.EXPERT, OpinionSource.MEETING, OpinionSource.SHEET)
"""Sources that the officer enters; who has an account or a telephone speaks for himself."""

LONGEST_NAME = 200

EXPERT_SIGNS = _("Ý kiến chuyên gia thì ghi tên chuyên gia hoặc Hội đồng tư vấn.")


class SignForm(SaidForm):
    """Ý kiến của tổ chức: which of the actor's organisations signs, what it says, and its paper."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    unit = forms.ChoiceField(label=_("Đơn vị góp ý"), error_messages={"required": _("Chọn đơn vị góp ý.")})
    upload = forms.FileField(
        label=_("Văn bản góp ý (nếu có)"),
        required=False,
        help_text=_("PDF, Word hoặc Excel; mọi người tải được bản đã làm sạch."),
        error_messages={"empty": _("Tệp này trống.")},
    )
    field_order = ("unit", "piece", "text", "stance", "topics", "upload")

    def __init__(self, *args: Any, draft: Draft, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", draft.version)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(str(unit.pk), unit.name) for unit in units]
        self.fields["text"].label = _("Ý kiến")


class EnterForm(SaidForm):
    """Ghi một ý kiến nhận được."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    source = forms.ChoiceField(
        label=_("Ý kiến đến từ đâu"),
        choices=capital([(one.value, one.label) for one in BY_OFFICER]),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn ý kiến đến từ đâu.")},
    )
    who = SafeCharField(
        label=_("Người hoặc đơn vị góp ý"),
        required=False,
        max_length=LONGEST_NAME,
        help_text=_("Tên chuyên gia được đưa ra công khai; tên của người khác được niêm phong."),
    )
    upload = forms.FileField(
        label=_("Văn bản góp ý (nếu có)"), required=False, error_messages={"empty": _("Tệp này trống.")}
    )
    field_order = ("source", "who", "piece", "text", "stance", "topics", "upload")

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("version", draft.version)
        self.fields["text"].label = _("Nội dung ý kiến")
        self.fields["text"].help_text = _("Lời này đưa ra công khai ngay, nên không ghi tên, số điện thoại của ai.")
        self.fields["stance"].label = _("Hướng ý kiến")

    def clean(self) -> dict[str, Any]:
        """An expert signs."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("source") == OpinionSource.EXPERT and not cleaned.get("who"):
            self.add_error("who", EXPERT_SIGNS)
        return cleaned


class PasteForm(forms.Form):
    """Dán bảng tổng hợp từ Excel."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)
    source = forms.ChoiceField(
        label=_("Ý kiến đến từ đâu"), choices=[(one.value, one.label) for one in reversed(BY_OFFICER)]
    )
    text = SafeTextField(
        label=_("Các ô chép từ Excel"),
        required=False,
        strip=False,  # an empty first cell is a tab at the very beginning
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Chọn các ô trong Excel, chép, rồi dán vào đây; hàng đầu có thể là tên cột."),
    )
    table = forms.FileField(
        label=_("Hoặc tệp Excel (.xlsx)"),
        required=False,
        help_text=_("Lấy trang tính đầu tiên."),
        error_messages={"empty": _("Tệp này trống.")},
    )
    leave_out = forms.BooleanField(label=_("Bỏ những dòng sai, chỉ nhập những dòng đúng"), required=False)


class EnterOpinionRequestForm(EnterDataRequestForm):
    """Nhập yêu cầu về dữ liệu của người góp ý."""

    code = SafeCharField(label=_("Mã ý kiến"), max_length=20, help_text=_("Ví dụ YK-2018-00012"))
