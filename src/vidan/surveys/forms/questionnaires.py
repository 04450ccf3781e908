"""The forms of a questionnaire: its title, a section, a question, its choices or lines, a condition, a file."""

from dataclasses import replace
from typing import Any

from django import forms
from django.http import QueryDict
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.questionnaire.edit import codes, free_code, parts
from vidan.domain.questionnaire.form import (
    CODE,
    WITH_CHOICES,
    Choice,
    Factor,
    Kind,
    Question,
    Questionnaire,
    Section,
    Text,
)
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.surveys.questionnaire_words import FACTORS, KINDS

FEW = forms.Textarea(attrs={"rows": 2})
NO_FACTOR = ("", gettext_lazy("Không thuộc yếu tố nào"))
LONGEST_LABEL, MOST_PARTS = 500, 60

ALIKE = (WITH_CHOICES, frozenset({Kind.SHORT, Kind.LONG}))
"""Kinds among which a question may change without losing anything."""

LIMITED = frozenset({Kind.MULTIPLE, Kind.NUMBER})
"""Kinds whose answers have bounds."""


class VersionForm(forms.Form):
    """A form that changes a draft: it says which state of it the person saw."""

    version = forms.IntegerField(min_value=1, max_value=2**31 - 1, widget=forms.HiddenInput)

    def refresh(self, version: int) -> None:
        """Let the next post count on the state that the person sees now; what was typed stays."""
        self.data = {name: self._all(name) for name in self.data} | {"version": str(version)}

    def _all(self, name: str) -> Any:
        """What was sent under a name; of several boxes, all that were ticked."""
        told = self.data.getlist(name) if isinstance(self.data, QueryDict) else self.data[name]
        return told if isinstance(self.fields.get(name), forms.MultipleChoiceField) else self.data[name]


class TitleForm(forms.Form):
    """Tên mẫu phiếu."""

    vi = SafeCharField(label=gettext_lazy("Tên mẫu phiếu"), max_length=200)
    en = SafeCharField(label=gettext_lazy("Tên tiếng Anh"), max_length=200, required=False)

    def text(self) -> Text:
        """What was typed, of a form without errors."""
        return Text(self.cleaned_data["vi"], self.cleaned_data["en"])


class ChangeTitleForm(TitleForm, VersionForm):
    """The same for a draft that is there."""


class CodeField(SafeCharField):
    """Mã: what open data and spreadsheets call it; left empty, it is given."""

    def __init__(self) -> None:
        super().__init__(
            label=gettext_lazy("Mã trong số liệu"),
            required=False,
            max_length=20,
            help_text=gettext_lazy(
                "Chữ thường không dấu, như thoi_gian. Để trống thì phần mềm đặt; sau này không đổi."
            ),
            widget=forms.TextInput(attrs={"class": "short"}),
        )

    def clean(self, value: Any) -> Any:
        """The code, or nothing."""
        code = super().clean(value)
        if code and not CODE.fullmatch(code):
            raise forms.ValidationError(
                _("Mã gồm chữ thường không dấu, chữ số, dấu gạch dưới, bắt đầu bằng chữ."), code="bad_code"
            )
        return code


class NumberField(forms.DecimalField):
    """A number, with the comma of Vietnamese or the dot of English."""

    def __init__(self, label: Any) -> None:
        widget = forms.TextInput(attrs={"class": "short", "inputmode": "decimal"})
        super().__init__(label=label, required=False, max_digits=12, decimal_places=6, widget=widget)

    def to_python(self, value: Any) -> Any:
        """The number, or None."""
        return super().to_python(value.replace(",", ".") if isinstance(value, str) else value)


class SectionForm(VersionForm):
    """Một phần của phiếu."""

    vi = SafeCharField(label=gettext_lazy("Tên phần"), max_length=200)
    en = SafeCharField(label=gettext_lazy("Tên tiếng Anh"), max_length=200, required=False)
    shuffle = forms.BooleanField(
        label=gettext_lazy("Xáo thứ tự câu hỏi"),
        required=False,
        help_text=gettext_lazy("Mỗi người thấy các câu của phần này theo một thứ tự riêng."),
    )
    code = CodeField()

    def __init__(self, version: int, section: Section | None = None, data: Any = None) -> None:
        told = {"vi": section.title.vi, "en": section.title.en, "shuffle": section.shuffle} if section else {}
        super().__init__(data, initial={"version": version, **told}, label_suffix="")
        if section:
            del self.fields["code"]

    def section(self, form: Questionnaire) -> Section:
        """The new section, of a form without errors."""
        told = self.cleaned_data
        code = told["code"] or free_code("p", codes(form))
        return Section(code, Text(told["vi"], told["en"]), shuffle=told["shuffle"])


class QuestionForm(VersionForm):
    """Một câu hỏi; what its kind does not know is not asked."""

    kind = forms.ChoiceField(label=gettext_lazy("Cách trả lời"))
    vi = SafeTextField(label=gettext_lazy("Câu hỏi"), max_length=LONGEST_LABEL, widget=FEW)
    en = SafeTextField(
        label=gettext_lazy("Câu hỏi bằng tiếng Anh"), max_length=LONGEST_LABEL, required=False, widget=FEW
    )
    hint_vi = SafeTextField(
        label=gettext_lazy("Lời chỉ dẫn dưới câu hỏi"), max_length=LONGEST_LABEL, required=False, widget=FEW
    )
    hint_en = SafeTextField(
        label=gettext_lazy("Lời chỉ dẫn bằng tiếng Anh"), max_length=LONGEST_LABEL, required=False, widget=FEW
    )
    lines = SafeTextField(label="", required=False, widget=forms.Textarea(attrs={"rows": 6}))
    factor = forms.ChoiceField(
        label=gettext_lazy("Yếu tố"),
        required=False,
        choices=[NO_FACTOR, *FACTORS.items()],
        help_text=gettext_lazy("Để cộng các câu cùng yếu tố thành một chỉ số."),
    )
    least = NumberField(gettext_lazy("Ít nhất"))
    most = NumberField(gettext_lazy("Nhiều nhất"))
    required = forms.BooleanField(label=gettext_lazy("Bắt buộc trả lời"), required=False)
    shuffle = forms.BooleanField(
        label=gettext_lazy("Xáo thứ tự"),
        required=False,
        help_text=gettext_lazy("Mỗi người thấy các lựa chọn hoặc các dòng theo một thứ tự riêng."),
    )
    code = CodeField()

    def __init__(self, version: int, kind: Kind, question: Question | None = None, data: Any = None) -> None:
        super().__init__(data, initial={"version": version, "kind": kind, **_typed(question)}, label_suffix="")
        alike = next((group for group in ALIKE if kind in group), frozenset({kind})) if question else {kind}
        kinds = self.fields["kind"]
        assert isinstance(kinds, forms.ChoiceField)
        kinds.choices = [(one.value, KINDS[one]) for one in Kind if one in alike]
        if len(alike) == 1:
            kinds.widget = forms.HiddenInput()
        for name in _unknown_to(kind, new=question is None):
            del self.fields[name]
        if "lines" in self.fields:
            self.fields["lines"].label = _("Các dòng") if kind == Kind.MATRIX else _("Các lựa chọn")
            self.fields["lines"].help_text = LINES_HELP

    def clean(self) -> dict[str, Any]:
        """Guidance in English only beside Vietnamese."""
        told: dict[str, Any] = self.cleaned_data
        if told.get("hint_en") and not told.get("hint_vi") and "hint_vi" not in self.errors:
            self.add_error("hint_vi", _("Lời chỉ dẫn có tiếng Anh mà thiếu tiếng Việt."))
        return told

    def clean_lines(self) -> tuple[Choice, ...]:
        """The choices or lines, with codes of their own."""
        return read_parts(self.cleaned_data["lines"])

    def added_to(self, form: Questionnaire) -> Question:
        """A new question for the form, of a form without errors."""
        told = self.cleaned_data
        kind, added = Kind(told["kind"]), told.get("lines", ())
        bare = Question(told["code"] or free_code("q", codes(form)), kind, Text(""))
        return self.changed(replace(bare, lines=added) if kind == Kind.MATRIX else replace(bare, choices=added))

    def changed(self, question: Question) -> Question:
        """The question with what was typed, of a form without errors; it keeps what is not asked here."""
        told = self.cleaned_data
        kind = Kind(told["kind"])
        return replace(
            question,
            kind=kind,
            label=Text(told["vi"], told["en"]),
            hint=Text(told["hint_vi"], told["hint_en"]),
            required=told["required"],
            shuffle=told.get("shuffle", False),
            factor=Factor(told["factor"]) if told.get("factor") else None,
            least=told.get("least") if kind in LIMITED else None,
            most=told.get("most") if kind in LIMITED else None,
        )


LINES_HELP = gettext_lazy("Mỗi dòng một ý. Tiếng Anh, nếu có, viết sau dấu gạch đứng, như: Có | Yes")


def read_parts(text: str, taken: tuple[Choice, ...] = ()) -> tuple[Choice, ...]:
    """Choices or lines, one a row: Vietnamese, then English after a bar. Raises ValidationError."""
    rows = [row.strip() for row in text.splitlines() if row.strip()]
    if len(rows) + len(taken) > MOST_PARTS:
        raise forms.ValidationError(_("Nhiều nhất %(most)d ý.") % {"most": MOST_PARTS}, code="many")
    read: list[Choice] = []
    for row in rows:
        vi, _bar, en = (part.strip() for part in row.partition("|"))
        if not vi or max(len(vi), len(en)) > LONGEST_LABEL:
            raise forms.ValidationError(
                _("Không nhận được dòng: %(row)s") % {"row": row[:80]},
                code="row",
            )
        read.append(Choice(free_code("c", {one.code for one in (*taken, *read)}), Text(vi, en)))
    return tuple(read)


class PartsForm(VersionForm):
    """Thêm lựa chọn hoặc dòng."""

    lines = SafeTextField(label="", widget=forms.Textarea(attrs={"rows": 3}), help_text=LINES_HELP)

    def __init__(self, version: int, question: Question, data: Any = None) -> None:
        super().__init__(data, initial={"version": version}, label_suffix="")
        self.asked = question
        self.fields["lines"].label = _("Thêm dòng") if question.kind == Kind.MATRIX else _("Thêm lựa chọn")

    def clean_lines(self) -> tuple[Choice, ...]:
        """The choices or lines, with codes that none of the question has."""
        return read_parts(self.cleaned_data["lines"], parts(self.asked))


class PartForm(VersionForm):
    """Một lựa chọn, hoặc một dòng của bảng."""

    vi = SafeTextField(label=gettext_lazy("Lời"), max_length=LONGEST_LABEL, widget=FEW)
    en = SafeTextField(label=gettext_lazy("Tiếng Anh"), max_length=LONGEST_LABEL, required=False, widget=FEW)
    factor = forms.ChoiceField(
        label=gettext_lazy("Yếu tố"),
        required=False,
        choices=[("", gettext_lazy("Như cả bảng")), *FACTORS.items()],
    )

    def __init__(self, version: int, question: Question, part: Choice, data: Any = None) -> None:
        told = {"vi": part.label.vi, "en": part.label.en, "factor": part.factor or ""}
        super().__init__(data, initial={"version": version, **told}, label_suffix="")
        self.part = part
        if question.kind != Kind.MATRIX:
            del self.fields["factor"]

    def changed(self) -> Choice:
        """What was typed, of a form without errors."""
        told = self.cleaned_data
        factor = Factor(told["factor"]) if told.get("factor") else None
        return Choice(self.part.code, Text(told["vi"], told["en"]), factor)


def _typed(question: Question | None) -> dict[str, Any]:
    if question is None:
        return {}
    names = ("kind", "factor", "least", "most", "required", "shuffle")
    return {name: getattr(question, name) for name in names} | {
        "vi": question.label.vi,
        "en": question.label.en,
        "hint_vi": question.hint.vi,
        "hint_en": question.hint.en,
    }


def _unknown_to(kind: Kind, *, new: bool) -> set[str]:
    """The fields that a question of this kind does not have."""
    without = set() if new else {"lines", "code"}
    if kind not in WITH_CHOICES | {Kind.MATRIX}:
        without |= {"lines", "shuffle"}
    if kind not in (Kind.SCALE, Kind.MATRIX):
        without.add("factor")
    if kind not in LIMITED:
        without |= {"least", "most"}
    return without


class FileForm(forms.Form):
    """Tệp XLSForm."""

    table = forms.FileField(
        label=gettext_lazy("Tệp XLSForm (.xlsx)"),
        help_text=gettext_lazy("Tệp soạn bằng KoboToolbox, ODK hoặc Excel theo quy ước XLSForm."),
        error_messages={"empty": gettext_lazy("Tệp này trống.")},
        widget=forms.FileInput(attrs={"accept": ".xlsx"}),
    )


class ChangeFileForm(FileForm, VersionForm):
    """The same for a draft that is there."""
