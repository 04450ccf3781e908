"""The forms of duties: confirming what was read out of a plan, assigning one, saying that it is done."""

from collections.abc import Iterable, Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from vidan.domain.duties.naming import Named
from vidan.foundation.figures.figure import all_figures
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit, UnitKind
from vidan.oversight.duty_kinds import Part, RhythmWords
from vidan.oversight.duty_places import PLACES
from vidan.oversight.forms.programme import VersionedForm, offer
from vidan.oversight.models import Duty, Plan
from vidan.oversight.named_units import ALL_MEMBERS, ALL_WARDS, bodies_of, choices_named
from vidan.oversight.services.set_duties import Assigned, Kept

GROUPS = ((ALL_WARDS, _("Mọi Mặt trận phường")), (ALL_MEMBERS, _("Mọi tổ chức thành viên")))


class ConfirmForm(VersionedForm):
    """Xác nhận những gì máy đọc ra: a tick, a short name and a rhythm for each proposal, and the units that its text names."""

    def __init__(self, *args: Any, plan: Plan, proposals: Sequence[Duty], units: Sequence[Unit], **kwargs: Any) -> None:
        kwargs["initial"] = {"version": plan.version}
        super().__init__(*args, **kwargs)
        self.proposals = proposals
        self.units = units
        bodies = bodies_of(units, plan.front_id)
        for one in proposals:
            self.fields[f"keep_{one.pk}"] = forms.BooleanField(
                label=_("Là nhiệm vụ"), required=False, initial=one.is_likely
            )
            self.fields[f"title_{one.pk}"] = SafeCharField(
                label=gettext("Tên ngắn của mục %(clause)s") % {"clause": one.clause},
                max_length=160,
                required=False,
                initial=one.title,
            )
            self.fields[f"rhythm_{one.pk}"] = forms.ChoiceField(
                label=_("Bao lâu một lần"), choices=RhythmWords.choices, initial=one.rhythm, widget=PlainSelect
            )
            self._offer_named(one, choices_named(one.words, bodies))

    def clean(self) -> dict[str, Any]:
        """What becomes a duty has a name; what does not needs none."""
        said: dict[str, Any] = super().clean() or {}
        for one in self.proposals:
            if said.get(f"keep_{one.pk}") and said.get(f"title_{one.pk}") == "":
                self.add_error(f"title_{one.pk}", gettext("Ghi tên ngắn."))
        return said

    def _offer_named(self, duty: Duty, named: Named) -> None:
        """Let the person tick, of those whom the text names, who is to do it and who takes part."""
        known = {*named.responsible, *named.taking_part}
        choices = [*GROUPS, *((unit.slug, unit.short_name) for unit in self.units)]
        offered = [choice for choice in choices if choice[0] in known]
        for name, label, ticked in (
            ("responsible", _("Chịu trách nhiệm và báo cáo"), named.responsible),
            ("taking_part", _("Phối hợp"), named.taking_part),
        ):
            if offered:
                self.fields[f"{name}_{duty.pk}"] = forms.MultipleChoiceField(
                    label=label,
                    required=False,
                    choices=offered,
                    initial=list(ticked),
                    widget=forms.CheckboxSelectMultiple,
                )

    @property
    def rows(self) -> Iterable[tuple[Duty, list[forms.BoundField], list[forms.BoundField]]]:
        """Each proposal with its fields, and with those of the units that it names."""
        for one in self.proposals:
            who = [f"{name}_{one.pk}" for name in ("responsible", "taking_part")]
            fields = [self[f"{name}_{one.pk}"] for name in ("keep", "title", "rhythm")]
            yield one, fields, [self[name] for name in who if name in self.fields]

    def kept(self) -> list[Kept]:
        """The proposals that were ticked."""
        told = self.cleaned_data
        return [
            Kept(
                code=one.code,
                title=told[f"title_{one.pk}"],
                rhythm=RhythmWords(told[f"rhythm_{one.pk}"]),
                responsible=chosen_units(told.get(f"responsible_{one.pk}", ()), self.units),
                taking_part=chosen_units(told.get(f"taking_part_{one.pk}", ()), self.units),
            )
            for one in self.proposals
            if told[f"keep_{one.pk}"]
        ]


class AssignForm(VersionedForm):
    """Giao nhiệm vụ: làm gì, ai chịu trách nhiệm, bao lâu một lần, số nào cho thấy đã làm."""

    title = SafeCharField(label=_("Tên ngắn"), max_length=160, error_messages={"required": _("Ghi tên ngắn.")})
    words = SafeTextField(
        label=_("Kế hoạch yêu cầu"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        error_messages={"required": _("Ghi kế hoạch yêu cầu gì.")},
    )
    clause = SafeCharField(
        label=_("Mục trong kế hoạch"),
        max_length=20,
        help_text=_("Ví dụ: 2.3"),
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    responsible = forms.MultipleChoiceField(
        label=_("Chịu trách nhiệm và báo cáo"), required=False, widget=forms.CheckboxSelectMultiple
    )
    taking_part = forms.MultipleChoiceField(label=_("Phối hợp"), required=False, widget=forms.CheckboxSelectMultiple)
    rhythm = forms.ChoiceField(label=_("Bao lâu một lần"), choices=RhythmWords.choices, widget=PlainSelect)
    by = DayField(
        label=_("Đến ngày"),
        required=False,
        help_text=_("Chỉ cho việc làm một lần; để trống là hết năm."),
    )
    days = forms.IntegerField(
        label=_("Nộp báo cáo trong bao nhiêu ngày làm việc sau khi hết kỳ"),
        min_value=0,
        max_value=60,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
        help_text=_("Theo Chương trình phối hợp, không phải luật định."),
    )
    figure = forms.ChoiceField(
        label=_("Con số cho thấy đã làm"),
        required=False,
        widget=PlainSelect,
        help_text=_("Đếm từ sổ ghi; mở ra được từng việc đằng sau."),
    )
    target = forms.IntegerField(
        label=_("Cả năm cần đạt"),
        required=False,
        min_value=1,
        max_value=1_000_000,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
    )
    place = forms.ChoiceField(label=_("Hoặc xem ở trang"), required=False, widget=PlainSelect)

    def __init__(
        self, *args: Any, units: Sequence[Unit], duty: Duty | None = None, days: int = 5, **kwargs: Any
    ) -> None:
        kwargs["initial"] = _known(duty) if duty else {"rhythm": RhythmWords.YEAR, "days": days}
        super().__init__(*args, **kwargs)
        self.units = {unit.slug: unit for unit in units}
        choices = [*GROUPS, *((unit.slug, unit.short_name) for unit in units)]
        offer(self, "responsible", choices)
        offer(self, "taking_part", choices)
        offer(self, "figure", [("", _("Không chọn")), *((one.name, one.label) for one in all_figures() if one.public)])
        offer(self, "place", [("", _("Không chọn")), *((name, one.label) for name, one in PLACES.items())])

    def assigned(self) -> Assigned:
        """What the person said."""
        told = {name: self.cleaned_data[name] for name in Assigned.__dataclass_fields__}
        told |= {
            "rhythm": RhythmWords(told["rhythm"]),
            "responsible": self._chosen("responsible"),
            "taking_part": self._chosen("taking_part"),
        }
        return Assigned(**told)

    def _chosen(self, name: str) -> list[Unit]:
        return chosen_units(self.cleaned_data[name], self.units.values())


class DoneForm(VersionedForm):
    """Ghi nhiệm vụ đã xong."""

    note = SafeCharField(
        label=_("Kết quả, văn bản cho thấy"),
        max_length=300,
        help_text=_("Ví dụ: Báo cáo số 12/BC-MTTQ ngày 15/12/2018. Mọi người đọc được lời này."),
        error_messages={"required": _("Ghi kết quả.")},
    )

    def __init__(self, *args: Any, duty: Duty, **kwargs: Any) -> None:
        kwargs["initial"] = {"version": duty.version}
        super().__init__(*args, **kwargs)


def chosen_units(said: Iterable[str], units: Iterable[Unit]) -> list[Unit]:
    """The units that were ticked, one by one or by a choice that stands for many."""
    said = set(said)
    return [unit for unit in units if unit.slug in said or _group(unit) in said]


def _group(unit: Unit) -> str:
    if unit.kind == UnitKind.MEMBER_ORGANISATION:
        return ALL_MEMBERS
    return ALL_WARDS if unit.level == "ward" else ""


def _known(duty: Duty) -> dict[str, Any]:
    names = ("version", "title", "words", "clause", "rhythm", "by", "days", "figure", "target", "place")
    parts = list(duty.units.select_related("unit"))
    return {name: getattr(duty, name) for name in names} | {
        "responsible": [one.unit.slug for one in parts if one.part == Part.RESPONSIBLE],
        "taking_part": [one.unit.slug for one in parts if one.part == Part.TAKING_PART],
    }
