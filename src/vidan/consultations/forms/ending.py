"""The forms after the answers: what was issued, whether promises were kept, and the closing summary."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.kinds import Kept
from vidan.consultations.models import Draft
from vidan.foundation.intake.fields import SafeTextField
from vidan.foundation.ui.widgets import PlainSelect


class CheckForm(DraftForm):
    """Đối chiếu một điểm."""

    key = forms.ChoiceField(label=gettext_lazy("Xem ở đâu trong văn bản ban hành"), required=False, widget=PlainSelect)
    kept = forms.ChoiceField(
        label=gettext_lazy("Mặt trận thấy thế nào"),
        choices=Kept.choices,
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

    def __init__(self, *args: Any, draft: Draft, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, draft=draft, **kwargs)
        field = self.fields["key"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Không ở chỗ nào")), *places]
        if not places:
            del self.fields["key"]

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
