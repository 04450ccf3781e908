"""The forms of a sheet's moves: each asks for what its row in the table needs, and nothing else."""

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.domain.scoring.rubric import Rubric
from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.papers.came_in import CameIn
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Unit, UnitKind
from vidan.scorecards.counted import rubric_of
from vidan.scorecards.forms.entry import NumberField
from vidan.scorecards.kinds import Stand
from vidan.scorecards.models import RubricVersion, Scorecard
from vidan.scorecards.services.record_index import WHOLE

DAYS_TO_BE_HEARD = 10
"""How many days are proposed for opinions; a habit, not a rule: the officer changes the day."""


class CardForm(forms.Form):
    """A move without questions; `version` says which state of the sheet the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, card: Scorecard, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.card = card
        self.initial.setdefault("version", card.version)

    @property
    def rubric(self) -> Rubric:
        """The tree of the sheet."""
        return rubric_of(self.card.rubric)


class ReturnForm(CardForm):
    """Trả lại để bổ sung."""

    reason = SafeTextField(
        label=_("Cần bổ sung điều gì, vì sao"),
        max_length=4000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Chỉ cán bộ và lãnh đạo Mặt trận đọc được."),
        error_messages={"required": _("Cần ghi rõ điều phải bổ sung.")},
    )


class OpenForm(forms.Form):
    """Mở phiếu chấm."""

    rubric = forms.ModelChoiceField(
        label=_("Theo bộ tiêu chí"), queryset=RubricVersion.objects.none(), empty_label=None, widget=PlainSelect
    )
    unit = forms.ModelChoiceField(
        label=_("Đơn vị được chấm"), queryset=Unit.objects.none(), empty_label=None, widget=PlainSelect
    )
    year = forms.IntegerField(label=_("Năm"), min_value=2000, max_value=2100)
    cut_off = forms.DateField(
        label=_("Ngày chốt số liệu"), help_text=_("Số liệu của hệ thống tính đến hết ngày này. Ví dụ 30/11/2018")
    )

    def __init__(self, *args: Any, fronts: frozenset[int], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        rubric, unit = self.fields["rubric"], self.fields["unit"]
        assert isinstance(rubric, forms.ModelChoiceField)
        assert isinstance(unit, forms.ModelChoiceField)
        rubric.queryset = RubricVersion.objects.filter(front_id__in=fronts, published_at__isnull=False)
        areas = Unit.objects.filter(pk__in=fronts).values("area_id")
        unit.queryset = Unit.objects.valid_on(clock.today()).filter(kind=UnitKind.PEOPLES_COMMITTEE, area_id__in=areas)
        today = clock.today()
        self.initial.setdefault("year", today.year)
        self.initial.setdefault("cut_off", min(today, date(today.year, 11, 30)))


class ConsultForm(CardForm):
    """Gửi lấy ý kiến."""

    until = forms.DateField(label=_("Nhận góp ý đến hết ngày"), help_text=_("Ví dụ 10/12/2018"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.initial.setdefault("until", clock.today() + timedelta(days=DAYS_TO_BE_HEARD))


class RemarkForm(CardForm):
    """Ý kiến của đơn vị được chấm."""

    item = forms.ChoiceField(label=_("Về mục"), required=False, widget=PlainSelect)
    text = SafeTextField(
        label=_("Nội dung ý kiến"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        error_messages={"required": _("Cần viết nội dung ý kiến.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["item"]
        assert isinstance(field, forms.ChoiceField)
        items = [(leaf.code, f"{leaf.code} {leaf.title}") for leaf in self.rubric.leaves()]
        field.choices = [("", _("Toàn bộ phiếu chấm")), *items]


class RecordRemarkForm(CameIn, RemarkForm):
    """Ghi nhận hộ: the same from a paper that came in."""

    number = SafeCharField(label=_("Số, ký hiệu văn bản"), max_length=60)
    dated = forms.DateField(label=_("Ngày văn bản"), help_text=_("Ví dụ 05/12/2018"))
    received_on = forms.DateField(label=_("Ngày Mặt trận nhận được"))
    scan = forms.FileField(label=_("Bản chụp văn bản"), required=False, help_text=_("Ảnh hoặc PDF"))
    field_order = ("number", "dated", "received_on", "item", "text", "scan")


class SubmitForm(CardForm):
    """Trình Ban Thường trực."""

    comment = SafeTextField(
        label=_("Nhận xét chung"),
        max_length=10_000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Ưu điểm, hạn chế, kiến nghị. Phần này được ghi vào công văn và công bố cùng phiếu chấm."),
        error_messages={"required": _("Cần viết nhận xét chung trước khi trình.")},
    )
    appraiser = forms.ModelChoiceField(
        label=_("Cơ quan thẩm định nhận công văn"),
        queryset=Unit.objects.none(),
        empty_label=None,
        widget=PlainSelect,
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["appraiser"]
        assert isinstance(field, forms.ModelChoiceField)
        above = {pk for pk in (self.card.unit.parent_id, self.card.unit_id) if pk is not None}
        offices = Unit.objects.valid_on(clock.today()).filter(kind=UnitKind.SPECIALISED_OFFICE, parent_id__in=above)
        committees = Unit.objects.filter(pk__in=above - {self.card.unit_id})
        field.queryset = (offices | committees).order_by("sort_key")
        self.initial.setdefault("comment", self.card.comment)
        self.initial.setdefault("appraiser", self.card.appraiser_id)


class IndexForm(CardForm):
    """Kết quả do cơ quan thẩm định công bố: points and maximum of the whole, and of each field that was published."""

    source = SafeCharField(label=_("Theo văn bản nào"), max_length=300, help_text=_("Số, ngày, cơ quan ban hành"))
    published_on = forms.DateField(label=_("Ngày công bố"), help_text=_("Ví dụ 15/01/2019"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        official = {one.item: one for one in self.card.official.all()}
        for key, item, title in self._rows():
            known = official.get(item)
            for name, label in (("points", _("Điểm")), ("maximum", _("Điểm tối đa"))):
                field = NumberField(label=label)
                field.widget.attrs["aria-label"] = f"{title}: {label}"
                self.fields[f"{name}_{key}"] = field
                if known is not None:
                    self.initial.setdefault(f"{name}_{key}", f"{getattr(known, name).normalize():f}".replace(".", ","))
        if official:
            some = next(iter(official.values()))
            self.initial.setdefault("source", some.source)
            self.initial.setdefault("published_on", some.published_on)

    def _rows(self) -> list[tuple[int, str, str]]:
        items = [(WHOLE, str(_("Toàn bộ"))), *((node.code, f"{node.code} {node.title}") for node in self.rubric.walk())]
        return [(key, item, title) for key, (item, title) in enumerate(items)]

    @property
    def rows(self) -> list[tuple[str, forms.BoundField, forms.BoundField]]:
        """The table of the page: a title with its two fields."""
        return [(title, self[f"points_{key}"], self[f"maximum_{key}"]) for key, _item, title in self._rows()]

    def clean(self) -> dict[str, Any]:
        """Points come with their maximum, and do not exceed it; at least the whole is told."""
        told: dict[str, Any] = super().clean() or {}
        published: dict[str, tuple[Decimal, Decimal]] = {}
        for key, item, title in self._rows():
            points, maximum = told.get(f"points_{key}"), told.get(f"maximum_{key}")
            if not points and not maximum:
                continue
            pair = _pair(points, maximum)
            if pair is None:
                said = _("%(title)s: cần hai số, điểm không quá điểm tối đa.") % {"title": title}
                self.add_error(f"points_{key}", said)
            else:
                published[item] = pair
        if not self.errors and WHOLE not in published:
            self.add_error("points_0", _("Cần ít nhất tổng điểm được công bố."))
        told["published"] = published
        return told


def _pair(points: Any, maximum: Any) -> tuple[Decimal, Decimal] | None:
    try:
        got, most = Decimal(points or ""), Decimal(maximum or "")
    except ArithmeticError:
        return None
    fits = got.is_finite() and most.is_finite() and 0 <= got <= most < 100_000 and most > 0
    return (round(got, 4), round(most, 4)) if fits else None


class OpinionForm(forms.Form):
    """Góp ý về một mục."""

    unit = forms.ModelChoiceField(
        label=_("Thay mặt"), queryset=Unit.objects.none(), empty_label=None, widget=PlainSelect
    )
    stand = forms.ChoiceField(label=_("Ý kiến về điểm của mục này"), choices=Stand.choices, widget=forms.RadioSelect)
    text = SafeTextField(label=_("Lý do"), max_length=4000, required=False, widget=forms.Textarea(attrs={"rows": 4}))

    def __init__(self, *args: Any, units: list[Unit], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["unit"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = Unit.objects.filter(pk__in=[one.pk for one in units])
        if len(units) == 1:
            field.widget = forms.HiddenInput()
            self.initial.setdefault("unit", units[0].pk)

    def clean(self) -> dict[str, Any]:
        """Who does not agree says why."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("stand") in (Stand.HIGHER, Stand.LOWER) and not told.get("text"):
            self.add_error("text", _("Nên cao hơn hay thấp hơn thì cần nêu lý do."))
        return told
