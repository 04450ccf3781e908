"""What one side enters for one item: a field for each input its method asks for, and the words beside it."""

from collections.abc import Iterable
from types import MappingProxyType
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.domain.scoring.rubric import Criterion
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.scorecards.counted import NO, YES, Side, levels_of
from vidan.scorecards.kinds import Stage
from vidan.scorecards.models import Entry

LABELS = MappingProxyType(
    {
        "done": _("Có thực hiện"),
        "level": _("Mức đạt được"),
        "part": _("Số đã thực hiện"),
        "whole": _("Tổng số"),
        "count": _("Số lượng"),
        "days_late": _("Số ngày trễ"),
        "index": _("Chỉ số"),
        "points": _("Điểm"),
    }
)
"""What an input is called on a page."""

PREFIX = "in_"


class NumberField(SafeCharField):
    """A number as it is typed here, with comma or dot before its decimals; kept as text with a dot."""

    def __init__(self, **kwargs: Any) -> None:
        widget = forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off", "size": 8})
        super().__init__(max_length=20, required=False, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        """Spaces are left out; what is no number is refused by who scores it."""
        typed: str = super().to_python(value)
        return typed.replace(" ", "").replace("\u00a0", "").replace(",", ".")


class EntryForm(forms.Form):
    """One side's entry of an item. `version` says which state of the entry the person was looking at; 0 is none."""

    stage = forms.ChoiceField(choices=Stage.choices, widget=forms.HiddenInput)
    version = forms.IntegerField(min_value=0, widget=forms.HiddenInput)
    left_out = forms.BooleanField(label=_("Không áp dụng trong năm"), required=False)
    note = SafeTextField(
        label=_("Lý do, giải thích"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text=_(
            "Cần viết khi chấm theo nhận định, khi không áp dụng, và khi số liệu các bên khác nhau. Được công bố cùng phiếu chấm."
        ),
    )

    def __init__(
        self,
        *args: Any,
        item: Criterion,
        stage: Stage,
        entry: Entry | None = None,
        proposed: Entry | None = None,
        row: str = "",
        **kwargs: Any,
    ) -> None:
        """`proposed` is what another side said and this one begins with, while it has said nothing itself."""
        kwargs.setdefault("label_suffix", "")
        kwargs["auto_id"] = f"{row}%s" if row else "id_%s"
        super().__init__(*args, **kwargs)
        self.item, self.row = item, row
        asks: Iterable[str] = item.method.asks if item.method else ()
        for name in asks:
            self.fields[PREFIX + name] = self._field(name)
        if not item.may_not_apply:
            del self.fields["left_out"]
        self.order_fields([*(PREFIX + name for name in asks), "left_out", "note"])
        self.initial = {
            **self._said(entry or proposed),
            "stage": stage,
            "version": entry.version if entry else 0,
            **self.initial,
        }
        if row:
            for field in self.fields.values():
                field.widget.attrs["form"] = f"{row}form"

    def _field(self, name: str) -> forms.Field:
        if name == "done":
            return forms.ChoiceField(
                label=LABELS[name], choices=[("", "–"), (YES, _("Có")), (NO, _("Không"))], required=False
            )
        if name == "level":
            assert self.item.method is not None
            levels = levels_of(self.item.method)
            return forms.ChoiceField(label=LABELS[name], choices=[("", "–"), *levels.items()], required=False)
        return NumberField(label=LABELS[name])

    @staticmethod
    def _said(entry: Entry | None) -> dict[str, Any]:
        if entry is None:
            return {}
        inputs = {PREFIX + name: str(said).replace(".", ",") for name, said in entry.inputs.items()}
        return inputs | {"left_out": not entry.applies, "note": entry.note}

    @property
    def inputs(self) -> list[forms.BoundField]:
        """The fields of the method."""
        return [self[name] for name in self.fields if name.startswith(PREFIX)]

    @property
    def side(self) -> Side:
        """What the valid form says."""
        told = self.cleaned_data
        inputs = {name.removeprefix(PREFIX): said for name, said in told.items() if name.startswith(PREFIX) and said}
        return Side(inputs, not told.get("left_out", False), told["note"])
