"""The forms of the watch over official surveys: what is known, what was published, what was found, letters and their end."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from vidan.foundation.calendar import clock
from vidan.foundation.intake.fields import FIRST_DAY, LAST_DAY, DayField, SafeCharField, SafeTextField, clean_text
from vidan.foundation.papers.came_in import CameIn
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import Area, Unit, UnitKind
from vidan.surveys.kinds import Finding, Mode, RoundState
from vidan.surveys.models import OfficialSurvey, SurveyRound

MOST = 2_000_000_000
"""People; more than any survey asks, and what every database can hold."""

BODIES = (UnitKind.PEOPLES_COMMITTEE, UnitKind.SPECIALISED_OFFICE)


class CountField(forms.IntegerField):
    """A number of people or replies, typed with or without points between thousands."""

    def __init__(self, **kwargs: Any) -> None:
        message = {"invalid": _("Ghi một số nguyên, ví dụ 385.")}
        widget = forms.TextInput(attrs={"inputmode": "numeric", "class": "short"})
        super().__init__(min_value=0, max_value=MOST, required=False, error_messages=message, widget=widget, **kwargs)

    def to_python(self, value: Any) -> Any:
        """The number; a point or a blank before three digits is left out."""
        if isinstance(value, str):
            head, *groups = clean_text(value).replace(" ", ".").strip(".").split(".")
            if groups and all(len(group) == 3 for group in groups):
                value = head + "".join(groups)
        return super().to_python(value)


class PercentField(forms.DecimalField):
    """Per cent with two places, typed with a comma or a point."""

    def __init__(self, **kwargs: Any) -> None:
        message = {"invalid": _("Ghi một tỷ lệ phần trăm, ví dụ 83,94.")}
        widget = forms.TextInput(attrs={"inputmode": "decimal", "class": "short"})
        super().__init__(
            min_value=0, max_value=100, max_digits=5, decimal_places=2, error_messages=message, widget=widget, **kwargs
        )

    def to_python(self, value: Any) -> Any:
        """The number."""
        return super().to_python(value.strip().removesuffix("%").replace(",", ".") if isinstance(value, str) else value)


class LinkField(forms.URLField):
    """An address on the web, http or https only."""

    def __init__(self, **kwargs: Any) -> None:
        kwargs.setdefault("error_messages", {"invalid": _("Địa chỉ này không đọc được. Ví dụ https://…")})
        widget = forms.TextInput(attrs={"inputmode": "url"})
        super().__init__(required=False, max_length=500, assume_scheme="https", widget=widget, **kwargs)

    def clean(self, value: Any) -> Any:
        """The address; a scheme that a browser would run or fetch otherwise is refused."""
        link = super().clean(clean_text(value).strip() if isinstance(value, str) else value)
        if link and not link.startswith(("https://", "http://")):
            raise forms.ValidationError(self.error_messages["invalid"], code="invalid")
        return link


class RoundField(forms.ModelChoiceField["SurveyRound"]):
    """A round of the Front's own, told by its title and code."""

    def label_from_instance(self, obj: Any) -> str:
        """Title and code."""
        return f"{obj.title} ({obj.code})"


class StepForm(forms.Form):
    """A step without questions; `version` says which state of the survey the person was looking at."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST)

    def __init__(self, *args: Any, survey: OfficialSurvey, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.survey = survey
        self.initial.setdefault("version", survey.version)


class KnownForm(forms.Form):
    """Những gì biết về cuộc khảo sát."""

    version = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST, required=False)
    title = SafeCharField(label=_("Tên cuộc khảo sát"), max_length=300)
    year = forms.IntegerField(
        label=_("Khảo sát của năm"),
        min_value=FIRST_DAY.year,
        max_value=LAST_DAY.year,
        widget=forms.TextInput(attrs={"class": "short"}),
    )
    body = forms.ModelChoiceField(
        label=_("Cơ quan tổ chức"),
        queryset=Unit.objects.none(),
        required=False,
        empty_label=_("Cơ quan khác, ghi tên ở dưới"),
        widget=PlainSelect,
    )
    body_name = SafeCharField(
        label=_("Tên cơ quan khác"),
        max_length=200,
        required=False,
        help_text=_("Chỉ ghi khi không có trong danh sách trên."),
    )
    area = forms.ModelChoiceField(
        label=_("Địa bàn được khảo sát"), queryset=Area.objects.none(), empty_label=None, widget=PlainSelect
    )
    decision_number = SafeCharField(label=_("Số, ký hiệu văn bản tổ chức khảo sát"), max_length=60, required=False)
    decided_on = DayField(label=_("Ngày văn bản"), required=False, help_text=_("Ví dụ 02/05/2019"))
    first_day = DayField(label=_("Lấy phiếu từ ngày"), required=False)
    last_day = DayField(label=_("Lấy phiếu đến hết ngày"), required=False)
    mode = forms.ChoiceField(label=_("Hình thức lấy phiếu"), choices=Mode.choices, widget=PlainSelect)
    method = SafeTextField(
        label=_("Phương pháp"),
        max_length=5000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Ghi theo văn bản: hỏi ai, chọn cách nào, ai đi hỏi, giữ kín ra sao."),
    )
    planned = CountField(label=_("Cỡ mẫu dự kiến"))
    reached = CountField(label=_("Số phiếu thu được"))
    publish_due = DayField(label=_("Hạn công bố kết quả"), required=False)
    due_basis = SafeCharField(
        label=_("Hạn đó từ đâu ra"),
        max_length=300,
        required=False,
        help_text=_("Văn bản ấn định hoặc lời hứa, kèm ngày. Ví dụ: mục 4 kế hoạch khảo sát"),
    )
    round = RoundField(
        label=_("Đợt khảo sát của Mặt trận đặt bên cạnh"),
        queryset=SurveyRound.objects.none(),
        required=False,
        empty_label=_("Chưa chọn"),
        widget=PlainSelect,
    )

    def __init__(self, *args: Any, front: Unit, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        here = (
            Q(pk=front.area_id)
            | Q(parent_id=front.area_id)
            | Q(children=front.area_id)
            | Q(children__children=front.area_id)
        )
        areas = Area.objects.filter(pk__in=Area.objects.filter(here).values("pk")).order_by("level", "slug")
        self._offer("area", areas)
        self._offer("body", Unit.objects.filter(kind__in=BODIES, area__in=areas).order_by("level", "sort_key"))
        rounds = SurveyRound.objects.filter(front=front, state__in=(RoundState.CLOSED, RoundState.PUBLISHED))
        self._offer("round", rounds)
        self.initial.setdefault("year", clock.today().year)
        self.initial.setdefault("area", front.area_id)
        self.initial.setdefault("mode", Mode.UNKNOWN)

    def clean(self) -> dict[str, Any]:
        """What goes together is said together."""
        told: dict[str, Any] = super().clean() or {}
        if not told.get("body") and not told.get("body_name") and "body_name" not in self.errors:
            self.add_error("body", _("Chọn cơ quan tổ chức, hoặc ghi tên cơ quan khác."))
        if told.get("body") and told.get("body_name"):
            self.add_error("body_name", _("Đã chọn cơ quan ở trên thì để trống ô này."))
        first, last = told.get("first_day"), told.get("last_day")
        if first and last and last < first:
            self.add_error("last_day", _("Ngày cuối trước ngày đầu."))
        if told.get("publish_due") and not told.get("due_basis"):
            self.add_error(
                "due_basis", _("Cần ghi hạn này do văn bản hay lời hứa nào đặt ra; trang công khai nêu rõ điều đó.")
            )
        if told.get("due_basis") and not told.get("publish_due") and "publish_due" not in self.errors:
            self.add_error("publish_due", _("Cần ghi ngày của hạn."))
        if told.get("decided_on") and not told.get("decision_number"):
            self.add_error("decision_number", _("Cần ghi số văn bản của ngày này."))
        return told

    def _offer(self, name: str, rows: Any) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = rows


class PublicationForm(StepForm):
    """Ghi việc công bố."""

    published_on = DayField(label=_("Công bố ngày"), help_text=_("Ví dụ 20/03/2020"))
    published_where = SafeCharField(
        label=_("Công bố ở đâu"), max_length=300, help_text=_("Tên cổng thông tin, bảng niêm yết, tờ báo")
    )
    link = LinkField(label=_("Địa chỉ trang công bố"))
    file = forms.FileField(
        label=_("Tệp kết quả"), required=False, help_text=_("Ai cũng tải được từ trang công khai. Tệp mới thay tệp cũ.")
    )
    index = PercentField(label=_("Chỉ số hài lòng được công bố (%)"), required=False)
    index_n = CountField(label=_("Tính trên bao nhiêu phiếu"))
    population = CountField(
        label=_("Tổng số người có thể được hỏi"), help_text=_("Số lượt giao dịch trong kỳ, nếu có công bố.")
    )

    def clean_published_on(self) -> date:
        """What lies ahead is not published yet."""
        day: date = self.cleaned_data["published_on"]
        if day > clock.today():
            raise forms.ValidationError(_("Ngày này chưa đến."))
        return day

    def clean(self) -> dict[str, Any]:
        """Replies belong to an index, and are no more than the people."""
        told: dict[str, Any] = super().clean() or {}
        n, people = told.get("index_n"), told.get("population")
        if n == 0:
            self.add_error("index_n", _("Chỉ số không thể tính trên 0 phiếu."))
        if n and told.get("index") is None and "index" not in self.errors:
            self.add_error("index", _("Cần ghi chỉ số tính trên số phiếu này."))
        if people is not None and n and people < n:
            self.add_error("population", _("Số này ít hơn số phiếu."))
        return told


class FindingForm(StepForm):
    """Đối chiếu một điều."""

    finding = forms.ChoiceField(
        label=_("Mặt trận thấy thế nào"),
        choices=Finding.choices,
        widget=forms.RadioSelect,
        error_messages={"required": _("Chọn một kết quả đối chiếu.")},
    )
    note = SafeTextField(
        label=_("Căn cứ"),
        max_length=3000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Xem ở đâu, thấy gì. Trang công khai nêu nguyên văn."),
    )
    link = LinkField(label=_("Địa chỉ trang làm căn cứ"))
    file = forms.FileField(
        label=_("Tệp làm căn cứ"), required=False, help_text=_("Chỉ Mặt trận đọc được. Tệp mới thay tệp cũ.")
    )
    drop = forms.BooleanField(label=_("Bỏ tệp đang có"), required=False)

    def clean(self) -> dict[str, Any]:
        """A judgement is not given without its ground."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("finding") in (Finding.NO, Finding.PARTLY) and not told.get("note") and "note" not in self.errors:
            self.add_error("note", _("Chưa đạt hoặc đạt một phần thì cần ghi căn cứ."))
        return told


class LetterForm(StepForm):
    """Viết công văn kiến nghị."""

    recommendations = SafeTextField(
        label=_("Nội dung kiến nghị"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 8}),
        help_text=_("Mỗi kiến nghị một dòng. Những điều chưa đạt được tự động nêu trong công văn."),
        error_messages={"required": _("Cần viết nội dung kiến nghị.")},
    )


class ApproveForm(StepForm):
    """Duyệt và cấp số; `paper` is the draft that the head has read."""

    paper = forms.IntegerField(widget=forms.HiddenInput, min_value=0, max_value=MOST)


class AnswerForm(CameIn, StepForm):
    """Ghi trả lời bằng văn bản."""

    paper = forms.TypedChoiceField(label=_("Trả lời công văn"), coerce=int, widget=PlainSelect)
    number = SafeCharField(label=_("Số, ký hiệu văn bản"), max_length=60)
    dated = DayField(label=_("Ngày văn bản"), help_text=_("Ví dụ 05/12/2018"))
    received_on = DayField(label=_("Ngày Mặt trận nhận được"))
    text = SafeTextField(
        label=_("Nội dung trả lời"),
        max_length=6000,
        widget=forms.Textarea(attrs={"rows": 6}),
        help_text=_("Ghi theo đúng văn bản. Trang công khai nêu nguyên văn."),
        error_messages={"required": _("Cần ghi nội dung trả lời.")},
    )
    scan = forms.FileField(label=_("Bản chụp văn bản"), required=False, help_text=_("Ảnh hoặc PDF"))

    def __init__(self, *args: Any, letters: Sequence[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["paper"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = letters


class CloseForm(StepForm):
    """Kết thúc theo dõi."""

    outcome = SafeTextField(
        label=_("Kết quả theo dõi"),
        max_length=3000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("Cuộc khảo sát đã được sửa điều gì, còn lại điều gì. Trang công khai nêu nguyên văn."),
        error_messages={"required": _("Cần ghi kết quả theo dõi.")},
    )
