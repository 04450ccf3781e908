"""The questions of the public form, one a page, in the words of the person who asks for help."""

from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.kinds import BY_WEB, Conduct, Kind
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import OR_AS_FILE, SafeCharField, SafeTextField
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.ui.widgets import PlainSelect

KIND_WORDS = {
    Kind.FEEDBACK: (_("Phản ánh điều chưa tốt"), _("Thái độ, cách làm việc, trễ hẹn, đòi thêm giấy tờ")),
    Kind.COMMENDATION: (_("Khen"), _("Người hoặc nơi đã phục vụ ông/bà chu đáo")),
    Kind.SUGGESTION: (_("Góp ý, kiến nghị"), _("Điều nên làm khác đi để người dân đỡ vất vả")),
    Kind.INFORMATION: (_("Cung cấp thông tin"), _("Việc ông/bà biết và muốn Mặt trận nắm")),
}

CONDUCT_HINTS = {
    Conduct.ATTITUDE: _("Nói trống không, to tiếng, coi thường"),
    Conduct.DELAY: _("Quá ngày ghi trên giấy hẹn, bắt đi lại"),
    Conduct.EXTRA_PAPERS: _("Không có trong bảng niêm yết"),
    Conduct.NO_GUIDANCE: _("Hỏi không trả lời, mỗi lần nói một khác"),
    Conduct.ABSENT: _("Trong giờ làm việc mà không có ai tiếp"),
    Conduct.EXTRA_MONEY: _("Việc này ông/bà nên giữ kín tên hoặc không nêu tên"),
    Conduct.OTHER: "",
}

MODE_WORDS = {
    TellerMode.NAMED: (
        _("Nêu tên"),
        _("Cán bộ Mặt trận phụ trách biết ông/bà là ai. Nơi bị phản ánh không được biết."),
    ),
    TellerMode.CONFIDENTIAL: (
        _("Giữ kín tên"),
        _("Tên được niêm phong; chỉ người giữ khóa của Mặt trận mở được, phải ghi lý do, và mỗi lần mở đều vào sổ."),
    ),
    TellerMode.ANONYMOUS: (
        _("Không nêu tên"),
        _("Không ai biết ông/bà là ai. Hai bên trao đổi qua mã biên nhận."),
    ),
}


class KindForm(forms.Form):
    """Ông/bà muốn gửi điều gì?"""

    kind = forms.ChoiceField(
        choices=[(kind.value, KIND_WORDS[kind][0]) for kind in BY_WEB],
        widget=forms.RadioSelect,
        error_messages={"required": _("Ông/bà chọn giúp một điều, Mặt trận sẽ xếp lại cho đúng nếu cần.")},
    )
    hints: ClassVar = {kind.value: KIND_WORDS[kind][1] for kind in BY_WEB}


class PlaceForm(forms.Form):
    """Chuyện xảy ra ở đâu, khi nào?"""

    unit = forms.ChoiceField(
        label=_("Nơi ông/bà đến"),
        widget=PlainSelect,
        error_messages={
            "required": _("Ông/bà chọn giúp nơi đã đến. Nếu không rõ, chọn “Tôi không rõ là nơi nào”."),
            "invalid_choice": _("Nơi vừa chọn không có trong danh sách. Ông/bà chọn lại giúp."),
        },
    )
    happened_on = forms.DateField(
        label=_("Ngày xảy ra"),
        required=False,
        help_text=_("Ví dụ 13/03/2018. Không nhớ thì để trống."),
        error_messages={"invalid": _("Ông/bà viết ngày theo kiểu ngày/tháng/năm, ví dụ 13/03/2018, hoặc để trống.")},
    )
    procedure = SafeCharField(
        label=_("Việc ông/bà cần làm"),
        required=False,
        max_length=200,
        help_text=_("Ví dụ: chứng thực bản sao, đăng ký khai sinh. Không cần ghi số hồ sơ."),
    )

    def __init__(self, *args: Any, units: list[tuple[str, Any]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Chọn nơi")), *units, ("unknown", _("Tôi không rõ là nơi nào"))]

    def clean_happened_on(self) -> Any:
        """A day to come is a slip of the pen; a day before 1990 is one too."""
        day = self.cleaned_data["happened_on"]
        if day and day > clock.today():
            raise forms.ValidationError(_("Ngày này chưa đến. Ông/bà xem lại giúp ngày, tháng, năm."))
        if day and day.year < 1990:
            raise forms.ValidationError(_("Ông/bà xem lại giúp năm: viết đủ bốn chữ số, ví dụ 2018."))
        return day


class ConductForm(forms.Form):
    """Điều gì đã xảy ra với ông/bà?"""

    conduct = forms.MultipleChoiceField(
        choices=Conduct.choices,
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Ông/bà chọn giúp ít nhất một điều; nếu không có điều nào đúng, chọn “Điều khác”.")
        },
    )
    hints: ClassVar = {conduct.value: hint for conduct, hint in CONDUCT_HINTS.items()}


class StoryForm(forms.Form):
    """Ông/bà kể lại bằng lời của mình."""

    story = SafeTextField(
        label=_("Câu chuyện của ông/bà"),
        max_length=20_000,
        error_messages=OR_AS_FILE
        | {"required": _("Ông/bà viết giúp vài câu, ngắn cũng được, để Mặt trận hiểu chuyện gì đã xảy ra.")},
        widget=forms.Textarea(attrs={"rows": 10}),
    )


class FilesInput(forms.ClearableFileInput):
    """Several files at once, by the browser's own field."""

    allow_multiple_selected = True


class FilesField(forms.FileField):
    """The files chosen in one go; what each holds is told and judged where it is kept (foundation/files)."""

    widget = FilesInput

    def clean(self, data: Any, initial: Any = None) -> list[Any]:
        """A list, empty when nothing was chosen."""
        chosen = data if isinstance(data, list | tuple) else [data]
        return [super(FilesField, self).clean(one, initial) for one in chosen if one]


class AttachForm(forms.Form):
    """Tệp gửi kèm."""

    uploads = FilesField(
        label=_("Ảnh, tài liệu, ghi âm (nếu có)"),
        required=False,
        help_text=_(
            "Tối đa 5 tệp: ảnh, PDF, Word, Excel, ghi âm, phim quay. Nơi trả lời chỉ nhận bản đã che danh tính; "
            "ghi âm và phim quay ở lại Mặt trận."
        ),
    )


class WishForm(forms.Form):
    """Ông/bà mong điều gì?"""

    wish = SafeTextField(
        label=_("Điều ông/bà mong"),
        required=False,
        max_length=3_000,
        help_text=_("Ví dụ: được trả lời rõ còn thiếu giấy gì, được xin lỗi, người khác không bị như vậy."),
        widget=forms.Textarea(attrs={"rows": 5}),
    )


class TellerForm(forms.Form):
    """Ông/bà muốn nêu tên, giữ kín tên, hay không nêu tên?"""

    mode = forms.ChoiceField(
        choices=TellerMode.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Ông/bà chọn giúp một cách. Chọn cách nào Mặt trận cũng tiếp nhận như nhau.")},
    )
    hints: ClassVar = {mode.value: words[1] for mode, words in MODE_WORDS.items()}

    def __init__(self, *args: Any, in_confidence: bool = True, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["mode"]
        assert isinstance(field, forms.ChoiceField)
        # Without a key of its own the Front cannot take a name in confidence, so it does not offer to.
        field.choices = [
            (mode, words[0]) for mode, words in MODE_WORDS.items() if in_confidence or mode != TellerMode.CONFIDENTIAL
        ]


class IdentityForm(forms.Form):
    """Mặt trận liên lạc với ông/bà bằng cách nào?"""

    teller_type = forms.ChoiceField(
        label=_("Gửi với tư cách"), choices=TellerType.choices, widget=forms.RadioSelect, initial=TellerType.PERSON
    )
    name = SafeCharField(
        label=_("Họ và tên"), max_length=120, error_messages={"required": _("Ông/bà cho biết giúp họ và tên.")}
    )
    organisation = SafeCharField(
        label=_("Tên tổ chức, doanh nghiệp"),
        required=False,
        max_length=200,
        help_text=_("Chỉ ghi khi gửi với tư cách tổ chức; khi đó họ tên ở trên là người đại diện."),
    )
    phone = SafeCharField(label=_("Điện thoại"), required=False, max_length=30)
    email = SafeCharField(label=_("Thư điện tử"), required=False, max_length=200)
    address = SafeCharField(label=_("Địa chỉ"), required=False, max_length=300)
    names_to_settler = forms.BooleanField(
        label=_("Tôi đồng ý cho nơi giải quyết biết tên tôi, nếu nơi đó không phải là nơi bị phản ánh"), required=False
    )

    def clean(self) -> dict[str, Any]:
        """An organisation says its name."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("teller_type") == TellerType.ORGANISATION and not cleaned.get("organisation"):
            self.add_error("organisation", _("Gửi với tư cách tổ chức thì cần ghi tên tổ chức, doanh nghiệp."))
        return cleaned
