"""Questions as fields of a page, and what the page sends back as domain/questionnaire checks it.

A question's field is `q-<code>`, a line of a matrix or a choice of a ranking has `q-<code>-<line>`. The parts of the page
are in templates/surveys/answering; none of them needs a script.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext as _

from vidan.domain.questionnaire.answers import Wrong, choices_in_order, in_order
from vidan.domain.questionnaire.form import LEVELS, Choice, Kind, Question, Questionnaire, Section
from vidan.foundation.intake.fields import clean_text
from vidan.surveys import questionnaire_words
from vidan.surveys.answer_errors import limit_words, wrong_words
from vidan.surveys.questionnaire_words import condition_words, in_words

Typed = MultiValueDict[str, str]
"""What a page sent, as request.POST is."""

TEMPLATES = {
    Kind.SINGLE: "choices",
    Kind.MULTIPLE: "choices",
    Kind.SCALE: "scale",
    Kind.MATRIX: "matrix",
    Kind.RANKING: "ranking",
    Kind.NUMBER: "typed",
    Kind.DATE: "typed",
    Kind.SHORT: "typed",
    Kind.LONG: "written",
}


@dataclass(frozen=True)
class Option:
    """One answer that may be chosen."""

    id: str
    value: str
    label: str
    chosen: bool


@dataclass(frozen=True)
class Row:
    """A line of a matrix, or a choice of a ranking, with the answers it may have."""

    name: str
    label: str
    options: list[Option]
    wrong: bool


@dataclass(frozen=True)
class Asked:
    """One question as it stands on a page; `focus` is the id that a link to it leads to."""

    question: Question
    name: str
    focus: str
    label: str
    hint: str
    rule: str
    when: str
    error: str
    value: str
    options: list[Option]
    rows: list[Row]

    @property
    def template(self) -> str:
        """The part of the page that draws it."""
        return f"surveys/answering/{TEMPLATES[self.question.kind]}.html"

    @property
    def input_type(self) -> str:
        """Whether one or several options are taken."""
        return "checkbox" if self.question.kind == Kind.MULTIPLE else "radio"

    @property
    def keyboard(self) -> str:
        """What a telephone offers to type with."""
        return {Kind.NUMBER: "decimal", Kind.DATE: "numeric"}.get(self.question.kind, "text")

    @property
    def show_if(self) -> str:
        """The conditions as JSON, for a script that shows and hides."""
        told = [{"question": one.question, "asks": one.asks, "values": one.values} for one in self.question.show_if]
        return json.dumps(told) if told else ""


@dataclass(frozen=True)
class AskedSection:
    """A section as it stands on a page."""

    code: str
    title: str
    questions: list[Asked]


def ask(
    sections: Iterable[Section],
    *,
    form: Questionnaire,
    typed: Typed | None = None,
    wrong: Mapping[str, Wrong] | None = None,
    seed: str = "",
) -> list[AskedSection]:
    """The sections of a form for one page, each question with what was typed and what is wrong with it.

    The same seed gives the same order of what is shuffled. Sections may hold fewer questions than those of the form.
    """
    known = {question.code: question for question in form.questions()}
    typed, wrong = typed or MultiValueDict(), wrong or {}
    return [
        AskedSection(
            section.code,
            in_words(section.title),
            [_asked(one, known, typed, wrong.get(one.code), seed) for one in in_order(section, seed)],
        )
        for section in sections
    ]


def mistakes(sections: Iterable[AskedSection]) -> list[Asked]:
    """The questions whose answer cannot be taken, in the order of the page: what the summary at its top names."""
    return [one for section in sections for one in section.questions if one.error]


def parse_post(form: Questionnaire, data: Typed) -> dict[str, object]:
    """What a page sent, as check() takes it; what is not a field of the form is left out."""
    return {question.code: _given(question, data) for question in form.questions()}


def _given(question: Question, data: Typed) -> object:
    name = f"q-{question.code}"
    match question.kind:
        case Kind.MATRIX:
            return {line.code: clean_text(data.get(f"{name}-{line.code}") or "").strip() for line in question.lines}
        case Kind.RANKING:
            return _ranked(question, data)
        case Kind.MULTIPLE:
            return [clean_text(one) for one in data.getlist(name)]
        case _:
            text = clean_text(data.get(name) or "")
            return text if question.kind == Kind.LONG else " ".join(text.split())


def _ranked(question: Question, data: Typed) -> list[str]:
    """The choices by their places. Two at one place are told as one that is there twice, which check() names as it is."""
    places = {choice.code: (data.get(f"q-{question.code}-{choice.code}") or "").strip() for choice in question.choices}
    told = {code: place for code, place in places.items() if place}
    known = [str(n) for n in range(1, len(question.choices) + 1)]
    if set(told.values()) - set(known):
        return ["?"]
    if len(set(told.values())) < len(told):
        return [next(iter(told))] * 2
    return sorted(told, key=lambda code: known.index(told[code]))


def _asked(question: Question, known: Mapping[str, Question], typed: Typed, wrong: Wrong | None, seed: str) -> Asked:
    name = f"q-{question.code}"
    options, rows = _options(question, name, typed, seed), _rows(question, name, typed, wrong, seed)
    drawn = [*options, *(row.options[0] for row in sorted(rows, key=lambda row: not row.wrong))]
    return Asked(
        question=question,
        name=name,
        focus=drawn[0].id if drawn and question.kind != Kind.RANKING else rows[0].name if rows else name,
        label=in_words(question.label),
        hint=in_words(question.hint),
        rule=limit_words(question),
        when=condition_words(question.show_if, known),
        error=wrong_words(question, wrong) if wrong else "",
        value=typed.get(name) or "",
        options=options,
        rows=rows,
    )


def _options(question: Question, name: str, typed: Typed, seed: str) -> list[Option]:
    chosen = typed.getlist(name)
    if question.kind == Kind.SCALE:
        return _levels(name, chosen)
    if question.kind not in (Kind.SINGLE, Kind.MULTIPLE):
        return []
    return [
        Option(f"{name}-{choice.code}", choice.code, in_words(choice.label), choice.code in chosen)
        for choice in choices_in_order(question, seed)
    ]


def _rows(question: Question, name: str, typed: Typed, wrong: Wrong | None, seed: str) -> list[Row]:
    if question.kind not in (Kind.MATRIX, Kind.RANKING):
        return []
    return [_row(question, line, f"{name}-{line.code}", typed, wrong) for line in choices_in_order(question, seed)]


def _row(question: Question, line: Choice, name: str, typed: Typed, wrong: Wrong | None) -> Row:
    chosen = typed.getlist(name)
    if question.kind == Kind.MATRIX:
        return Row(name, in_words(line.label), _levels(name, chosen), bool(wrong) and not any(chosen))
    places = [("", _("chưa xếp")), *((str(n), str(n)) for n in range(1, len(question.choices) + 1))]
    options = [Option(f"{name}-{place}", place, label, place in chosen) for place, label in places]
    return Row(name, in_words(line.label), options, bool(wrong))


def _levels(name: str, chosen: list[str]) -> list[Option]:
    return [Option(f"{name}-{one}", one, str(questionnaire_words.LEVELS[one]), one in chosen) for one in LEVELS]
