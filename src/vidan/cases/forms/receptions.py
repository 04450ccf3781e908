"""What an officer fills in about a reception session: who presides, each turn, and why a day is called off."""

from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.cases.models.receptions import TurnEnd
from vidan.domain.petitions import representatives
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField


class OpenSessionForm(forms.Form):
    """Mở sổ buổi tiếp."""

    leaders = SafeCharField(
        label=_("Người tiếp"),
        max_length=300,
        help_text=_("Chức vụ, họ tên của từng người tiếp, ví dụ: Phó Chủ tịch Thường trực; Chủ tịch UBND phường."),
        error_messages={"required": _("Ghi chức vụ, họ tên của người tiếp.")},
    )


class TurnForm(forms.Form):
    """Ghi một lượt."""

    people = forms.IntegerField(label=_("Số người đến"), min_value=1, max_value=100_000, initial=1)
    speakers = forms.IntegerField(
        label=_("Số người đại diện trình bày"),
        required=False,
        min_value=1,
        max_value=5,
        help_text=_("Từ 5 đến 10 người cử 1 hoặc 2 người đại diện; trên 10 người cử không quá 5 người."),
    )
    gist = SafeCharField(
        label=_("Nội dung trình bày"),
        max_length=160,
        help_text=_("Một dòng, không ghi tên và số điện thoại ở đây."),
        error_messages={"required": _("Cần một dòng để biết lượt này nói về việc gì.")},
    )
    ended = forms.ChoiceField(label=_("Kết quả"), required=False, choices=[("", _("cần lập hồ sơ")), *TurnEnd.choices])
    promise = SafeCharField(label=_("Người tiếp đã hứa điều gì"), required=False, max_length=200)
    promised_by = forms.DateField(label=_("Hứa xong chậm nhất ngày"), required=False)

    def __init__(self, *args: Any, held_on: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.held_on = held_on

    def clean(self) -> dict[str, Any]:
        """A group speaks through as many as the law lets it; a promise has its day."""
        told: dict[str, Any] = super().clean() or {}
        if people := told.get("people"):
            allowed = representatives(people)
            told["speakers"] = told.get("speakers") or (people if people < 5 else 1)
            if people >= 5 and told["speakers"] not in allowed:
                self.add_error(
                    "speakers",
                    _("%(people)d người cử không quá %(most)d người đại diện (Luật Tiếp công dân, Điều 29).")
                    % {"people": people, "most": allowed.stop - 1},
                )
        if told.get("promise") and "promised_by" in told and not told["promised_by"]:
            self.add_error("promised_by", _("Lời hứa cần có ngày phải xong."))
        if told.get("promised_by") and not told.get("promise"):
            self.add_error("promise", _("Ghi điều đã hứa, hoặc bỏ ngày."))
        if told.get("promised_by") and told["promised_by"] < self.held_on:
            self.add_error("promised_by", _("Ngày phải xong không thể trước ngày tiếp."))
        return told


class TurnEndForm(forms.Form):
    """Kết thúc một lượt không lập hồ sơ."""

    ended = forms.ChoiceField(choices=TurnEnd.choices)


class PromiseForm(forms.Form):
    """Lời hứa đã thực hiện hay không."""

    kept = forms.ChoiceField(choices=[("yes", ""), ("no", "")])


class CallOffForm(forms.Form):
    """Hoãn hoặc dời một buổi tiếp."""

    reason = SafeCharField(
        label=_("Lý do"),
        max_length=200,
        help_text=_("Người dân đọc được ở trang Nơi tiếp nhận."),
        error_messages={"required": _("Người dân cần biết vì sao buổi tiếp không diễn ra.")},
    )
    moved_to = forms.DateField(
        label=_("Dời sang ngày"), required=False, help_text=_("Để trống nếu không tổ chức lại. Ví dụ 20/04/2018")
    )

    def __init__(self, *args: Any, day: date, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.day = day

    def clean_moved_to(self) -> Any:
        """The new day lies ahead and is another day."""
        to = self.cleaned_data["moved_to"]
        if to and to < clock.today():
            raise forms.ValidationError(_("Ngày này đã qua."))
        if to and to == self.day:
            raise forms.ValidationError(_("Ngày mới trùng với ngày đang hoãn."))
        return to
