"""The forms of proposing an inspection or supervision, and of its delegation."""

import re
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import DayField, SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit, UnitKind
from vidan.foundation.units.selectors import within
from vidan.oversight.inspection_checklists import checklists_of
from vidan.oversight.inspection_kinds import Form, InspectionKind, MemberRole
from vidan.oversight.models import Inspection
from vidan.oversight.services.propose_inspection import Proposal

BODIES = {
    InspectionKind.INSPECTION: (UnitKind.FRONT_COMMITTEE, UnitKind.MEMBER_ORGANISATION),
    InspectionKind.SUPERVISION: (UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE, UnitKind.ONE_STOP_COUNTER),
}
"""Who is inspected: Fronts below and member organisations; who is supervised: state bodies."""

SENDS = (
    UnitKind.FRONT_COMMITTEE,
    UnitKind.MEMBER_ORGANISATION,
    UnitKind.PEOPLES_COMMITTEE,
    UnitKind.SPECIALISED_OFFICE,
)
"""Whose people go along in a delegation."""

CODE = re.compile(r"[A-Z]{2}-\d{4}-\d{4,6}", re.ASCII)
MOST_CODES = 20
YEARS_AHEAD = 2


def capital(choices: Iterable[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Choices that stand each on a line of its own begin with a capital letter."""
    return [(value, capfirst(label)) for value, label in choices]


def text_of(label: Any, *, rows: int = 4, required: bool = True, hint: Any = "", most: int = 4000) -> SafeTextField:
    """A field of several lines."""
    return SafeTextField(
        label=label, max_length=most, required=required, widget=forms.Textarea(attrs={"rows": rows}), help_text=hint
    )


class InspectionForm(forms.Form):
    """A move without questions; `version` says which state of the file the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=2**31 - 1)

    def __init__(self, *args: Any, inspection: Inspection, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.inspection = inspection
        self.initial.setdefault("version", inspection.version)


class ProposalForm(forms.Form):
    """Đề xuất: purpose, content and scope, time and place, conditions, grounds, as a plan must say them (NQLT 403 Đ.6)."""

    body = forms.ModelChoiceField(
        label=gettext_lazy("Đơn vị"),
        queryset=Unit.objects.none(),
        empty_label=gettext_lazy("Chọn đơn vị"),
        widget=PlainSelect,
        error_messages={"required": gettext_lazy("Chọn đơn vị.")},
    )
    form = forms.ChoiceField(
        label=gettext_lazy("Hình thức giám sát"),
        choices=capital(Form.choices),
        initial=Form.DELEGATION,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Chọn một hình thức.")},
    )
    title = SafeCharField(
        label=gettext_lazy("Về việc gì"),
        max_length=300,
        help_text=gettext_lazy("Ví dụ: Tiếp nhận và trả kết quả thủ tục hành chính"),
    )
    topic = forms.ChoiceField(
        label=gettext_lazy("Bảng kiểm"),
        widget=PlainSelect,
        help_text=gettext_lazy("Những điều đoàn xem trong ngày làm việc, ghi được trên điện thoại."),
    )
    year = forms.IntegerField(
        label=gettext_lazy("Chương trình năm"),
        min_value=2015,
        max_value=2100,
        widget=forms.TextInput(attrs={"class": "short", "inputmode": "numeric"}),
    )
    planned_on = DayField(
        label=gettext_lazy("Dự kiến ngày"), help_text=gettext_lazy("Chưa rõ ngày thì ghi ngày đầu tháng.")
    )
    purpose = text_of(gettext_lazy("Mục đích"), rows=3)
    content = text_of(pgettext_lazy("oversight", "Nội dung, phạm vi"))
    grounds = text_of(
        pgettext_lazy("oversight", "Căn cứ"),
        rows=3,
        required=False,
        hint=gettext_lazy("Ví dụ: phản ánh, kiến nghị Mặt trận đã nhận; báo chí nêu."),
    )
    case_codes = SafeCharField(
        label=gettext_lazy("Mã hồ sơ làm căn cứ"),
        max_length=400,
        required=False,
        help_text=gettext_lazy("Ví dụ PA-2018-0147, PA-2018-0152. Đơn vị không thấy các mã này."),
    )
    conditions = text_of(gettext_lazy("Điều kiện bảo đảm"), rows=2, required=False)

    def __init__(
        self, *args: Any, kind: InspectionKind, front: Unit, inspection: Inspection | None = None, **kwargs: Any
    ) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.kind = kind
        body, topic = self.fields["body"], self.fields["topic"]
        assert isinstance(body, forms.ModelChoiceField)
        assert isinstance(topic, forms.ChoiceField)
        here = Unit.objects.valid_on(clock.today()).filter(within([front.pk]), kind__in=BODIES[kind])
        body.queryset = here.exclude(pk=front.pk).order_by("sort_key")
        topic.choices = [(one.topic, one.words) for one in checklists_of(kind)]
        self.initial.setdefault("year", clock.today().year)
        if kind == InspectionKind.INSPECTION:
            del self.fields["form"]
        if inspection is not None:
            for name in self.fields:
                self.initial.setdefault(name, _told(inspection, name))

    def clean_year(self) -> int:
        """A programme is made for this year or the next ones; an older one is not proposed any more."""
        year: int = self.cleaned_data["year"]
        today = clock.today()
        if not today.year <= year <= today.year + YEARS_AHEAD:
            raise forms.ValidationError(
                _("Ghi năm từ %(first)d đến %(last)d.") % {"first": today.year, "last": today.year + YEARS_AHEAD}
            )
        return year

    def clean_case_codes(self) -> list[str]:
        """The codes one by one, each once."""
        codes = list(dict.fromkeys(re.split(r"[\s,;]+", self.cleaned_data["case_codes"].strip()))) or []
        codes = [code for code in codes if code]
        wrong = [code for code in codes if not CODE.fullmatch(code)]
        if wrong:
            raise forms.ValidationError(_("“%(code)s” không phải mã hồ sơ.") % {"code": wrong[0][:40]})
        if len(codes) > MOST_CODES:
            raise forms.ValidationError(_("Ghi nhiều nhất 20 mã."))
        return codes

    @property
    def proposal(self) -> Proposal:
        """What was filled in."""
        told = {name: value for name, value in self.cleaned_data.items() if name in Proposal.__dataclass_fields__}
        return Proposal(kind=self.kind, **told)


def _told(inspection: Inspection, name: str) -> Any:
    value = getattr(inspection, f"{name}_id" if name == "body" else name, "")
    return ", ".join(value) if isinstance(value, list) else value


class ChangeForm(ProposalForm, InspectionForm):
    """Sửa đề xuất."""

    def __init__(self, *args: Any, inspection: Inspection, **kwargs: Any) -> None:
        kind = InspectionKind(inspection.kind)
        super().__init__(*args, kind=kind, front=inspection.front, inspection=inspection, **kwargs)


class DelegateForm(InspectionForm):
    """Cử một người vào đoàn."""

    name = SafeCharField(label=gettext_lazy("Họ tên"), max_length=120)
    role = forms.ChoiceField(
        label=gettext_lazy("Vai trong đoàn"),
        choices=capital(MemberRole.choices),
        widget=PlainSelect,
        initial=MemberRole.MEMBER,
    )
    unit = forms.ModelChoiceField(
        label=gettext_lazy("Người của"), queryset=Unit.objects.none(), empty_label=None, widget=PlainSelect
    )
    task = SafeCharField(
        label=gettext_lazy("Được phân công"),
        max_length=300,
        required=False,
        help_text=gettext_lazy("Ví dụ: xem sổ tiếp nhận, hỏi người dân tại quầy"),
    )
    sign_in = forms.EmailField(
        label=gettext_lazy("Thư điện tử người ấy dùng để đăng nhập"),
        required=False,
        max_length=254,
        error_messages={"invalid": gettext_lazy("Ghi thư điện tử, ví dụ ten@noi-lam-viec.vn.")},
        help_text=gettext_lazy(
            "Có thì người ấy tự ghi bảng kiểm của cuộc này, không thấy gì khác của hồ sơ. "
            "Không đăng nhập thì để trống; thư ký ghi giúp."
        ),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        unit = self.fields["unit"]
        assert isinstance(unit, forms.ModelChoiceField)
        front = self.inspection.front
        here = Unit.objects.valid_on(clock.today()).filter(within([front.pk]), kind__in=SENDS)
        unit.queryset = here.exclude(pk=self.inspection.body_id).order_by("sort_key")
        self.initial.setdefault("unit", front.pk)


class VisitForm(InspectionForm):
    """Đặt ngày làm việc."""

    visit_on = DayField(label=gettext_lazy("Ngày làm việc"), help_text=gettext_lazy("Ví dụ 16/05/2018"))
    visit_at = forms.TimeField(
        label=gettext_lazy("Giờ bắt đầu"),
        help_text=gettext_lazy("Ví dụ 8:30"),
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "short"}),
        error_messages={"invalid": gettext_lazy("Ghi giờ và phút, ví dụ 8:30.")},
    )
    place = SafeCharField(label=gettext_lazy("Địa điểm"), max_length=200)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name in ("visit_on", "visit_at", "place"):
            self.initial.setdefault(name, getattr(self.inspection, name))

    def clean_visit_on(self) -> date:
        """The day of work lies ahead."""
        day: date = self.cleaned_data["visit_on"]
        if day < clock.today():
            raise forms.ValidationError(_("Ngày này đã qua."))
        return day


class PostponeForm(VisitForm):
    """Hoãn ngày làm việc."""

    reason = text_of(gettext_lazy("Lý do hoãn"), rows=3, hint=gettext_lazy("Đơn vị đọc được lý do này."), most=1000)
