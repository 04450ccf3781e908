"""The forms of answers: one point, the paper that answers, and the annex that comes back."""

from datetime import date
from typing import Any

from django import forms
from django.core.validators import MinValueValidator
from django.utils.translation import gettext_lazy as _

from vidan.consultations.answers import LONGEST_CLAUSE, LONGEST_REASON, NO_REASON, Told, lacks_reason
from vidan.consultations.forms.fields import capital
from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.kinds import Verdict
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.papers.came_in import CameIn

FIRST_DAY = date(2000, 1, 1)


class AnswerForm(forms.Form):
    """Trả lời một điểm."""

    verdict = forms.ChoiceField(
        label=_("Trả lời điểm này"),
        choices=capital(Verdict.choices),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một cách trả lời.")},
    )
    reason = SafeTextField(
        label=_("Lý do, giải trình"),
        max_length=LONGEST_REASON,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Phải ghi khi không tiếp thu hoặc chỉ tiếp thu một phần. Ai cũng đọc được."),
    )
    clause = SafeCharField(
        label=_("Chỗ đã sửa trong dự thảo"),
        max_length=LONGEST_CLAUSE,
        required=False,
        help_text=_("Ví dụ: Điều 2 khoản 1"),
    )

    def clean(self) -> dict[str, Any]:
        """What is not wholly accepted owes a reason."""
        told: dict[str, Any] = super().clean() or {}
        if "reason" not in self.errors and lacks_reason(told.get("verdict", ""), told.get("reason", "")):
            self.add_error("reason", NO_REASON)
        return told

    def told(self, number: int) -> Told:
        """What a valid form answers to the point of that number."""
        said = self.cleaned_data
        return Told(number=number, verdict=Verdict(said["verdict"]), reason=said["reason"], clause=said["clause"])


class PaperForm(CameIn, DraftForm):
    """Ghi văn bản trả lời."""

    number = SafeCharField(label=_("Số, ký hiệu văn bản"), max_length=60)
    dated = forms.DateField(
        label=_("Ngày văn bản"),
        validators=[MinValueValidator(FIRST_DAY, _("Ngày này quá xa."))],
        widget=forms.DateInput(attrs={"class": "short"}),
        help_text=_("Ví dụ 05/12/2018"),
    )
    received_on = forms.DateField(
        label=_("Ngày Mặt trận nhận được"),
        validators=[MinValueValidator(FIRST_DAY, _("Ngày này quá xa."))],
        widget=forms.DateInput(attrs={"class": "short"}),
    )
    scan = forms.FileField(label=_("Bản chụp văn bản"), required=False, help_text=_("Ảnh hoặc PDF"))


class AnnexForm(forms.Form):
    """Bảng trả lời gửi lại: a file, or cells copied out of one."""

    table = forms.FileField(label=_("Tệp Excel (.xlsx) hoặc Word (.docx)"), required=False)
    text = SafeTextField(
        label=_("Hoặc dán các ô chép từ bảng"),
        max_length=400_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Chép cả dòng tiêu đề."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class ReturnForm(DraftForm):
    """Trả lại văn bản phản biện."""

    reason = SafeTextField(
        label=_("Lý do trả lại"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Cán bộ đọc để sửa các điểm rồi trình lại."),
        error_messages={"required": _("Cần ghi lý do trả lại.")},
    )
