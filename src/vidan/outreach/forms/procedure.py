"""The form of a procedure; a row of a spreadsheet is judged by the same."""

from collections.abc import Mapping, Sequence
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Level, Unit
from vidan.foundation.units.selectors import within
from vidan.outreach.models import Procedure
from vidan.outreach.models.procedure import LONGEST_CODE, RECEIVE, CountedIn
from vidan.outreach.procedure_lines import BASES, PAPERS, STEPS, Part, read_lines, write_lines

RECEIVERS = [(one.value, one.label) for one in RECEIVE]
MOST_MONEY = 1_000_000_000
MOST_DAYS = 730


class LinesField(SafeTextField):
    """Several things, one a line, the parts of each between upright strokes."""

    def __init__(self, parts: Sequence[Part], **kwargs: Any) -> None:
        self.parts = parts
        super().__init__(required=False, max_length=20_000, **kwargs)

    def clean(self, value: Any) -> Any:
        """The list; every line that cannot be read is told."""
        rows, wrong = read_lines(self.parts, super().clean(value))
        if wrong:
            raise forms.ValidationError(wrong)
        return rows

    def prepare_value(self, value: Any) -> Any:
        """A list as it is typed."""
        return write_lines(self.parts, value) if isinstance(value, list) else value


def rows_high(n: int) -> forms.Textarea:
    """A field of so many lines."""
    return forms.Textarea(attrs={"rows": n})


class ProcedureForm(forms.Form):
    """Một thủ tục hành chính: ai làm, cần gì, ở đâu, bao lâu, bao nhiêu."""

    code = forms.SlugField(
        label=_("Mã"),
        max_length=LONGEST_CODE,
        help_text=_("Chữ không dấu, số và gạch nối; đứng trong địa chỉ và hình QR, không đổi về sau. Ví dụ: khai-sinh"),
        error_messages={"invalid": _("Mã chỉ gồm chữ không dấu, số và gạch nối.")},
    )
    name = SafeCharField(label=_("Tên thủ tục"), max_length=200)
    also_called = SafeCharField(
        label=_("Người dân hay gọi là"),
        max_length=300,
        required=False,
        help_text=_("Để tìm được bằng lời thường ngày. Ví dụ: giấy độc thân, sao y"),
    )
    field = SafeCharField(label=_("Lĩnh vực"), max_length=80, help_text=_("Ví dụ: Hộ tịch, Đất đai"))
    level = forms.ChoiceField(label=_("Cấp"), choices=Level.choices, widget=PlainSelect)
    received_by = forms.ChoiceField(label=_("Nơi nhận hồ sơ"), choices=RECEIVERS, widget=PlainSelect)
    only_at = forms.ChoiceField(
        label=_("Chỉ một nơi nhận"),
        required=False,
        widget=PlainSelect,
        help_text=_("Để trống khi mọi nơi cùng loại, cùng cấp đều nhận."),
    )
    where = SafeCharField(
        label=_("Quầy, phòng"), max_length=200, required=False, help_text=_("Ví dụ: quầy tư pháp - hộ tịch")
    )
    hours = SafeCharField(label=_("Giờ nhận hồ sơ"), max_length=200, required=False)
    applicants = SafeTextField(label=_("Ai được làm"), max_length=2000, required=False, widget=rows_high(2))
    papers = LinesField(
        PAPERS,
        label=_("Giấy tờ cần có"),
        widget=rows_high(8),
        help_text=_(
            "Mỗi dòng một giấy: tên | số bản | loại bản | chỉ khi ... | mẫu số. Sau tên, phần nào không có thì bỏ."
        ),
    )
    steps = LinesField(
        STEPS, label=_("Các bước"), widget=rows_high(5), help_text=_("Mỗi dòng một bước: việc | ai làm | bao lâu")
    )
    fee = SafeCharField(label=_("Lệ phí, bằng lời"), max_length=300, required=False)
    fee_amount = forms.IntegerField(
        label=_("Lệ phí (đồng)"),
        min_value=0,
        max_value=MOST_MONEY,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text=_("Không phải nộp thì ghi 0; tùy trường hợp thì để trống và nói bằng lời."),
    )
    limit_days = forms.IntegerField(
        label=_("Thời hạn giải quyết"),
        min_value=0,
        max_value=MOST_DAYS,
        required=False,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text=_("Số ngày; 0 là trong ngày."),
    )
    limit_unit = forms.ChoiceField(label=_("Tính bằng"), choices=CountedIn.choices, widget=PlainSelect)
    limit_note = SafeCharField(
        label=_("Nói thêm về thời hạn"),
        max_length=300,
        required=False,
        help_text=_("Ví dụ: kể từ khi nhận đủ hồ sơ"),
    )
    bases = LinesField(
        BASES,
        label=_("Căn cứ pháp lý"),
        widget=rows_high(4),
        help_text=_("Mỗi dòng một văn bản: tên | số | ngày | địa chỉ trang"),
    )
    valid_from = DayField(label=_("Có hiệu lực từ"), help_text=_("Ví dụ 01/01/2018"))
    valid_to = DayField(label=_("Đến hết ngày"), required=False)
    successor = forms.SlugField(
        label=_("Mã thủ tục thay thế"), max_length=LONGEST_CODE, required=False, help_text=_("Khi thủ tục này đã hết.")
    )
    name_en = SafeCharField(label=_("Tên tiếng Anh"), max_length=200, required=False)
    summary_en = SafeTextField(label=_("Tóm tắt tiếng Anh"), max_length=2000, required=False, widget=rows_high(3))
    source = SafeCharField(
        label=_("Nguồn"), max_length=300, required=False, help_text=_("Quyết định công bố, trang niêm yết.")
    )

    def __init__(self, *args: Any, places: Sequence[tuple[str, str | Promise]], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        only_at = self.fields["only_at"]
        assert isinstance(only_at, forms.ChoiceField)
        only_at.choices = [("", _("Mọi nơi cùng loại, cùng cấp")), *places]

    def clean(self) -> dict[str, Any]:
        """The last day is not before the first; two papers of one kind of words are left as they are."""
        told: dict[str, Any] = super().clean() or {}
        first, last = told.get("valid_from"), told.get("valid_to")
        if first and last and last < first:
            self.add_error("valid_to", _("Ngày cuối trước ngày đầu."))
        if told.get("successor") and told["successor"] == told.get("code"):
            self.add_error("successor", _("Thủ tục không thay thế chính nó."))
        return told


def receiving(front: Unit) -> QuerySet[Unit]:
    """The units of the Front's territory at which papers can be handed in today."""
    return Unit.objects.valid_on(clock.today()).filter(within([front.pk]), kind__in=RECEIVE)


def places_of(front: Unit) -> list[tuple[str, str]]:
    """The same as choices."""
    return list(receiving(front).order_by("level", "sort_key").values_list("slug", "short_name"))


def typed_of(procedure: Procedure) -> Mapping[str, Any]:
    """What the form holds of a version."""
    told = {name: getattr(procedure, name) for name in ProcedureForm.base_fields if name != "only_at"}
    return told | {"only_at": procedure.only_at.slug if procedure.only_at else ""}


class FormFileForm(forms.Form):
    """Thêm một tệp mẫu."""

    label = SafeCharField(label=_("Tên mẫu"), max_length=200, help_text=_("Ví dụ: Tờ khai đăng ký khai sinh"))
    file = forms.FileField(label=_("Tệp"), help_text=_("PDF, Word, Excel hoặc ảnh. Ai cũng tải được."))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class EndForm(forms.Form):
    """Thủ tục hết hiệu lực."""

    valid_to = DayField(label=_("Đến hết ngày"))
    successor = forms.SlugField(label=_("Mã thủ tục thay thế"), max_length=LONGEST_CODE, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)


class SheetForm(forms.Form):
    """Thủ tục từ bảng tính."""

    table = forms.FileField(
        label=_("Tệp Excel (.xlsx)"),
        required=False,
        help_text=_("Lấy trang tính đầu tiên. Dòng giống hệt bản đang công bố được bỏ qua."),
        error_messages={"empty": _("Tệp này trống.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    text = SafeTextField(
        label=_("Hoặc các ô chép từ Excel"),
        required=False,
        strip=False,
        widget=rows_high(10),
        help_text=_("Chọn các ô trong Excel, chép, rồi dán vào đây; hàng đầu là tên cột."),
    )
    publish = forms.BooleanField(
        label=_("Công bố ngay"),
        required=False,
        help_text=_("Không đánh dấu thì các thủ tục vào danh sách ở dạng bản đang soạn."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
