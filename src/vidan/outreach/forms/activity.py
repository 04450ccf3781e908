"""The forms of an activity: what is known of it, on one page of a telephone; pictures; a reason; a list from Excel."""

import re
from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.outreach.activity_kinds import ActivityKind, Reach
from vidan.outreach.models import Activity
from vidan.outreach.services.log_activity import About
from vidan.outreach.topics import topics_on

MOST_PEOPLE = 1_000_000
MOST_MONEY = 100_000_000_000

GROUPED = re.compile(r"[+-]?\d{1,3}(?:[.\s]\d{3})+", re.ASCII)
"""1.200 and 1 200 as people write thousands."""

MORE = ("reach", "title", "materials", "cost", "partners", "is_public")
"""Fields that are folded away on a telephone."""


class CountField(forms.IntegerField):
    """A whole number, with or without marks between its thousands."""

    def __init__(self, *, most: int, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short", "autocomplete": "off"})
        super().__init__(min_value=0, max_value=most, widget=widget, **kwargs)

    def to_python(self, value: Any) -> int | None:
        """Read the thousands before Django's own reading, which would refuse them."""
        if isinstance(value, str) and GROUPED.fullmatch(value.strip()):
            value = re.sub(r"[.\s]", "", value)
        return super().to_python(value)


class AboutForm(forms.Form):
    """Những gì biết về hoạt động; the same fields when it is logged, put right, or pasted from Excel."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("activity", "Hình thức"),
        choices=ActivityKind.choices,
        widget=PlainSelect,
        error_messages={"required": _("Chọn hình thức.")},
    )
    topic = forms.ChoiceField(
        label=_("Nội dung tuyên truyền"),
        widget=PlainSelect,
        error_messages={"required": _("Chọn nội dung tuyên truyền.")},
    )
    on = DayField(
        label=_("Ngày"),
        help_text=_("Ngày chưa đến thì ghi là sắp tổ chức."),
        error_messages={"required": _("Ghi ngày.")},
    )
    place = SafeCharField(
        label=_("Ở đâu"),
        max_length=200,
        help_text=_("Ví dụ: Nhà văn hóa phường; tên tờ báo, đài, trang mạng"),
        error_messages={"required": _("Ghi nơi tổ chức.")},
    )
    reached = CountField(
        label=_("Số người dự, nghe, nhận hoặc đọc"),
        most=MOST_PEOPLE,
        required=False,
        error_messages={"min_value": _("Số người không thể âm."), "invalid": _("Ghi số người bằng chữ số.")},
    )
    reach = forms.ChoiceField(
        label=_("Số người này"), choices=Reach.choices, initial=Reach.COUNTED, required=False, widget=PlainSelect
    )
    title = SafeCharField(
        label=_("Tên hoạt động"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: Hỏi đáp về thủ tục đăng ký khai sinh. Không ghi tên, số điện thoại của ai."),
    )
    materials = SafeCharField(
        label=_("Tài liệu đã phát, đã dùng"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: 120 tờ gấp, 1 đoạn phim"),
    )
    cost = CountField(
        label=_("Kinh phí (đồng)"),
        most=MOST_MONEY,
        required=False,
        help_text=_("Chỉ Mặt trận quận và đơn vị mình thấy số này."),
        error_messages={"min_value": _("Kinh phí không thể âm."), "invalid": _("Ghi kinh phí bằng chữ số, theo đồng.")},
    )
    partners = SafeCharField(
        label=_("Đơn vị phối hợp"), max_length=300, required=False, help_text=_("Tên đơn vị, không ghi tên người.")
    )
    is_public = forms.BooleanField(
        label=_("Đưa lên trang công khai"),
        required=False,
        initial=True,
        help_text=_("Mọi người đọc được tên, ngày, nơi, số người và ảnh có lời mô tả; không thấy kinh phí."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["topic"]
        assert isinstance(field, forms.ChoiceField)
        chosen = [("", _("Chọn nội dung"))]
        field.choices = [*chosen, *((one.code, one.words) for one in topics_on(clock.today()))]

    def clean(self) -> dict[str, Any]:
        """What is over says how many it reached."""
        told: dict[str, Any] = super().clean() or {}
        day = told.get("on")
        if day and day <= clock.today() and told.get("reached") is None and "reached" not in self.errors:
            self.add_error("reached", _("Ghi số người; không đếm được thì ước chừng."))
        return told

    def about(self) -> About:
        """What is to be written down."""
        told = {name: self.cleaned_data[name] for name in About.__dataclass_fields__}
        kind, reach = ActivityKind(told.pop("kind")), Reach(told.pop("reach") or Reach.COUNTED)
        return About(kind=kind, reach=reach, **told)

    @property
    def folded(self) -> list[forms.BoundField]:
        """The fields behind the fold."""
        return [self[name] for name in MORE]

    @property
    def unfolds(self) -> bool:
        """Whether the fold stands open: something in it is wrong, or was written."""
        written = ("title", "materials", "cost", "partners")
        return any(self[name].errors for name in MORE) or any(self[name].value() for name in written)


class PictureFields(forms.Form):
    """Ảnh: straight from the camera of a telephone."""

    upload = forms.FileField(
        label=_("Ảnh"),
        required=False,
        widget=forms.FileInput(attrs={"accept": "image/*"}),
        help_text=_("Chụp ngay hoặc chọn ảnh có sẵn. Nơi chụp, máy chụp ghi trong ảnh được xóa đi."),
        error_messages={"empty": _("Tệp này trống.")},
    )
    alt = SafeCharField(
        label=_("Ảnh cho thấy gì"),
        max_length=200,
        required=False,
        help_text=_("Ví dụ: Bà con nghe giới thiệu thủ tục tại nhà văn hóa. Có lời này thì ảnh mới được công khai."),
    )


class LogForm(PictureFields, AboutForm):
    """Ghi một hoạt động."""

    unit = forms.ChoiceField(label=_("Đơn vị"), widget=PlainSelect)
    field_order = ("unit", "kind", "topic", "on", "place", "reached", "upload", "alt")

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.units = {unit.slug: unit for unit in units}
        offer_units(self, units)
        self.initial.setdefault("on", clock.today())


class ChangeForm(AboutForm):
    """Sửa một hoạt động, hoặc ghi kết quả của hoạt động đã định trước."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, activity: Activity, **kwargs: Any) -> None:
        known = {name: getattr(activity, name) for name in ("version", *About.__dataclass_fields__)}
        super().__init__(*args, initial=known, **kwargs)


class VersionedForm(forms.Form):
    """What is said of an activity as it stood when the page was drawn."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, data: Any = None, *, activity: Activity, initial: dict[str, Any] | None = None) -> None:
        super().__init__(data, initial={"version": activity.version} | (initial or {}), label_suffix="")


class ReasonForm(VersionedForm):
    """Vì sao không tổ chức, hoặc vì sao bỏ."""

    reason = SafeCharField(
        label=_("Lý do"),
        max_length=300,
        help_text=_("Ví dụ: mưa bão, dời sang tháng sau; ghi trùng với HD-2018-0012"),
        error_messages={"required": _("Ghi lý do.")},
    )


class FileForm(PictureFields):
    """Thêm ảnh, tài liệu."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        upload = self.fields["upload"]
        upload.required, upload.label = True, _("Ảnh hoặc tài liệu")
        upload.error_messages["required"] = _("Chọn một tệp.")
        upload.widget.attrs.pop("accept")


class DescribeForm(VersionedForm):
    """Ảnh cho thấy gì."""

    alt = SafeCharField(
        label=_("Ảnh cho thấy gì"),
        max_length=200,
        help_text=_("Ví dụ: Bà con nghe giới thiệu thủ tục tại nhà văn hóa. Có lời này thì ảnh mới được công khai."),
        error_messages={"required": _("Ghi ảnh cho thấy gì.")},
    )


class PasteForm(forms.Form):
    """Dán từ Excel."""

    unit = forms.ChoiceField(label=_("Đơn vị"), widget=PlainSelect)
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

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.units = {unit.slug: unit for unit in units}
        offer_units(self, units)


def offer_units(form: forms.Form, units: Sequence[Unit]) -> None:
    """Let the person choose among his units; who has one is not asked."""
    field = form.fields["unit"]
    assert isinstance(field, forms.ChoiceField)
    field.choices = [(unit.slug, unit.name) for unit in units]
    if len(units) == 1:
        field.required, field.initial = False, units[0].slug
        field.widget = forms.HiddenInput()


def unit_of(form: "LogForm | PasteForm") -> Unit:
    """The chosen unit, or the only one."""
    return form.units.get(form.cleaned_data["unit"]) or next(iter(form.units.values()))
