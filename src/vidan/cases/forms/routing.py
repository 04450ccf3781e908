"""The forms of where a case goes: each asks for what its row in the table needs."""

from typing import Any

from django import forms
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vidan.cases.forms.moves import MoveForm, RecordForm
from vidan.cases.grounds import all_grounds, label_of
from vidan.cases.kinds import Kind
from vidan.cases.models import CaseFile
from vidan.cases.routing import fronts_under, merged_about, owed_by_superiors, to_pass_on
from vidan.domain.petitions import grounds_for
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.papers.wording import worded
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.selectors import heirs, served_places

NO_NAME: str | Promise = _("Không nêu người gửi là ai: văn bản này được đánh số và lưu.")

WAYS = {
    Kind.DENUNCIATION: "way_denunciation",
    Kind.DENUNCIATION_CONTENT: "way_denunciation",
    Kind.COMPLAINT: "way_complaint",
}
"""The lawful way, as the Front words it (Luật Tố cáo 2018 Đ.8, 9, 22, 23; Luật Khiếu nại 2011 Đ.7, 8, 9)."""


class RefuseForm(MoveForm):
    """Không xử lý: only the grounds that hold for this kind today can be chosen."""

    ground = forms.ChoiceField(
        label=_("Căn cứ"),
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một căn cứ. Không có căn cứ nào đúng thì hồ sơ phải được xử lý.")},
    )
    more = SafeTextField(
        label=_("Viết thêm cho người gửi"),
        required=False,
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Thư cho người gửi đã có câu giải thích theo căn cứ và việc ông/bà ấy làm được tiếp."),
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.grounds = grounds_for(all_grounds(), case.kind, clock.today())
        field = self.fields["ground"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [(ground.code, f"{label_of(ground)} ({ground.basis})") for ground in self.grounds]


class GuideForm(MoveForm):
    """Hướng dẫn."""

    body = SafeCharField(
        label=_("Cơ quan có thẩm quyền"),
        max_length=160,
        help_text=_("Ghi đủ tên, ví dụ: Thanh tra thành phố Hồ Chí Minh."),
        error_messages={"required": _("Cần ghi cơ quan mà người gửi phải tìm đến.")},
    )
    way = SafeTextField(
        label=_("Người gửi cần làm gì"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=NO_NAME,
        error_messages={"required": _("Cần ghi người gửi phải làm gì, bằng cách nào.")},
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        if way := WAYS.get(Kind(case.kind)):
            self.initial = {"way": "\n\n".join(block.text for block in worded(way, {}))} | dict(self.initial)


class AskForm(MoveForm):
    """Hỏi thêm người gửi."""

    text = SafeTextField(
        label=_("Điều cần hỏi"),
        max_length=4_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Hỏi ngắn và rõ. Không hỏi người gửi là ai nếu họ không nêu tên."),
        error_messages={"required": _("Câu hỏi chưa có chữ nào.")},
    )


class OtherCaseForm(MoveForm):
    """Nhập vào, hoặc nối với, một hồ sơ khác."""

    other = forms.RegexField(
        label=_("Mã hồ sơ kia"),
        regex=r"^\s*[A-Za-z]{2,4}-\d{4}-\d{4,6}\s*$",
        max_length=20,
        help_text=_("Ví dụ PA-2018-0147; phải là hồ sơ mà Mặt trận này đang giữ."),
        error_messages={
            "required": _("Ghi mã của hồ sơ kia."),
            "invalid": _("Mã hồ sơ gồm chữ, năm và số, ví dụ PA-2018-0147."),
        },
    )

    def clean_other(self) -> str:
        """A code as it is stored."""
        return str(self.cleaned_data["other"]).strip().upper()


class SplitForm(MoveForm):
    """Tách một nội dung thành hồ sơ mới; `made` and `receipt` are the new case and its code, to be shown once."""

    made: CaseFile | None = None
    receipt = ""

    what = SafeTextField(
        label=_("Nội dung tách ra"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Chép đúng lời người gửi về việc này; phần còn lại ở nguyên hồ sơ cũ."),
        error_messages={"required": _("Nội dung tách ra chưa có chữ nào.")},
    )
    kind = forms.ChoiceField(label=_("Loại của hồ sơ mới"), choices=Kind.choices)
    unit = forms.ChoiceField(
        label=_("Nơi liên quan"),
        widget=PlainSelect,
        error_messages={"required": _("Cần chọn nơi liên quan để biết chuyển đến đâu.")},
    )

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        self.initial = {"kind": case.kind} | dict(self.initial)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Chọn đơn vị")), *served_places(clock.local(case.received_at).date())]


class HandForm(MoveForm):
    """Chuyển lên, hoặc trả lại: with a reason."""

    reason = SafeTextField(
        label=_("Lý do"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=NO_NAME,
        error_messages={"required": _("Cần ghi lý do để Mặt trận bên kia hiểu.")},
    )


class SuccessorForm(MoveForm):
    """Xác định nơi kế thừa: which of those that succeeded a body answers what was transferred to it, with a reason."""

    to = forms.ChoiceField(widget=forms.RadioSelect, error_messages={"required": _("Cần chọn nơi kế thừa.")})
    reason = SafeTextField(
        label=_("Lý do"),
        max_length=2_000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Không nêu người gửi là ai. Lý do được niêm phong cùng hồ sơ, không gửi cho nơi nào."),
        error_messages={"required": _("Cần ghi lý do chọn nơi này.")},
    )
    field_order = ("version", "to", "reason")

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        waiting = to_pass_on(list(case.transfers.select_related("recipient")))
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        if waiting is not None:
            field.label = _("Nơi kế thừa %(name)s") % {"name": waiting.recipient.short_name}
            field.choices = [(heir.slug, heir.name) for heir in heirs(clock.today())[waiting.held_by]]


class HandDownForm(HandForm):
    """Giao xuống: to which Front."""

    to = forms.ChoiceField(label=_("Giao cho"), widget=PlainSelect)
    field_order = ("version", "to", "reason")

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        field = self.fields["to"]
        assert isinstance(field, forms.ChoiceField)
        fronts = fronts_under(case, merged_about(case))
        field.choices = [("", _("Chọn Mặt trận")), *((front.slug, front.short_name) for front in fronts)]


class SuperiorAnswerForm(RecordForm):
    """Ghi nhận hộ trả lời của cấp trên; asked which superior only when several owe a word."""

    role = forms.ChoiceField(label=_("Trả lời của"), widget=forms.RadioSelect)
    received_on = forms.DateField(label=_("Ngày Mặt trận nhận được"))
    field_order = ("role", "number", "dated", "received_on", "text", "scan")

    def __init__(self, *args: Any, case: CaseFile, **kwargs: Any) -> None:
        super().__init__(*args, case=case, **kwargs)
        owed = owed_by_superiors(list(case.transfers.select_related("petition__superior", "recipient")))
        told = gettext("%(superior)s, về %(unit)s")
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (role, told % {"superior": one.superior.short_name, "unit": one.transfer.body.short_name})
            for role, one in owed.items()
        ]
        if len(field.choices) == 1:
            field.widget, field.initial = forms.HiddenInput(), field.choices[0][0]
