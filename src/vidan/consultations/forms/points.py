"""What a point of the criticism document is asked for, and what is said of the whole draft."""

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.consultations.forms.moves import DraftForm
from vidan.consultations.kinds import Topic
from vidan.consultations.models import Draft
from vidan.consultations.services.write_points import Words
from vidan.foundation.intake.fields import SafeTextField
from vidan.foundation.ui.widgets import PlainSelect

LONGEST = 4000


class PointForm(forms.Form):
    """Nhận xét và kiến nghị của một điểm; `revision` says which words the person was looking at."""

    revision = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1, initial=0)
    key = forms.ChoiceField(label=_("Nói về"), required=False, widget=PlainSelect)
    text = SafeTextField(
        label=_("Nhận xét"),
        max_length=LONGEST,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Lời của Mặt trận, gom từ các ý kiến. Không nêu tên người góp ý."),
        error_messages={"required": _("Cần viết nhận xét.")},
    )
    proposal = SafeTextField(
        label=_("Kiến nghị"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Đề nghị sửa, bỏ, thêm điều gì. Nơi soạn thảo trả lời đúng điều này."),
    )
    topic = forms.ChoiceField(label=_("Nội dung phản biện"), required=False, widget=PlainSelect)

    def __init__(self, *args: Any, places: Mapping[str, str], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self._offer("key", [("", _("Cả dự thảo")), *places.items()])
        self._offer("topic", [("", _("Chưa chọn")), *Topic.choices])

    @property
    def words(self) -> Words:
        """What a valid form says."""
        told = self.cleaned_data
        return Words(text=told["text"], proposal=told["proposal"], topic=told["topic"], key=told["key"])

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices


class AssessmentForm(DraftForm):
    """Viết nhận xét, đánh giá chung."""

    assessment = SafeTextField(
        label=_("Nhận xét, đánh giá chung"),
        max_length=LONGEST,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Lời của Mặt trận về cả dự thảo, đứng trước các điểm. Không nêu tên người góp ý. Có thể để trống."),
    )

    def __init__(self, *args: Any, draft: Draft, **kwargs: Any) -> None:
        super().__init__(*args, draft=draft, **kwargs)
        self.initial.setdefault("assessment", draft.assessment)
