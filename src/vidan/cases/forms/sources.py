"""What an officer fills in for a person who called, wrote, came or used the box; one page, in the order it is told."""

from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.forms.letter import FilesField
from vidan.cases.kinds import Conduct, Kind
from vidan.cases.models.sources import CallEnd, LetterRefused
from vidan.cases.services.enter import BY_STAFF, PAPER
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import ContactPoint, Unit
from vidan.foundation.units.selectors import served_places
from vidan.foundation.vault.services import takes_in_confidence

LATEST = timedelta(days=60)
"""How long ago a letter that is entered today may have come."""


class EnterForm(forms.Form):
    """Nhập ý kiến."""

    source = forms.ChoiceField(
        label=_("Đến bằng cách nào"),
        choices=[(source.value, source.label) for source in BY_STAFF],
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn cách ý kiến này đến Mặt trận.")},
    )
    signed = forms.BooleanField(
        label=_("Đơn, thư có chữ ký hoặc điểm chỉ"),
        required=False,
        help_text=_("Khiếu nại và tố cáo chỉ nhận bằng đơn có chữ ký, hoặc khi người đó trình bày trực tiếp."),
    )
    received_on = forms.DateField(
        label=_("Ngày Mặt trận nhận"), help_text=_("Mọi hạn đếm từ ngày này. Ví dụ 05/04/2018")
    )
    kind = forms.ChoiceField(label=_("Loại"), choices=Kind.choices, initial=Kind.FEEDBACK)
    unit = forms.ChoiceField(label=_("Chuyện xảy ra ở đâu"), widget=PlainSelect)
    happened_on = forms.DateField(label=_("Ngày xảy ra"), required=False)
    procedure = SafeCharField(
        label=_("Thủ tục người đó cần làm"),
        required=False,
        max_length=200,
        help_text=_("Ghi tên như trong danh mục thủ tục thì ý kiến được đếm vào thủ tục đó. Không rõ thì để trống."),
    )
    conduct = forms.MultipleChoiceField(
        label=_("Điều đã xảy ra"), choices=Conduct.choices, required=False, widget=forms.CheckboxSelectMultiple
    )
    story = SafeTextField(
        label=_("Nội dung"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Ghi đúng lời người đó nói hoặc viết."),
        error_messages={"required": _("Nội dung chưa có chữ nào.")},
    )
    wish = SafeTextField(
        label=_("Người đó mong điều gì"), required=False, max_length=3_000, widget=forms.Textarea(attrs={"rows": 2})
    )
    mode = forms.ChoiceField(
        label=_("Cách nêu tên"),
        choices=TellerMode.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Hỏi người đó muốn nêu tên, giữ kín tên hay không nêu tên.")},
    )
    name = SafeCharField(label=_("Họ và tên"), required=False, max_length=120)
    teller_type = forms.ChoiceField(label=_("Gửi với tư cách"), choices=TellerType.choices)
    organisation = SafeCharField(label=_("Tên tổ chức, doanh nghiệp"), required=False, max_length=200)
    phone = SafeCharField(label=_("Điện thoại"), required=False, max_length=30)
    address = SafeCharField(label=_("Địa chỉ"), required=False, max_length=300)
    email = forms.EmailField(label=_("Thư điện tử"), required=False, max_length=200)
    by_email = forms.BooleanField(
        label=_("Người gửi đồng ý nhận biên nhận qua thư điện tử"),
        required=False,
        help_text=_(
            "Thư chỉ có mã biên nhận và ngày hẹn, không có nội dung. Chưa hỏi hoặc không đồng ý thì không gửi."
        ),
    )
    people = forms.IntegerField(
        label=_("Số người cùng gửi"),
        min_value=1,
        max_value=100_000,
        initial=1,
        help_text=_("Từ 5 đến 10 người cử 1 hoặc 2 người đại diện; trên 10 người cử không quá 5 người."),
    )
    names_to_settler = forms.BooleanField(
        label=_("Người gửi đồng ý cho nơi giải quyết biết tên, nếu nơi đó không phải là nơi bị phản ánh"),
        required=False,
    )
    uploads = FilesField(label=_("Bản chụp đơn, thư"), required=False)

    def __init__(self, *args: Any, front: Unit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.front = front
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Chọn nơi")), *served_places(clock.today()), ("unknown", _("Chưa rõ nơi nào"))]
        self.fields["received_on"].initial = f"{clock.today():%d/%m/%Y}"

    def clean_received_on(self) -> Any:
        """A word is entered after it came, and not long after."""
        day = self.cleaned_data["received_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Ngày nhận chưa đến."))
        if day < clock.today() - LATEST:
            raise forms.ValidationError(_("Ngày nhận đã quá 60 ngày. Kiểm tra lại năm và tháng."))
        return day

    def clean_happened_on(self) -> Any:
        """Nothing is told before it happened."""
        day = self.cleaned_data["happened_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day

    def clean(self) -> dict[str, Any]:
        """A name belongs to who is named, an organisation says its name, and only paper is signed."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("mode") in (TellerMode.NAMED, TellerMode.CONFIDENTIAL) and not told.get("name"):
            self.add_error("name", _("Nêu tên hoặc giữ kín tên thì cần họ và tên."))
        if told.get("mode") == TellerMode.ANONYMOUS and any(
            told.get(one) for one in ("name", "phone", "address", "email")
        ):
            self.add_error(
                "mode", _("Đã ghi tên hoặc cách liên lạc thì không phải là không nêu tên. Hỏi lại người gửi.")
            )
        if told.get("mode") == TellerMode.CONFIDENTIAL and not takes_in_confidence(self.front):
            self.add_error("mode", _("Mặt trận chưa có khóa niêm phong nên chưa nhận giữ kín tên được."))
        if told.get("by_email") and not told.get("email"):
            self.add_error("email", _("Ghi địa chỉ thư điện tử để gửi biên nhận, hoặc bỏ đánh dấu."))
        if told.get("teller_type") == TellerType.ORGANISATION and not told.get("organisation"):
            self.add_error("organisation", _("Gửi với tư cách tổ chức thì cần ghi tên tổ chức, doanh nghiệp."))
        told["signed"] = bool(told.get("signed")) and told.get("source") in PAPER
        return told


class MailForm(forms.Form):
    """Tệp thư điện tử."""

    mail = forms.FileField(
        label=_("Tệp thư (.eml)"),
        help_text=_("Trong hộp thư của Mặt trận, mở thư rồi chọn lưu hoặc tải thư xuống; được tệp .eml, tối đa 25 MB."),
        error_messages={"required": _("Chọn tệp thư."), "empty": _("Tệp này trống. Lưu lại thư rồi tải lên.")},
    )


class CallForm(forms.Form):
    """Ghi một cuộc gọi."""

    gist = SafeCharField(
        label=_("Người gọi nói điều gì"),
        max_length=160,
        help_text=_("Một dòng, không ghi tên và số điện thoại ở đây."),
        error_messages={"required": _("Cần một dòng để biết cuộc gọi nói về việc gì.")},
    )
    wish = SafeCharField(label=_("Người gọi mong điều gì"), required=False, max_length=160)
    name = SafeCharField(
        label=_("Tên người gọi"), required=False, max_length=120, help_text=_("Nếu người đó cho biết.")
    )
    phone = SafeCharField(label=_("Số điện thoại"), required=False, max_length=30)
    ended = forms.ChoiceField(
        label=_("Kết quả"),
        required=False,
        choices=[("", _("cần lập hồ sơ")), *CallEnd.choices],
    )


class CallEndForm(forms.Form):
    """Kết thúc một cuộc gọi không lập hồ sơ."""

    ended = forms.ChoiceField(label=_("Lý do"), choices=CallEnd.choices)


class OpeningForm(forms.Form):
    """Biên bản mở hộp thư."""

    box = forms.ChoiceField(label=_("Hộp thư"))
    day = forms.DateField(label=_("Ngày mở"))
    hour = forms.TimeField(label=_("Giờ mở"), help_text=_("Ví dụ 14:30"), input_formats=["%H:%M", "%H giờ %M", "%Hh%M"])
    witnesses = SafeCharField(
        label=_("Người chứng kiến"),
        max_length=300,
        help_text=_("Họ tên, chức vụ; cần ít nhất một người ngoài người mở."),
        error_messages={"required": _("Hộp thư chỉ mở khi có người chứng kiến.")},
    )
    letters = forms.IntegerField(label=_("Số thư trong hộp"), min_value=0, max_value=500)
    remark = SafeCharField(label=_("Ghi thêm"), required=False, max_length=300)

    def __init__(self, *args: Any, boxes: list[ContactPoint], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.boxes = {str(box.pk): box for box in boxes}
        field = self.fields["box"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(key, box.place) for key, box in self.boxes.items()]
        now = clock.now()
        self.fields["day"].initial, self.fields["hour"].initial = f"{now:%d/%m/%Y}", f"{now:%H:%M}"

    def clean(self) -> dict[str, Any]:
        """An opening is recorded after it took place."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("day") and told.get("hour"):
            told["opened_at"] = datetime.combine(told["day"], told["hour"] or time(), tzinfo=clock.now().tzinfo)
            if told["opened_at"] > clock.now():
                self.add_error("hour", _("Giờ mở chưa đến."))
        return told


class RefuseForm(forms.Form):
    """Không xử lý một thư."""

    number = forms.IntegerField(min_value=1, max_value=500)
    ground = forms.ChoiceField(choices=LetterRefused.choices)
