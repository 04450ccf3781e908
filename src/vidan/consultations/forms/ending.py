"""The forms after the answers: what was issued, whether promises were kept, and the closing summary."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.consultations.forms.fields import capital
from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.forms.text import LONGEST_TEXT
from vidan.consultations.kinds import Kept
from vidan.consultations.models import Draft
from vidan.consultations.read_text import noted, read_upload
from vidan.consultations.services.record_issue import Issued
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.texts.document import Document


class FinalTextForm(DraftForm):
    """Đưa lời văn bản ban hành vào: from a file, or pasted."""

    file = forms.FileField(
        label=gettext_lazy("Tệp văn bản ban hành"),
        required=False,
        help_text=gettext_lazy("Word (.docx), hoặc PDF có chữ, không phải bản chụp."),
    )
    text = SafeTextField(
        label=gettext_lazy("Hoặc dán lời văn bản ban hành"),
        max_length=LONGEST_TEXT,
        required=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("Mỗi điều, khoản, điểm một dòng, đúng như trong văn bản."),
    )
    needs_text = True

    def clean(self) -> dict[str, Any]:
        """The text comes one way or the other, not both."""
        told: dict[str, Any] = super().clean() or {}
        if not self.errors and told.get("file") and told.get("text"):
            self.add_error("text", _("Đã chọn tệp thì để trống ô này."))
        if not self.errors and self.needs_text and not told.get("file") and not told.get("text"):
            self.add_error("text", _("Chọn tệp, hoặc dán lời văn bản."))
        return told

    @property
    def issued(self) -> Issued:
        """What was filled in; raises files.refusals.NotTaken for a file without words."""
        told = self.cleaned_data
        upload = told["file"]
        typed = told["text"].split("\n") if told["text"].strip() else []
        read = read_upload(upload) if upload else Document(typed)
        number, on = told.get("number", self.draft.issued_number), told.get("issued_on") or self.draft.issued_on
        lines, note = read.paragraphs, noted(read, "")
        return Issued(number=number, on=on or clock.today(), paragraphs=lines, upload=upload, note=note)


class IssueForm(FinalTextForm):
    """Ghi văn bản ban hành."""

    number = SafeCharField(label=gettext_lazy("Số, ký hiệu văn bản"), max_length=60)
    issued_on = DayField(label=gettext_lazy("Ngày ban hành"), help_text=gettext_lazy("Ví dụ 05/12/2018"))
    field_order = ("number", "issued_on", "file", "text")
    needs_text = False

    def clean_issued_on(self) -> date:
        """What lies ahead is not issued yet."""
        day: date = self.cleaned_data["issued_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day


class CheckForm(DraftForm):
    """Đối chiếu một điểm."""

    kept = forms.ChoiceField(
        label=gettext_lazy("Mặt trận thấy thế nào"),
        choices=capital(Kept.choices),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn một kết quả đối chiếu.")},
    )
    note = SafeTextField(
        label=gettext_lazy("Ghi chú"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Thấy gì, ở đâu. Trang công khai nêu nguyên văn."),
    )

    def clean(self) -> dict[str, Any]:
        """What was not done, or only in part, is said with its ground."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("kept") in (Kept.PARTLY, Kept.NOT_DONE) and not told.get("note") and "note" not in self.errors:
            self.add_error("note", _("Làm một phần hoặc chưa làm thì cần ghi thấy gì."))
        return told


class ClosingForm(DraftForm):
    """Viết tóm tắt kết quả."""

    closing = SafeTextField(
        label=gettext_lazy("Tóm tắt kết quả"),
        max_length=5000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Đứng trên cùng của trang công khai khi việc phản biện kết thúc."),
        error_messages={"required": gettext_lazy("Cần viết tóm tắt kết quả.")},
    )

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, draft=draft, **kwargs)
        self.initial.setdefault("closing", draft.closing)
