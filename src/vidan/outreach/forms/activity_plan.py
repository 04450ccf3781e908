"""The form of one line of the plan."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from vidan.domain.planning.quarters import QUARTERS
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.outreach.activity_kinds import ActivityKind
from vidan.outreach.services.plan_activities import Planned
from vidan.outreach.topics import topics_on

FIRST_YEAR, MOST = 2018, 500


class LineForm(forms.Form):
    """Một dòng kế hoạch; a number of 0 takes it out."""

    unit = forms.ChoiceField(label=_("Đơn vị thực hiện"), widget=PlainSelect)
    year = forms.IntegerField(
        label=_("Năm"),
        min_value=FIRST_YEAR,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    quarter = forms.TypedChoiceField(
        label=_("Quý"), choices=[(n, f"{n}") for n in QUARTERS], coerce=int, widget=PlainSelect
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("activity", "Hình thức"), choices=ActivityKind.choices, widget=PlainSelect
    )
    topic = forms.ChoiceField(label=_("Nội dung tuyên truyền"), widget=PlainSelect)
    count = forms.IntegerField(
        label=_("Số hoạt động"),
        min_value=0,
        max_value=MOST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text=_("Ghi 0 để bỏ dòng này khỏi kế hoạch."),
    )
    responsible = SafeCharField(
        label=_("Chịu trách nhiệm"),
        max_length=120,
        required=False,
        help_text=_("Chức danh hoặc bộ phận, ví dụ: Phó Chủ tịch Mặt trận phường. Không ghi tên người."),
    )

    def __init__(self, *args: Any, units: Sequence[Unit], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.units = {unit.slug: unit for unit in units}
        self._offer("unit", [(unit.slug, unit.name) for unit in units])
        self._offer("topic", [(one.code, one.words) for one in topics_on(clock.today())])

    def clean_year(self) -> int:
        """A plan is for the years so far and the next one."""
        year: int = self.cleaned_data["year"]
        if year > clock.today().year + 1:
            raise forms.ValidationError(_("Kế hoạch chỉ lập đến hết năm sau."))
        return year

    def planned(self) -> Planned:
        """What is to be written."""
        told = self.cleaned_data
        return Planned(**told | {"unit": self.units[told["unit"]], "kind": ActivityKind(told["kind"])})

    def _offer(self, name: str, choices: list[tuple[str, str]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices
