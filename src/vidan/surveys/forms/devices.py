"""Preparing a device: what it is, where it stands, and by which name the Front knows it."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.intake.fields import SafeCharField
from vidan.surveys.forms.rounds import stratum_words
from vidan.surveys.kinds import Way
from vidan.surveys.models import Stratum


class DeviceForm(forms.Form):
    """Chuẩn bị máy lấy phiếu."""

    way = forms.ChoiceField(label=_("Dùng làm gì"), widget=forms.RadioSelect)
    stratum = forms.ChoiceField(
        label=_("Nơi đặt máy"),
        required=False,
        help_text=_("Máy đặt tại chỗ cần một nơi. Điện thoại của điều tra viên có thể chọn nơi cho từng phiếu."),
    )
    label = SafeCharField(
        label=_("Tên máy"),
        max_length=80,
        help_text=_("Để Mặt trận nhận ra máy, ví dụ “Máy tính bảng số 2”. Không ghi tên người."),
    )

    def __init__(self, typed: Any, *, ways: Iterable[Way], strata: Iterable[Stratum]) -> None:
        super().__init__(typed, label_suffix="")
        ways, self.strata = list(ways), {str(one.pk): one for one in strata}
        self._offer("way", [(way.value, str(way.label)) for way in ways])
        if len(ways) == 1:
            self.initial.setdefault("way", ways[0].value)
        places = [(key, stratum_words(one)) for key, one in self.strata.items()]
        self._offer("stratum", [("", str(_("Chọn nơi cho từng phiếu"))), *places])

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """A kiosk stands somewhere."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        told["stratum"] = self.strata.get(told.get("stratum") or "")
        if told.get("way") == Way.KIOSK and told["stratum"] is None:
            self.add_error("stratum", _("Chọn nơi đặt máy."))
        return told
