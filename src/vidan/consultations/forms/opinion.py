"""What the form for opinions asks, in the words of the person who gives one."""

from collections.abc import Sequence
from typing import Any, ClassVar

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.consultations.forms.fields import capital
from vidan.consultations.kinds import Stance, Topic
from vidan.consultations.quoted import LONGEST as LONGEST_QUOTE
from vidan.foundation.intake.fields import OR_AS_FILE, SafeCharField, SafeTextField
from vidan.foundation.intake.tellers import TellerMode, TellerType
from vidan.foundation.ui.widgets import PlainSelect

LONGEST = 10_000
"""Letters of one opinion; who has more to say sends it as a file."""

TOPIC_HINTS = {
    Topic.NECESSITY: _("Có cần ban hành văn bản này, quy định này không?"),
    Topic.LAWFULNESS: _("Có trái luật, trái chủ trương đã có không?"),
    Topic.FEASIBILITY: _("Có đúng, có làm được trên thực tế không? Ai làm, tiền đâu?"),
    Topic.IMPACT: _("Ai được lợi, ai bị thiệt, thiệt thế nào?"),
    Topic.BALANCE: _("Lợi ích của Nhà nước, của người dân, của doanh nghiệp đã hài hòa chưa?"),
    Topic.OTHER: "",
}

MODE_WORDS = {
    TellerMode.NAMED: (_("Nêu tên"), _("Chỉ cán bộ Mặt trận phụ trách xem được tên. Trang công khai không nêu tên.")),
    TellerMode.CONFIDENTIAL: (
        _("Giữ kín tên"),
        _("Tên được niêm phong bằng khóa của Mặt trận; máy chủ không mở được, nên cũng không gửi thư báo được."),
    ),
    TellerMode.ANONYMOUS: (
        _("Không nêu tên"),
        _("Không ai biết ông/bà là ai. Hai bên trao đổi qua mã biên nhận."),
    ),
}


class SaidForm(forms.Form):
    """Ông/bà góp ý điều gì? Shared by everybody who gives an opinion: people, organisations, and officers for others."""

    piece = forms.ChoiceField(
        label=_("Góp ý về"),
        required=False,
        widget=PlainSelect,
        error_messages={"invalid_choice": _("Dự thảo hiện nay không có chỗ này. Ông/bà chọn lại giúp.")},
    )
    text = SafeTextField(
        label=_("Ý kiến của ông/bà"),
        max_length=LONGEST,
        help_text=_("Điều nào chưa ổn, vì sao, nên sửa lại thế nào. Không cần ghi tên người cụ thể."),
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages=OR_AS_FILE | {"required": _("Ông/bà viết giúp vài câu, ngắn cũng được.")},
    )
    stance = forms.ChoiceField(
        label=_("Nhìn chung ông/bà"),
        required=False,
        choices=capital(Stance.choices),
        widget=forms.RadioSelect,
    )
    topics = forms.MultipleChoiceField(
        label=_("Ý kiến nói về điều gì"),
        required=False,
        choices=capital(Topic.choices),
        widget=forms.CheckboxSelectMultiple,
    )
    quote = SafeCharField(required=False, max_length=LONGEST_QUOTE, widget=forms.HiddenInput)
    before = SafeCharField(required=False, max_length=200, widget=forms.HiddenInput)
    hints: ClassVar = {topic.value: hint for topic, hint in TOPIC_HINTS.items()}

    def __init__(self, *args: Any, places: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["piece"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Toàn bộ dự thảo")), *places]


class UploadForm(forms.Form):
    """Tệp gửi kèm: what it holds is judged where it is kept (foundation/files)."""

    upload = forms.FileField(
        label=_("Tệp gửi kèm"),
        required=False,
        help_text=_("Một tệp: ảnh, PDF, Word, Excel. Tệp của người dân chỉ Mặt trận đọc, không công khai."),
        error_messages={"empty": _("Tệp này trống.")},
    )


class SpeakerForm(forms.Form):
    """Ông/bà góp ý với tư cách nào, và có muốn nêu tên không?"""

    teller_type = forms.ChoiceField(
        label=_("Góp ý với tư cách"),
        choices=capital(TellerType.choices),
        widget=forms.RadioSelect,
        initial=TellerType.PERSON,
        error_messages={"required": _("Ông/bà chọn giúp một.")},
    )
    mode = forms.ChoiceField(
        label=_("Ông/bà có muốn nêu tên không?"),
        choices=TellerMode.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Ông/bà chọn giúp một cách. Chọn cách nào Mặt trận cũng tiếp nhận như nhau.")},
    )
    name = SafeCharField(label=_("Họ và tên"), required=False, max_length=120)
    organisation = SafeCharField(
        label=_("Tên tổ chức, doanh nghiệp"),
        required=False,
        max_length=200,
        help_text=_("Chỉ ghi khi góp ý với tư cách tổ chức; khi đó họ tên ở trên là người đại diện."),
    )
    phone = SafeCharField(label=_("Điện thoại"), required=False, max_length=30)
    email = forms.EmailField(
        label=_("Thư điện tử"),
        required=False,
        max_length=200,
        error_messages={"invalid": _("Địa chỉ thư này chưa đúng. Ông/bà xem lại, hoặc để trống.")},
    )
    by_email = forms.BooleanField(
        label=_("Báo tôi qua thư điện tử khi cơ quan soạn thảo đã trả lời"),
        required=False,
        help_text=_(
            "Chỉ gửi được khi ông/bà nêu tên. Ai giữ kín tên thì xem bằng mã biên nhận, vì máy không đọc được địa chỉ."
        ),
    )
    hints: ClassVar = {mode.value: words[1] for mode, words in MODE_WORDS.items()}

    def __init__(self, *args: Any, in_confidence: bool, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["mode"]
        assert isinstance(field, forms.ChoiceField)
        # Without a key of its own the Front cannot take a name in confidence, so it does not offer to.
        field.choices = [
            (mode, words[0]) for mode, words in MODE_WORDS.items() if in_confidence or mode != TellerMode.CONFIDENTIAL
        ]

    def clean(self) -> dict[str, Any]:
        """Who tells a name tells it; of who does not, nothing that was typed beside it is taken along."""
        cleaned: dict[str, Any] = super().clean() or {}
        if cleaned.get("mode") == TellerMode.ANONYMOUS:
            return cleaned | {"name": "", "organisation": "", "phone": "", "email": "", "by_email": False}
        if "mode" in cleaned and not cleaned.get("name"):
            self.add_error("name", _("Ông/bà cho biết giúp họ và tên, hoặc chọn Không nêu tên."))
        if cleaned.get("teller_type") == TellerType.ORGANISATION and not cleaned.get("organisation"):
            self.add_error("organisation", _("Gửi với tư cách tổ chức thì cần ghi tên tổ chức, doanh nghiệp."))
        if cleaned.get("by_email") and "email" in cleaned and not cleaned["email"]:
            self.add_error("email", _("Muốn nhận báo qua thư điện tử thì cần ghi địa chỉ thư."))
        return cleaned


class LetterForm(forms.Form):
    """Thư qua lại."""

    text = SafeTextField(
        label=_("Nội dung thư"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 5}),
        error_messages={"required": _("Ông/bà viết nội dung thư giúp.")},
    )
