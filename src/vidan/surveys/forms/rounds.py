"""The forms of a round: what it says of itself, its frame, who was asked in vain, how many invitations."""

from collections.abc import Iterable, Mapping
from decimal import Decimal
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.foundation.ui.widgets import PlainSelect
from vidan.foundation.units.models import CounterPoint
from vidan.surveys.kinds import ContactOutcome, Way
from vidan.surveys.models import QuestionnaireVersion, Stratum, SurveyRound
from vidan.surveys.services import count_contacts, invite
from vidan.surveys.services.prepare_round import Plan
from vidan.surveys.services.set_frame import MOST_PEOPLE, Numbers

SMALL = {"class": "short", "inputmode": "numeric"}


class VersionForm(forms.Form):
    """A form that changes a round: it says which state of it the person saw."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def refresh(self, version: int) -> None:
        """Let the next post count on the state that the person sees now; what was typed stays."""
        self.data = {name: self.data[name] for name in self.data} | {"version": str(version)}


class RoundForm(VersionForm):
    """Đợt khảo sát."""

    questionnaire = forms.ModelChoiceField(
        QuestionnaireVersion.objects.none(),
        label=gettext_lazy("Mẫu phiếu"),
        empty_label=gettext_lazy("Chọn mẫu phiếu"),
        help_text=gettext_lazy("Mẫu đã công bố của Mặt trận. Mở đợt rồi thì mẫu không đổi nữa."),
    )
    title = SafeCharField(
        label=gettext_lazy("Tên đợt"),
        max_length=200,
        help_text=gettext_lazy("Người trả lời đọc tên này. Ví dụ: Ông/bà được phục vụ thế nào tại bộ phận một cửa"),
    )
    title_en = SafeCharField(label=gettext_lazy("Tên bằng tiếng Anh"), max_length=200, required=False)
    purpose = SafeTextField(
        label=gettext_lazy("Mục đích"),
        max_length=1_000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=gettext_lazy("Một, hai câu cho người trả lời: hỏi để làm gì, kết quả công bố ở đâu"),
    )
    first_day = forms.DateField(label=gettext_lazy("Từ ngày"), help_text=gettext_lazy("Ví dụ 15/04/2020"))
    last_day = forms.DateField(label=gettext_lazy("Đến hết ngày"), help_text=gettext_lazy("Qua ngày này, đợt tự đóng."))
    error = forms.DecimalField(
        label=gettext_lazy("Sai số cho phép (%)"),
        min_value=Decimal(1),
        max_value=Decimal(20),
        max_digits=4,
        decimal_places=2,
        localize=True,
        initial=Decimal(5),
        widget=forms.TextInput(attrs=SMALL),
        help_text=gettext_lazy("Dùng để tính số phiếu cần. Thường là 5%."),
    )
    ways = forms.MultipleChoiceField(
        label=gettext_lazy("Cách trả lời"),
        choices=Way.choices,
        initial=[Way.COUNTER.value],
        widget=forms.CheckboxSelectMultiple,
    )
    live = forms.BooleanField(
        label=gettext_lazy("Cho mọi người xem kết quả ngay khi đang lấy phiếu"),
        required=False,
        help_text=gettext_lazy("Con số chỉ nhích lên theo từng chục phiếu, để không ai đoán được phiếu của ai."),
    )

    def __init__(self, *args: Any, fronts: Iterable[int], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        field = self.fields["questionnaire"]
        assert isinstance(field, forms.ModelChoiceField)
        field.queryset = QuestionnaireVersion.objects.filter(front_id__in=fronts, published_at__isnull=False)

    def plan(self) -> Plan:
        """What was typed, as the service takes it."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "version"}
        return Plan(**told | {"ways": tuple(Way(way) for way in told["ways"])})


def typed_of(round_: SurveyRound) -> dict[str, Any]:
    """A draft as its form shows it."""
    names = (
        "questionnaire",
        "title",
        "title_en",
        "purpose",
        "first_day",
        "last_day",
        "error",
        "ways",
        "live",
        "version",
    )
    return {name: getattr(round_, name) for name in names}


class StratumForm(VersionForm):
    """Thêm một dòng vào khung mẫu."""

    counter = forms.ChoiceField(label=gettext_lazy("Quầy"), widget=PlainSelect)
    procedure = SafeCharField(
        label=gettext_lazy("Thủ tục"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Bỏ trống nếu khảo sát chung mọi thủ tục của quầy."),
    )

    def __init__(self, *args: Any, counters: Iterable[CounterPoint], **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.counters = {counter.code: counter for counter in counters}
        field = self.fields["counter"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", _("Chọn quầy")), *((code, counter_words(one)) for code, one in self.counters.items())]


def counter_words(counter: CounterPoint) -> str:
    """A counter as people know it."""
    return f"{counter.unit.short_name} · {counter.label} ({counter.code})"


NUMBERS: Mapping[str, Any] = {
    "population": gettext_lazy("Số lượt trong kỳ (N)"),
    "target": gettext_lazy("Số phiếu cần"),
    "quota": gettext_lazy("Nhận tối đa"),
}


class NumbersForm(VersionForm):
    """Các con số của khung mẫu, mỗi dòng ba ô."""

    def __init__(self, strata: Iterable[Stratum], *args: Any, only_quota: bool, **kwargs: Any) -> None:
        self.strata = list(strata)
        self.shown = ["quota"] if only_quota else list(NUMBERS)
        kwargs.setdefault("label_suffix", "")
        kwargs["initial"] = kwargs.get("initial", {}) | {
            f"{name}-{stratum.pk}": getattr(stratum, name) for stratum in self.strata for name in self.shown
        }
        super().__init__(*args, **kwargs)
        for stratum in self.strata:
            for name in self.shown:
                self.fields[f"{name}-{stratum.pk}"] = forms.IntegerField(
                    label=f"{NUMBERS[name]}, {stratum.counter.code} {stratum.procedure}".strip(),
                    min_value=0 if name == "population" else 1,
                    max_value=MOST_PEOPLE,
                    required=False,
                    localize=True,
                    widget=forms.TextInput(attrs=SMALL),
                )

    def numbers(self) -> dict[int, Numbers]:
        """What was typed, by the keys of strata."""
        return {
            stratum.pk: Numbers(**{name: self.cleaned_data.get(f"{name}-{stratum.pk}") for name in self.shown})
            for stratum in self.strata
        }

    def rows(self) -> list[tuple[Stratum, list[tuple[Any, forms.BoundField]]]]:
        """Each stratum with its fields and their short names, for the table."""
        return [(one, [(NUMBERS[name], self[f"{name}-{one.pk}"]) for name in self.shown]) for one in self.strata]


class FrameRowsForm(VersionForm):
    """Khung mẫu từ bảng tính."""

    table = forms.FileField(
        label=gettext_lazy("Tệp Excel (.xlsx)"),
        required=False,
        help_text=gettext_lazy("Lấy trang tính đầu tiên. Nội dung mới thay toàn bộ khung mẫu của bản nháp."),
        error_messages={"empty": gettext_lazy("Tệp này trống.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )
    text = SafeTextField(
        label=gettext_lazy("Hoặc các ô chép từ Excel"),
        required=False,
        strip=False,
        widget=forms.Textarea(attrs={"rows": 10}),
        help_text=gettext_lazy("Chọn các ô trong Excel, chép, rồi dán vào đây; hàng đầu có thể là tên cột."),
    )


def strata_field(strata: Iterable[Stratum]) -> forms.ChoiceField:
    """A choice among the strata of a round."""
    choices = [(str(one.pk), stratum_words(one)) for one in strata]
    return forms.ChoiceField(
        label=gettext_lazy("Quầy, thủ tục"), choices=[("", gettext_lazy("Chọn quầy")), *choices], widget=PlainSelect
    )


def stratum_words(stratum: Stratum) -> str:
    """A stratum as a list names it."""
    place = f"{stratum.unit.short_name} ({stratum.counter.code})"
    return f"{place} · {stratum.procedure}" if stratum.procedure else place


class ContactsForm(forms.Form):
    """Người từ chối, người không gặp trong một ngày."""

    on = forms.DateField(label=gettext_lazy("Ngày"), help_text=gettext_lazy("Ví dụ 15/04/2020"))
    way = forms.ChoiceField(
        label=gettext_lazy("Đã mời trả lời bằng cách nào"),
        choices=[(way.value, way.label) for way in count_contacts.ASKING],
    )
    outcome = forms.ChoiceField(label=gettext_lazy("Kết quả"), choices=ContactOutcome.choices)
    count = forms.IntegerField(
        label=gettext_lazy("Số người"),
        min_value=-count_contacts.MOST,
        max_value=count_contacts.MOST,
        widget=forms.TextInput(attrs=SMALL),
        help_text=gettext_lazy("Cộng thêm vào số đã ghi của ngày ấy. Ghi thừa thì nhập số âm để bớt đi."),
    )

    def __init__(self, strata: Iterable[Stratum], *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields = {"stratum": strata_field(strata), **self.fields}


class InviteForm(VersionForm):
    """Làm giấy mời."""

    count = forms.IntegerField(
        label=gettext_lazy("Số giấy mời"),
        min_value=1,
        max_value=invite.MOST,
        widget=forms.TextInput(attrs=SMALL),
        help_text=gettext_lazy("Mỗi lần nhiều nhất 200 giấy. Mã chỉ có trong tệp tải về lần này; không xem lại được."),
    )

    def __init__(self, strata: Iterable[Stratum], *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("label_suffix", "")
        super().__init__(*args, **kwargs)
        self.fields = {"stratum": strata_field(strata), **self.fields}
