"""The forms of a programme, and of reading a plan in."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.oversight.models import Programme
from vidan.oversight.services.read_in import PlanPaper
from vidan.oversight.services.write_programme import Signed

FIRST_YEAR, LAST_YEAR = 2010, 2100


def year_field(label: Any, **kwargs: Any) -> forms.IntegerField:
    """A year of those with which this work has to do."""
    widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"})
    wrong = {"invalid": _("Ghi năm bằng bốn chữ số, ví dụ 2018.")}
    return forms.IntegerField(
        label=label, min_value=FIRST_YEAR, max_value=LAST_YEAR, widget=widget, error_messages=wrong, **kwargs
    )


class VersionedForm(forms.Form):
    """A form that knows which version of its row the person saw."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class ProgrammeForm(VersionedForm):
    """Chương trình phối hợp."""

    partner = forms.ChoiceField(label=_("Ký với"), widget=PlainSelect)
    number = SafeCharField(label=_("Số, ký hiệu"), max_length=60, help_text=_("Ví dụ: 308/CTPH-UBND-MTTQ"))
    title = SafeCharField(
        label=_("Về việc gì"), max_length=300, error_messages={"required": _("Ghi chương trình về việc gì.")}
    )
    signed_on = DayField(label=_("Ngày ký"))
    first_year = year_field(_("Từ năm"))
    last_year = year_field(_("Đến hết năm"))
    articles = SafeTextField(
        label=_("Nội dung chính"),
        required=False,
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Mỗi điều một đoạn. Các thời hạn hai bên thỏa thuận nằm ở bảng thời hạn, không ghi lại ở đây."),
    )
    file = forms.FileField(label=_("Bản đã ký"), required=False, help_text=_("Ảnh chụp, PDF hoặc Word."))

    def __init__(self, *args: Any, partners: Sequence[Unit], programme: Programme | None = None, **kwargs: Any) -> None:
        if programme is not None:
            names = ("version", "number", "title", "signed_on", "first_year", "last_year", "articles")
            kwargs["initial"] = {name: getattr(programme, name) for name in names} | {"partner": programme.partner.slug}
        super().__init__(*args, **kwargs)
        self.partners = {unit.slug: unit for unit in partners}
        offer(self, "partner", [(unit.slug, unit.name) for unit in partners])

    def clean(self) -> dict[str, Any]:
        """A programme ends in the year it begins in, or later."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("first_year") and told.get("last_year") and told["last_year"] < told["first_year"]:
            self.add_error("last_year", _("Năm cuối không thể trước năm đầu."))
        return told

    def signed(self) -> Signed:
        """What the paper says."""
        told = {name: self.cleaned_data[name] for name in Signed.__dataclass_fields__}
        return Signed(**told | {"partner": self.partners[told["partner"]]})


class ReadPlanForm(forms.Form):
    """Đọc một kế hoạch."""

    file = forms.FileField(
        label=_("Tệp kế hoạch"),
        required=False,
        help_text=_("Word (.docx), PDF có chữ, hoặc tệp chữ (.txt)."),
        error_messages={"empty": _("Tệp này trống.")},
    )
    text = SafeTextField(
        label=_("Hoặc dán nội dung vào đây"),
        required=False,
        max_length=200_000,
        widget=forms.Textarea(attrs={"rows": 8}),
    )
    year = year_field(_("Năm"), required=False, help_text=_("Để trống thì lấy năm ghi trong kế hoạch."))
    title = SafeCharField(
        label=_("Tên kế hoạch"),
        max_length=300,
        required=False,
        help_text=_("Để trống thì lấy tên ghi trong kế hoạch."),
    )
    number = SafeCharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    programme = forms.ChoiceField(label=_("Theo chương trình phối hợp"), required=False, widget=PlainSelect)

    def __init__(self, *args: Any, programmes: Sequence[Programme], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.programmes = {one.code: one for one in programmes}
        offer(
            self, "programme", [("", _("Theo số ghi trong kế hoạch")), *((one.code, one.number) for one in programmes)]
        )

    def clean(self) -> dict[str, Any]:
        """There is something to read: a file or a text."""
        told: dict[str, Any] = super().clean() or {}
        if not told.get("file") and not (told.get("text") or "").strip() and not self.errors:
            self.add_error("file", _("Chọn tệp, hoặc dán nội dung kế hoạch vào ô dưới."))
        if told.get("year") and told["year"] > clock.today().year + 1:
            self.add_error("year", _("Kế hoạch chỉ lập đến hết năm sau."))
        return told

    def paper(self) -> PlanPaper:
        """What the person said of the paper."""
        told = self.cleaned_data
        programme = self.programmes.get(told["programme"])
        return PlanPaper(year=told["year"], title=told["title"], number=told["number"], programme=programme)


def offer(form: forms.Form, name: str, choices: Sequence[tuple[str, Any]]) -> None:
    """Let the person choose among these."""
    field = form.fields[name]
    assert isinstance(field, forms.ChoiceField)
    field.choices = list(choices)
