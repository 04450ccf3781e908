"""The form of a guidance paper."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit
from vidan.oversight.forms.duty import GROUPS, chosen_units
from vidan.oversight.forms.programme import VersionedForm, offer
from vidan.oversight.models import Guidance, Plan
from vidan.oversight.services.give_guidance import GuidancePaper


class GuidanceForm(VersionedForm):
    """Soạn văn bản hướng dẫn."""

    title = SafeCharField(
        label=_("Hướng dẫn về"), max_length=200, error_messages={"required": _("Ghi hướng dẫn về gì.")}
    )
    number = SafeCharField(label=_("Số, ký hiệu"), max_length=60, required=False)
    dated = DayField(label=_("Ngày văn bản"))
    words = SafeTextField(
        label=_("Nội dung"),
        max_length=8000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Ghi nội dung.")},
    )
    units = forms.MultipleChoiceField(
        label=_("Gửi đến"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn đơn vị nhận.")},
    )
    accept_by = DayField(
        label=_("Nhận thực hiện chậm nhất ngày"),
        required=False,
        help_text=_("Để trống thì tính từ ngày gửi, theo thời hạn của Chương trình phối hợp."),
    )
    plan = forms.ChoiceField(label=_("Theo kế hoạch"), required=False, widget=PlainSelect)
    file = forms.FileField(label=_("Tệp kèm theo"), required=False, error_messages={"empty": _("Tệp này trống.")})

    def __init__(
        self,
        *args: Any,
        units: Sequence[Unit],
        plans: Sequence[Plan],
        guidance: Guidance | None = None,
        **kwargs: Any,
    ) -> None:
        kwargs["initial"] = _known(guidance) if guidance else {"dated": clock.today()}
        super().__init__(*args, **kwargs)
        self.known = list(units)
        self.plans = {one.code: one for one in plans}
        offer(self, "units", [*GROUPS, *((unit.slug, unit.short_name) for unit in units)])
        offer(self, "plan", [("", _("Không chọn")), *((one.code, one.title) for one in plans)])

    def paper(self) -> GuidancePaper:
        """What the paper says."""
        told = {name: self.cleaned_data[name] for name in GuidancePaper.__dataclass_fields__}
        told |= {"units": chosen_units(told["units"], self.known), "plan": self.plans.get(told["plan"])}
        return GuidancePaper(**told)

    def clean(self) -> dict[str, Any]:
        """Somebody gets it: a choice that stands for many may stand for nobody here."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("units") and not chosen_units(told["units"], self.known):
            self.add_error("units", _("Không có đơn vị nào như vậy trên địa bàn."))
        return told


def _known(guidance: Guidance) -> dict[str, Any]:
    names = ("version", "title", "number", "dated", "words", "accept_by")
    return {name: getattr(guidance, name) for name in names} | {
        "units": [one.unit.slug for one in guidance.marks.select_related("unit")],
        "plan": guidance.plan.code if guidance.plan else "",
    }
