"""The forms of reports: opening one, writing a section, saying something of it, and the moves."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.reporting.periods import PARTS, Kind, Period
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeTextField
from vidan.foundation.ui.numbers import whole
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.reports.kinds import period_words
from vidan.reports.models import Report
from vidan.reports.outline import unknown_in

FIRST_YEAR = 2018
"""The programme began then; there are no numbers before."""

LONGEST = 20_000


class OpenForm(forms.Form):
    """Mở báo cáo."""

    front = forms.ModelChoiceField(
        label=gettext_lazy("Báo cáo của"), queryset=Unit.objects.none(), empty_label=None, widget=PlainSelect
    )
    period = forms.ChoiceField(label=gettext_lazy("Kỳ báo cáo"), widget=PlainSelect)
    cut_off = DayField(
        label=gettext_lazy("Ngày chốt số liệu"),
        required=False,
        help_text=gettext_lazy("Ví dụ 15/12/2018. Để trống: hết kỳ báo cáo, hoặc hôm nay nếu kỳ chưa hết."),
    )

    def __init__(self, *args: Any, fronts: frozenset[int], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        front, period = self.fields["front"], self.fields["period"]
        assert isinstance(front, forms.ModelChoiceField)
        assert isinstance(period, forms.ChoiceField)
        front.queryset = Unit.objects.filter(pk__in=fronts)
        period.choices = [(_key(one), period_words(one)) for one in _periods(clock.today())]

    def clean(self) -> dict[str, Any]:
        """The period as one thing, with a cut-off day."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("period"):
            kind, year, part = told["period"].split("-")
            told["period"] = Period(Kind(kind), int(year), int(part))
            if not told.get("cut_off") and "cut_off" not in self.errors:
                told["cut_off"] = min(told["period"].until, clock.today())
        return told


def _key(period: Period) -> str:
    return f"{period.kind.value}-{period.year}-{period.part}"


def _periods(today: date) -> list[Period]:
    """The periods that have begun, the newest year first."""
    return [
        period
        for year in range(today.year, FIRST_YEAR - 1, -1)
        for kind in Kind
        for part in range(PARTS[kind], 0, -1)
        if (period := Period(kind, year, part)).since <= today
    ]


class TextForm(forms.Form):
    """Viết một phần của báo cáo; the version is that of the text."""

    version = forms.IntegerField(widget=forms.HiddenInput)
    text = SafeTextField(
        label=gettext_lazy("Lời văn"),
        required=False,
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 14}),
        help_text=gettext_lazy(
            "Mỗi dòng là một đoạn. Chỗ cần số liệu thì ghi tên trong ngoặc nhọn, theo bảng bên dưới."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)

    def clean_text(self) -> str:
        """Every name in braces is known."""
        text = str(self.cleaned_data["text"])
        refuse_unknown(text)
        return text


def refuse_unknown(text: str) -> None:
    """Raise ValidationError for a text that cites what is not there."""
    if unknown := unknown_in(text):
        names = ", ".join(f"{{{name}}}" for name in unknown)
        raise forms.ValidationError(
            _("Không có số liệu nào tên %(names)s. Xin xem lại tên trong bảng.") % {"names": names}
        )


class CommentForm(forms.Form):
    """Góp ý một phần."""

    text = SafeTextField(
        label=gettext_lazy("Lời góp ý"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Chỉ người của Mặt trận đọc được."),
        error_messages={"required": gettext_lazy("Cần viết nội dung góp ý.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class MoveForm(forms.Form):
    """A move without questions; `version` says which state of the report the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, report: Report, doubts: int = 0, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.report, self.doubts = report, doubts
        self.initial.setdefault("version", report.version)

    def told(self) -> dict[str, Any]:
        """What the service is told besides the code and the actor."""
        return dict(self.cleaned_data)


class CutOffForm(MoveForm):
    """Đổi ngày chốt số liệu."""

    cut_off = DayField(label=gettext_lazy("Số liệu tính đến hết ngày"), help_text=gettext_lazy("Ví dụ 15/12/2018"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("cut_off", f"{self.report.cut_off:%d/%m/%Y}")


class ReturnForm(MoveForm):
    """Trả lại để sửa."""

    reason = SafeTextField(
        label=gettext_lazy("Cần sửa điều gì"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Chỉ người của Mặt trận đọc được."),
        error_messages={"required": gettext_lazy("Cần ghi rõ điều phải sửa.")},
    )


class ApproveForm(MoveForm):
    """Duyệt: who signs says that he has seen what is missing."""

    seen = forms.BooleanField(
        label=gettext_lazy("Tôi đã đọc danh sách những chỗ còn thiếu, chưa chắc và đồng ý ký."),
        required=False,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not self.doubts:
            del self.fields["seen"]

    def clean(self) -> dict[str, Any]:
        """Nothing doubtful is signed unseen."""
        told: dict[str, Any] = super().clean() or {}
        if self.doubts and not told.get("seen"):
            message = _("Báo cáo còn %(n)s chỗ thiếu hoặc chưa chắc. Ông/bà đọc danh sách rồi đánh dấu vào ô xác nhận.")
            self.add_error("seen", message % {"n": whole(self.doubts)})
        return told

    def told(self) -> dict[str, Any]:
        """That it was seen is no part of the report."""
        return {"version": self.cleaned_data["version"]}


class CorrectForm(MoveForm):
    """Lập bản đính chính."""

    reason = SafeTextField(
        label=gettext_lazy("Vì sao phải đính chính"),
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Lý do được ghi trong bản đính chính; ai đọc báo cáo cũng thấy."),
        error_messages={"required": gettext_lazy("Cần ghi lý do đính chính.")},
    )
