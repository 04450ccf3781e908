"""Keying a paper: a short field for each place of it, and deciding where two typists differ."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from vidan.domain.questionnaire.answers import LONGEST, Item, check, items
from vidan.domain.questionnaire.form import IN_WORDS, WITH_CHOICES, Kind, Questionnaire
from vidan.domain.questionnaire.keyed import read_keyed
from vidan.foundation.intake.fields import SafeCharField, SafeTextField
from vidan.surveys.answer_errors import wrong_words
from vidan.surveys.forms.rounds import strata_field, stratum_words
from vidan.surveys.models import Stratum, SurveyRound
from vidan.surveys.questionnaire_words import plain
from vidan.surveys.services.count_contacts import OUTSIDE
from vidan.surveys.services.key_paper import DAY, STRATUM, PaperEntry, tidied

LARGEST = 999_999


class PaperForm(forms.Form):
    """Phiếu giấy: số, nơi, ngày, rồi từng chỗ của phiếu theo thứ tự trên giấy."""

    number = forms.IntegerField(
        label=_("Số trên phiếu"),
        min_value=1,
        max_value=LARGEST,
        widget=forms.TextInput(attrs={"inputmode": "numeric", "autocomplete": "off", "autofocus": True}),
    )
    on = forms.DateField(label=_("Ngày trả lời"), help_text=_("Ngày ghi trên phiếu, ví dụ 13/03/2018."))

    def __init__(
        self,
        typed: Any,
        *,
        round_: SurveyRound,
        form: Questionnaire,
        strata: Iterable[Stratum],
        today: date,
        initial: Mapping[str, Any] | None = None,
    ) -> None:
        super().__init__(typed, label_suffix="", initial=dict(initial or {}))
        self.round, self.form, self.today = round_, form, today
        self.fields = {"number": self.fields["number"], STRATUM: strata_field(strata), DAY: self.fields[DAY]}
        self.fields |= {f"q-{item.code}": key_field(item) for item in items(form)}

    def clean(self) -> dict[str, Any]:
        """The answers are sound, whatever is left open; the day lies in the round."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        day = told.get(DAY)
        if day and not self.round.first_day <= day <= min(self.today, self.round.last_day):
            self.add_error(DAY, str(OUTSIDE))
        for name, sentence in faults(self.form, self._keyed(told)).items():
            if name not in self.errors:
                self.add_error(name, sentence)
        return told

    def entry(self) -> PaperEntry:
        """What the valid form says."""
        told = self.cleaned_data
        return PaperEntry(int(told[STRATUM]), told[DAY], tidied(self.form, self._keyed(told)))

    def sections(self) -> Iterator[tuple[str, list[forms.BoundField]]]:
        """The fields of each section of the paper."""
        for section in self.form.sections:
            codes = {question.code for question in section.questions}
            here = [self[f"q-{item.code}"] for item in items(self.form) if item.question.code in codes]
            yield plain(section.title), here

    @staticmethod
    def _keyed(told: Mapping[str, Any]) -> dict[str, str]:
        return {name.removeprefix("q-"): str(said) for name, said in told.items() if name.startswith("q-")}


def key_field(item: Item) -> forms.CharField:
    """The field of one place: choices and levels are keyed by their numbers."""
    question = item.question
    label = f"{plain(question.label)} · {plain(item.line.label)}" if item.line else plain(question.label)
    if question.kind == Kind.LONG:
        return SafeTextField(
            label=label, max_length=LONGEST[Kind.LONG], required=False, widget=forms.Textarea(attrs={"rows": 2})
        )
    attrs = {"autocomplete": "off", "inputmode": "text" if question.kind in IN_WORDS else "decimal"}
    longest = LONGEST.get(question.kind, 100)
    widget = forms.TextInput(attrs=attrs | {"class": "" if question.kind == Kind.SHORT else "short"})
    return SafeCharField(label=label, max_length=longest, required=False, widget=widget, help_text=numbers(item))


def numbers(item: Item) -> str:
    """Which number stands for what."""
    if item.is_scale:
        return str(_("1 rất không hài lòng … 5 rất hài lòng"))
    if item.question.kind not in WITH_CHOICES:
        return ""
    told = " · ".join(f"{n} {plain(choice.label)}" for n, choice in enumerate(item.question.choices, start=1))
    match item.question.kind:
        case Kind.MULTIPLE:
            return str(_("Các số cách nhau một dấu trống: %(choices)s")) % {"choices": told}
        case Kind.RANKING:
            return str(_("Các số theo thứ tự, đứng đầu trước: %(choices)s")) % {"choices": told}
    return told


def faults(form: Questionnaire, keyed: Mapping[str, str]) -> dict[str, str]:
    """What cannot be an answer, by the name of the field."""
    wrong = check(form, read_keyed(form, keyed)).wrong
    places = {item.question.code: f"q-{item.code}" for item in reversed(items(form))}
    known = {question.code: question for question in form.questions()}
    return {places[code]: wrong_words(known[code], why) for code, why in wrong.items()}


@dataclass(frozen=True)
class Differing:
    """One place where two entries differ, as the page shows it."""

    label: str
    hint: str
    first: str
    second: str
    pick: forms.BoundField
    other: forms.BoundField | None


FIRST, SECOND, OTHER = "first", "second", "other"


class DecideForm(forms.Form):
    """Quyết định: with the paper in hand, which of two entries is right in each place, or what stands there."""

    def __init__(
        self,
        typed: Any,
        *,
        form: Questionnaire,
        strata: Iterable[Stratum],
        entries: tuple[PaperEntry, PaperEntry],
        places: Iterable[str],
    ) -> None:
        super().__init__(typed, label_suffix="")
        self.form, self.entries = form, entries
        self.strata = {one.pk: stratum_words(one) for one in strata}
        self.items = {f"q-{item.code}": item for item in items(form)}
        self.places = list(places)
        for place in self.places:
            item = self.items.get(place)
            ways = [(FIRST, _("Lần một đúng")), (SECOND, _("Lần hai đúng"))]
            if item:
                ways.append((OTHER, _("Cả hai sai, ghi lại")))
                self.fields[f"o-{place}"] = key_field(item)
                self.fields[f"o-{place}"].label = _("Ghi lại theo phiếu giấy")
            self.fields[f"c-{place}"] = forms.ChoiceField(
                label=key_field(item).label if item else LABELS[place], choices=ways, widget=forms.RadioSelect
            )

    def clean(self) -> dict[str, Any]:
        """The paper as it was decided is sound."""
        told: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors:
            for place, sentence in faults(self.form, self._keyed()).items():
                self.add_error(f"c-{place}" if f"c-{place}" in self.fields else None, sentence)
        return told

    def decided(self) -> PaperEntry:
        """What the valid form says."""
        around = {name: getattr(self._chosen(name), name) for name in (STRATUM, DAY)}
        return PaperEntry(keyed=tidied(self.form, self._keyed()), **around)

    def rows(self) -> Iterator[Differing]:
        """Each place that differs."""
        for place in self.places:
            item = self.items.get(place)
            first, second = (self._words(entry, place) for entry in self.entries)
            other = self[f"o-{place}"] if item else None
            pick = self[f"c-{place}"]
            yield Differing(str(pick.label), numbers(item) if item else "", first, second, pick, other)

    def _keyed(self) -> dict[str, str]:
        keyed = dict(self.entries[0].keyed)
        for place in self.places:
            if place not in self.items:
                continue
            code = place.removeprefix("q-")
            is_other = self.cleaned_data[f"c-{place}"] == OTHER
            keyed[code] = self.cleaned_data[f"o-{place}"] if is_other else self._chosen(place).keyed.get(code, "")
        return keyed

    def _chosen(self, place: str) -> PaperEntry:
        return self.entries[self.cleaned_data.get(f"c-{place}") == SECOND]

    def _words(self, entry: PaperEntry, place: str) -> str:
        if place == STRATUM:
            return self.strata.get(entry.stratum, "")
        if place == DAY:
            return f"{entry.on:%d/%m/%Y}"
        said = entry.keyed.get(place.removeprefix("q-"), "")
        is_day = said and self.items[place].question.kind == Kind.DATE
        return f"{date.fromisoformat(said):%d/%m/%Y}" if is_day else said


LABELS = {STRATUM: _("Quầy, thủ tục"), DAY: _("Ngày trả lời")}
