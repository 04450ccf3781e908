"""The forms of a duty report: writing it on a telephone, sending it back."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.oversight.forms.programme import VersionedForm
from vidan.oversight.models import DutyReport


class ReportForm(VersionedForm):
    """Viết báo cáo: một con số, vài câu, một tệp nếu có."""

    counted = forms.IntegerField(
        label=_("Kết quả bằng số"),
        required=False,
        min_value=0,
        max_value=10_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"}),
        error_messages={"invalid": _("Ghi bằng chữ số.")},
    )
    words = SafeTextField(
        label=_("Đã làm được gì, vướng ở đâu"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Vài câu là đủ. Không ghi tên, số điện thoại của người dân."),
    )
    file = forms.FileField(
        label=_("Hoặc tệp báo cáo đã có"),
        required=False,
        help_text=_("Ảnh chụp bản đã ký, PDF hoặc Word."),
        error_messages={"empty": _("Tệp này trống.")},
    )

    def __init__(self, *args: Any, report: DutyReport, proposed: int | None, label: str = "", **kwargs: Any) -> None:
        counted = report.counted if report.counted is not None else proposed
        kwargs["initial"] = {"version": report.version, "words": report.words, "counted": counted}
        super().__init__(*args, **kwargs)
        if label:
            self.fields["counted"].label = label
            self.fields["counted"].help_text = _("Đã điền theo sổ ghi của đơn vị; sửa được nếu sổ còn thiếu.")


class ReportVersionForm(VersionedForm):
    """Only the version: a press of a button."""

    def __init__(self, *args: Any, report: DutyReport, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": report.version}
        super().__init__(*args, **kwargs)


class SendBackForm(ReportVersionForm):
    """Trả báo cáo về, kèm lý do."""

    reason = SafeCharField(
        label=_("Cần bổ sung gì"),
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Đơn vị đọc được lời này."),
        error_messages={"required": _("Ghi cần bổ sung gì.")},
    )
