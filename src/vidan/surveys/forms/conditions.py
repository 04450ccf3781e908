"""The form of a condition: what an earlier question must have been answered."""

from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from vidan.domain.questionnaire.form import LEVELS, Asks, Condition, Kind, Question
from vidan.surveys.forms.questionnaires import NumberField, VersionForm
from vidan.surveys.questionnaire_words import LEVELS as LEVEL_WORDS
from vidan.surveys.questionnaire_words import plain

WAYS = {
    Asks.IS: gettext_lazy("là một trong các ý được chọn"),
    Asks.IS_NOT: gettext_lazy("khác tất cả các ý được chọn"),
    Asks.AT_LEAST: gettext_lazy("từ đó trở lên"),
    Asks.AT_MOST: gettext_lazy("từ đó trở xuống"),
}


class ConditionForm(VersionForm):
    """Điều kiện: what an earlier question must have been answered."""

    asks = forms.ChoiceField(label=gettext_lazy("Chỉ hỏi khi câu trả lời"), widget=forms.RadioSelect)
    values = forms.MultipleChoiceField(
        label=gettext_lazy("Những câu trả lời nào"), required=False, widget=forms.CheckboxSelectMultiple
    )
    bound = NumberField(gettext_lazy("Số"))

    def __init__(self, version: int, asked: Question, data: Any = None) -> None:
        super().__init__(data, initial={"version": version}, label_suffix="")
        self.asked = asked
        offered = _answers(asked)
        ways = [one for one in Asks if one in _ways(asked)]
        self._offer("asks", [(one.value, WAYS[one]) for one in ways])
        if not offered:
            del self.fields["values"]
        else:
            self._offer("values", offered)
        if asked.kind != Kind.NUMBER:
            del self.fields["bound"]

    def _offer(self, name: str, choices: list[tuple[str, Any]]) -> None:
        field = self.fields[name]
        assert isinstance(field, forms.ChoiceField)
        field.choices = choices

    def clean(self) -> dict[str, Any]:
        """At least one answer; one only where the answers are compared."""
        told: dict[str, Any] = self.cleaned_data
        if "bound" in self.fields:
            if told.get("bound") is None and "bound" not in self.errors:
                self.add_error("bound", _("Xin ghi một số."))
        elif not told.get("values") and "values" not in self.errors:
            self.add_error("values", _("Xin chọn ít nhất một."))
        elif told.get("asks") in (Asks.AT_LEAST, Asks.AT_MOST) and len(told["values"]) > 1:
            self.add_error("values", _("Chỉ chọn một mức khi so từ mức nào trở lên hoặc trở xuống."))
        return told

    def condition(self) -> Condition:
        """What was typed, of a form without errors."""
        told = self.cleaned_data
        values = tuple(told["values"]) if "values" in told else (f"{told['bound']:f}",)
        return Condition(self.asked.code, Asks(told["asks"]), values)


def may_be_asked_of(question: Question) -> bool:
    """Whether a condition can look at the question's answer."""
    return bool(_ways(question))


def _ways(question: Question) -> frozenset[Asks]:
    if question.kind in (Kind.SINGLE, Kind.MULTIPLE):
        return frozenset({Asks.IS, Asks.IS_NOT})
    if question.kind == Kind.SCALE:
        return frozenset(Asks)
    return frozenset({Asks.AT_LEAST, Asks.AT_MOST}) if question.kind == Kind.NUMBER else frozenset()


def _answers(question: Question) -> list[tuple[str, Any]]:
    if question.kind == Kind.SCALE:
        return [(one, LEVEL_WORDS[one]) for one in LEVELS]
    return [(one.code, plain(one.label)) for one in question.choices]
