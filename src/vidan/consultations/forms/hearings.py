"""The forms of a hearing: what is planned, who is invited, who came, what was noted, what was answered."""

from collections.abc import Sequence
from typing import Any

from django import forms
from django.db.models import Case, IntegerField, Q, Value, When
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.consultations.kinds import HearingKind
from vidan.consultations.models import Draft, Hearing, Invited
from vidan.consultations.services.plan_hearing import Plan
from vidan.domain.vietnamese.fold import fold
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.papers.came_in import CameIn
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import within

ASKED_KINDS = (
    UnitKind.MEMBER_ORGANISATION,
    UnitKind.FRONT_COMMITTEE,
    UnitKind.PEOPLES_COMMITTEE,
    UnitKind.SPECIALISED_OFFICE,
)

KIND_ORDER = Case(*(When(kind=kind, then=Value(n)) for n, kind in enumerate(ASKED_KINDS)), output_field=IntegerField())
"""Who speaks for people first, then those who govern."""

MOST_NAMES = 60
MOST_PEOPLE = 500


class PlanForm(forms.Form):
    """Việc sẽ làm; which fields stand in it depends on the kind."""

    held_on = DayField(label=gettext_lazy("Ngày tổ chức"), required=False, help_text=gettext_lazy("Ví dụ 20/03/2018"))
    at = forms.TimeField(
        label=gettext_lazy("Giờ bắt đầu"),
        required=False,
        help_text=gettext_lazy("Ví dụ 8:30"),
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "short"}),
        error_messages={"invalid": gettext_lazy("Ghi giờ và phút, ví dụ 8:30.")},
    )
    place = SafeCharField(label=gettext_lazy("Địa điểm"), max_length=200, required=False)
    chair = SafeCharField(
        label=gettext_lazy("Người chủ trì"), max_length=200, required=False, help_text=gettext_lazy("Ghi chức vụ")
    )
    asked_by = DayField(label=gettext_lazy("Mong nhận ý kiến chậm nhất ngày"), required=False)
    programme = SafeTextField(
        label=gettext_lazy("Chương trình làm việc"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Mỗi việc một dòng, kèm giờ. In nguyên văn trong giấy mời."),
    )

    def __init__(self, *args: Any, kind: HearingKind, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        writes = kind == HearingKind.WRITTEN
        for name in ("held_on", "at", "place", "chair") if writes else ("asked_by",):
            del self.fields[name]
        for name in ("asked_by",) if writes else ("held_on", "at", "place"):
            self.fields[name].required = True
        if writes:
            self.fields["programme"].label = _("Điều mong được cho ý kiến thêm")
            self.fields["programme"].help_text = _("Năm nội dung luật định đã có sẵn trong công văn.")

    @property
    def plan(self) -> Plan:
        """What was filled in."""
        return Plan(**{name: self.cleaned_data[name] for name in self.fields if name in Plan.__dataclass_fields__})


class NewHearingForm(PlanForm):
    """Bắt đầu một hội nghị, đối thoại, hoặc việc lấy ý kiến bằng văn bản."""

    def __init__(self, *args: Any, draft: Draft, kind: HearingKind, **kwargs: Any) -> None:
        super().__init__(*args, kind=kind, **kwargs)
        if kind == HearingKind.WRITTEN and draft.closes_on:
            self.initial.setdefault("asked_by", draft.closes_on)


class HearingForm(forms.Form):
    """A step without questions; `version` says which state of the hearing the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, hearing: Hearing, item: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.hearing, self.item = hearing, item
        self.initial.setdefault("version", hearing.version)


class ChangeForm(HearingForm, PlanForm):
    """Sửa việc sẽ làm."""

    def __init__(self, *args: Any, hearing: Hearing, item: Any = None, **kwargs: Any) -> None:
        names = ("held_on", "at", "place", "chair", "asked_by", "programme")
        kwargs.setdefault("initial", {name: getattr(hearing, name) for name in names})
        super().__init__(*args, hearing=hearing, item=item, kind=HearingKind(hearing.kind), **kwargs)


class UnitsField(forms.ModelMultipleChoiceField["Unit"]):
    """Units to tick, by their short names."""

    def label_from_instance(self, obj: Any) -> str:
        """The short name."""
        return str(obj.short_name)


class InviteForm(HearingForm):
    """Chọn nơi được mời, được hỏi."""

    units = UnitsField(
        label=gettext_lazy("Cơ quan, tổ chức trong địa bàn"),
        queryset=Unit.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
    )
    names = SafeTextField(
        label=gettext_lazy("Nơi khác, chuyên gia"),
        max_length=8000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Mỗi dòng một nơi hoặc một người. Trang công khai chỉ nêu có bao nhiêu, không nêu tên."),
    )

    def __init__(self, *args: Any, hearing: Hearing, **kwargs: Any) -> None:
        rows = list(hearing.invited.all())
        kwargs.setdefault(
            "initial",
            {
                "units": [one.unit_id for one in rows if one.unit_id],
                "names": "\n".join(one.name for one in rows if not one.unit_id),
            },
        )
        super().__init__(*args, hearing=hearing, **kwargs)
        there = Unit.objects.valid_on(clock.today()).filter(within([hearing.draft.front_id]), kind__in=ASKED_KINDS)
        there = there.exclude(pk=hearing.draft.front_id)
        held = Q(pk__in=[one.unit_id for one in rows if one.unit_id])
        field = self.fields["units"]
        assert isinstance(field, forms.ModelMultipleChoiceField)
        shown = Unit.objects.filter(held | Q(pk__in=there.values("pk")))
        field.queryset = shown.annotate(place=KIND_ORDER).order_by("level", "place", "sort_key")

    def clean_names(self) -> list[str]:
        """One name a line, each once."""
        lines = [" ".join(line.split()) for line in self.cleaned_data["names"].split("\n")]
        names: dict[str, str] = {}
        for line in filter(fold, lines):
            names.setdefault(fold(line), line)
        if len(names) > MOST_NAMES:
            raise forms.ValidationError(_("Nhiều nhất %(most)d dòng."), params={"most": MOST_NAMES})
        if any(len(name) > 200 for name in names.values()):
            raise forms.ValidationError(_("Có dòng dài quá 200 chữ."))
        return list(names.values())


CAME = (("yes", gettext_lazy("có dự")), ("no", gettext_lazy("vắng")), ("", gettext_lazy("chưa rõ")))


class AttendanceForm(HearingForm):
    """Điểm danh: two fields for each who was invited."""

    def __init__(self, *args: Any, hearing: Hearing, **kwargs: Any) -> None:
        super().__init__(*args, hearing=hearing, **kwargs)
        self.rows: Sequence[Invited] = list(hearing.invited.all())
        for one in self.rows:
            came = {True: "yes", False: "no", None: ""}[one.came]
            self.fields[f"came_{one.pk}"] = forms.ChoiceField(
                label=one.name, choices=CAME, required=False, initial=came, widget=forms.RadioSelect
            )
            self.fields[f"people_{one.pk}"] = forms.IntegerField(
                label=_("Số người dự"),
                required=False,
                min_value=0,
                max_value=MOST_PEOPLE,
                initial=one.people or None,
                widget=forms.TextInput(attrs={"inputmode": "numeric", "class": "short"}),
            )

    @property
    def lines(self) -> list[tuple[Invited, Any, Any]]:
        """Each who was invited with its two fields."""
        return [(one, self[f"came_{one.pk}"], self[f"people_{one.pk}"]) for one in self.rows]

    @property
    def came(self) -> dict[int, tuple[bool | None, int]]:
        """What was filled in, as services.invite.record_attendance() takes it."""
        said = self.cleaned_data
        known = {"yes": True, "no": False, "": None}
        return {one.pk: (known[said[f"came_{one.pk}"]], said[f"people_{one.pk}"] or 0) for one in self.rows}


class StepNoteForm(HearingForm):
    """Ghi một bước."""

    note = SafeTextField(
        label=gettext_lazy("Diễn biến"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=gettext_lazy("Vào nguyên văn biên bản. Ghi theo nơi, không ghi tên người dân."),
    )
    done = forms.BooleanField(label=gettext_lazy("Bước này đã xong"), required=False)

    def __init__(self, *args: Any, hearing: Hearing, item: Any = None, **kwargs: Any) -> None:
        kwargs.setdefault("initial", dict(hearing.steps.get(item.code, {"done": True})))
        super().__init__(*args, hearing=hearing, item=item, **kwargs)


class MinutesForm(HearingForm):
    """Lập biên bản."""

    minutes_text = SafeTextField(
        label=gettext_lazy("Điều cần ghi thêm"),
        max_length=6000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=gettext_lazy("Thời gian, nơi dự, diễn biến từng bước và số ý kiến được điền sẵn."),
    )

    def __init__(self, *args: Any, hearing: Hearing, **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"minutes_text": hearing.minutes_text})
        super().__init__(*args, hearing=hearing, **kwargs)


class ReplyForm(CameIn, HearingForm):
    """Ghi ý kiến bằng văn bản của một nơi."""

    number = SafeCharField(label=gettext_lazy("Số, ký hiệu văn bản"), max_length=60)
    dated = DayField(label=gettext_lazy("Ngày văn bản"), help_text=gettext_lazy("Ví dụ 05/12/2018"))
    received_on = DayField(label=gettext_lazy("Ngày Mặt trận nhận được"))
    scan = forms.FileField(
        label=gettext_lazy("Bản chụp văn bản"), required=False, help_text=gettext_lazy("Ảnh hoặc PDF")
    )


class ReopenForm(HearingForm):
    """Mở lại việc đã kết thúc."""

    reason = SafeTextField(
        label=gettext_lazy("Lý do mở lại"),
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=gettext_lazy("Lý do được niêm phong; sổ chỉ giữ dấu của nó."),
    )
