"""The form of one section of a template."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.reports.forms.reports import LONGEST, refuse_unknown
from vidan.reports.outline import is_figure


class OutlineSectionForm(forms.Form):
    """Sửa một phần của mẫu; `number` is the version that the person was looking at."""

    number = forms.IntegerField(widget=forms.HiddenInput)
    title = SafeCharField(label=gettext_lazy("Tên phần"), max_length=200)
    text = SafeTextField(
        label=gettext_lazy("Lời văn để bắt đầu"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Báo cáo mới bắt đầu bằng lời văn này. Số liệu ghi tên trong ngoặc nhọn."),
    )
    figures = SafeTextField(
        label=gettext_lazy("Số liệu của phần này"),
        required=False,
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Mỗi dòng một tên, theo danh sách bên dưới."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_text(self) -> str:
        """Every name in braces is known."""
        text = str(self.cleaned_data["text"])
        refuse_unknown(text)
        return text

    def clean_figures(self) -> list[str]:
        """The names, each once, all of them known."""
        names = list(dict.fromkeys(self.cleaned_data["figures"].split()))
        if unknown := [name for name in names if not is_figure(name)]:
            told = {"names": ", ".join(unknown)}
            raise forms.ValidationError(_("Không có số liệu nào tên %(names)s. Xin xem lại tên trong bảng.") % told)
        return names
