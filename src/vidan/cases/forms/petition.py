"""What an officer writes for the Front itself."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.forms.letter import FilesField
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.foundation.units.selectors import served_places


class PetitionForm(forms.Form):
    """Kiến nghị của Mặt trận."""

    unit = forms.ChoiceField(
        label=_("Kiến nghị về việc ở đâu"),
        widget=PlainSelect,
        error_messages={"required": _("Chọn nơi mà kiến nghị nói đến.")},
    )
    gist = SafeCharField(
        label=_("Về việc"),
        max_length=160,
        help_text=_("Một dòng, ví dụ: bố trí ghế chờ cho người cao tuổi ở quầy tiếp nhận."),
        error_messages={"required": _("Cần một dòng để biết Mặt trận kiến nghị việc gì.")},
    )
    text = SafeTextField(
        label=_("Nội dung kiến nghị"),
        max_length=20_000,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=_("Viết như trong văn bản gửi Ủy ban nhân dân. Không nêu danh tính của người dân nào."),
        error_messages={"required": _("Nội dung kiến nghị chưa có chữ nào.")},
    )
    uploads = FilesField(label=_("Tài liệu kèm theo"), required=False)

    def __init__(self, *args: Any, beside: Unit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = served_places(clock.today())
        self.fields["unit"].initial = beside.slug
