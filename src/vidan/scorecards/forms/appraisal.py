"""The forms of a sheet that a unit scores first: opening many, questions and answers, evidence, result, objection, ties."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.foundation.calendar import clock
from vidan.foundation.calendar.days import MissingYear, is_working
from vidan.foundation.intake.fields import SafeTextField
from vidan.foundation.units.models import Unit
from vidan.scorecards.compared import Placed
from vidan.scorecards.forms.moves import CardForm
from vidan.scorecards.kinds import Outcome
from vidan.scorecards.models import RubricVersion

DAYS_TO_SCORE, DAYS_TO_EXPLAIN, DAYS_TO_OBJECT = 15, 7, 10
"""How many days are proposed; no law sets them, the officer or the head changes them."""

MOST_DAYS = 90


class OpenUnitsForm(forms.Form):
    """Mở phiếu tự chấm cho nhiều đơn vị."""

    units = forms.MultipleChoiceField(
        label=_("Đơn vị tự chấm"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một đơn vị.")},
    )
    until = forms.DateField(label=_("Tự chấm đến hết ngày"), help_text=_("Ví dụ 15/12/2018"))
    cut_off = forms.DateField(label=_("Ngày chốt số liệu"), help_text=_("Ví dụ 30/11/2018"))

    def __init__(self, *args: Any, units: Sequence[Unit], year: int, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.known = {str(unit.pk): unit for unit in units}
        field = self.fields["units"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, unit.short_name) for key, unit in self.known.items()]
        today = clock.today()
        self.initial.setdefault("units", list(self.known))
        self.initial.setdefault("until", today + timedelta(days=DAYS_TO_SCORE))
        self.initial.setdefault("cut_off", date(year, 12, 31))

    def clean_units(self) -> list[Unit]:
        """The chosen units themselves."""
        return [self.known[key] for key in self.cleaned_data["units"]]

    def clean_until(self) -> date:
        """A day whose working days can be counted."""
        return counted_day(self.cleaned_data["until"])


def counted_day(until: date) -> date:
    """A last day that lies in a year whose calendar is settled; raises ValidationError."""
    try:
        is_working(until)
    except MissingYear as missing:
        raise forms.ValidationError(str(missing)) from missing
    return until


class UntilForm(CardForm):
    """Yêu cầu giải trình."""

    until = forms.DateField(label=_("Giải trình đến hết ngày"), help_text=_("Ví dụ 20/01/2019"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", clock.today() + timedelta(days=DAYS_TO_EXPLAIN))

    def clean_until(self) -> date:
        """A day whose working days can be counted."""
        return counted_day(self.cleaned_data["until"])


class ResultForm(CardForm):
    """Quyết định kết quả."""

    comment = SafeTextField(
        label=_("Nhận xét chung"),
        max_length=10_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Được công bố cùng phiếu chấm."),
    )


def days_field() -> forms.IntegerField:
    """In how many days a unit may object; what the programme says, never a term of law."""
    return forms.IntegerField(
        label=_("Số ngày nhận kiến nghị của đơn vị"),
        min_value=0,
        max_value=MOST_DAYS,
        initial=DAYS_TO_OBJECT,
        help_text=_("Tính từ ngày hôm sau ngày công bố, theo Chương trình phối hợp, không phải thời hạn do luật định."),
    )


class PublishForm(CardForm):
    """Công bố kết quả của một đơn vị."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["days"] = days_field()


class ObjectForm(CardForm):
    """Kiến nghị về kết quả."""

    text = SafeTextField(
        label=_("Nội dung kiến nghị"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Ghi rõ mục nào, vì sao, căn cứ nào."),
        error_messages={"required": _("Cần viết nội dung kiến nghị.")},
    )


class AnswerObjectionForm(CardForm):
    """Trả lời kiến nghị."""

    outcome = forms.ChoiceField(label=_("Trả lời"), choices=Outcome.choices, widget=forms.RadioSelect)
    text = SafeTextField(
        label=_("Lý do"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Cần nêu lý do với đơn vị.")},
    )


class QuestionForm(forms.Form):
    """Câu hỏi của Mặt trận về một mục."""

    text = SafeTextField(
        label=_("Điều cần đơn vị giải trình"),
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Các câu hỏi được gửi cùng một lần khi yêu cầu giải trình. Để trống là bỏ câu hỏi."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_cau_hoi_%s", "label_suffix": "", **kwargs})


class AnswerForm(forms.Form):
    """Trả lời của đơn vị cho câu hỏi về một mục."""

    text = SafeTextField(
        label=_("Giải trình của đơn vị"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 6}),
        error_messages={"required": _("Cần viết giải trình.")},
        help_text=_("Được công bố cùng phiếu chấm. Sửa được cho đến khi gửi giải trình."),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_giai_trinh_%s", "label_suffix": "", **kwargs})


class EvidenceForm(forms.Form):
    """Tài liệu kiểm chứng của một mục."""

    file = forms.FileField(
        label=_("Chọn tệp"),
        help_text=_("Ảnh, PDF, Word hoặc Excel. Chỉ Mặt trận và đơn vị mở được tệp."),
        error_messages={"required": _("Chọn một tệp."), "empty": _("Tệp này trống, không có nội dung.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **{"auto_id": "id_tai_lieu_%s", "label_suffix": "", **kwargs})


class TieForm(forms.Form):
    """Quyết định thứ hạng của các đơn vị bằng điểm: a place for each, every place once, and the reason."""

    reason = SafeTextField(
        label=_("Lý do"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 3}),
        error_messages={"required": _("Cần ghi lý do xếp trước, xếp sau.")},
    )

    def __init__(self, *args: Any, tie: Sequence[Placed], **kwargs: Any) -> None:
        self.codes = [one.card.code for one in tie]
        super().__init__(*args, **{"prefix": f"bang-{self.codes[0]}", "label_suffix": "", **kwargs})
        first = min(one.rank.rank for one in tie if one.rank)
        places = [(str(place), str(place)) for place in range(first, first + len(tie))]
        for number, one in enumerate(tie):
            self.fields[one.card.code] = forms.ChoiceField(
                label=one.card.unit.name, choices=places, initial=str(first + number)
            )
        self.order_fields([*self.codes, "reason"])

    def clean(self) -> dict[str, Any]:
        """Every place goes to one unit."""
        told: dict[str, Any] = super().clean() or {}
        given = {code: told.get(code) for code in self.codes}
        if not self.errors and len(set(given.values())) < len(given):
            self.add_error(None, _("Mỗi thứ hạng dành cho một đơn vị."))
        told["order"] = sorted(self.codes, key=lambda code: int(given[code] or 0))
        return told


class PublishManyForm(forms.Form):
    """Quyết định và công bố kết quả của nhiều đơn vị."""

    cards = forms.MultipleChoiceField(
        label=_("Đơn vị"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={"required": _("Chọn ít nhất một đơn vị.")},
    )

    def __init__(self, *args: Any, cards: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        field = self.fields["cards"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = cards
        self.fields["days"] = days_field()
        self.initial.setdefault("cards", [code for code, _name in cards])


def rubrics_for_units(fronts: frozenset[int]) -> list[RubricVersion]:
    """The published rubrics by which an officer may open sheets, the newest first."""
    rows = RubricVersion.objects.filter(front_id__in=fronts, published_at__isnull=False)
    return list(rows.select_related("front").defer("written").order_by("-published_at", "-pk"))
