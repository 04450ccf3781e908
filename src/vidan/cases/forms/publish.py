"""The forms of a summary: its two texts, the second person's list, and the reason for giving it back or taking it off."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.domain.publishing.traces import Mark, Trace
from vidan.foundation.intake.fields import SafeTextField

MARKS: dict[Mark, Promise] = {
    Mark.CASE_CODE: _("Có mã hồ sơ “%(words)s”."),
    Mark.RECEIPT_CODE: _("Có mã biên nhận “%(words)s”."),
    Mark.E_MAIL: _("Có địa chỉ thư điện tử “%(words)s”."),
    Mark.DAY: _("Có ngày cụ thể “%(words)s”; chỉ nêu tháng."),
    Mark.LONG_NUMBER: _("Có dãy số “%(words)s”, giống số điện thoại hoặc số giấy tờ."),
    Mark.HOUSE_NUMBER: _("Có nơi ở “%(words)s”; chỉ nêu đến phường."),
    Mark.COUNTER: _("Có số quầy “%(words)s”; chỉ nêu đến phường."),
    Mark.NAME: _("Có tên một cán bộ, “%(words)s”."),
}
"""What is said of each mark; the words found stand in it."""


class VersionForm(forms.Form):
    """A turn of a summary; `version` says which state of it the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class SummaryForm(VersionForm):
    """Bản công khai."""

    said = SafeTextField(
        label=_("Điều đã nói"),
        max_length=1_200,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Vài câu, như kể cho người không quen. Không tên, không ngày, không mã, không số quầy."),
        error_messages={"required": _("Cần kể lại điều đã nói.")},
    )
    done = SafeTextField(
        label=_("Điều đã làm"),
        max_length=1_200,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Nơi giải quyết đã trả lời gì, đã sửa gì."),
        error_messages={"required": _("Cần nêu điều đã làm.")},
    )

    def mark(self, found: tuple[Trace, ...]) -> None:
        """Say at the field where each mark stands what must be taken out."""
        for trace in found:
            field = "said" if trace.words in self.cleaned_data["said"] else "done"
            self.add_error(field, MARKS[trace.mark] % {"words": trace.words})


class ChecksForm(VersionForm):
    """Điều người duyệt xác nhận."""

    checked = forms.MultipleChoiceField(
        label=_("Người duyệt xác nhận từng điều"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Cần đọc và đánh dấu từng điều trước khi công khai.")},
    )

    def __init__(self, *args: Any, checks: dict[str, str], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["checked"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = list(checks.items())


class WhyForm(VersionForm):
    """Lý do trả lại hoặc gỡ xuống."""

    reason = SafeTextField(
        label=_("Lý do"),
        max_length=1_000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Ghi giúp lý do để người khác hiểu.")},
    )
