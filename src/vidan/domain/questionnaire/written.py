"""A questionnaire as it is stored and exchanged: plain dictionaries; from_written(to_written(form)) is the form."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from vidan.domain.questionnaire.form import (
    Asks,
    Choice,
    Condition,
    Factor,
    Kind,
    Question,
    Questionnaire,
    Section,
    Text,
)

Written = Mapping[str, Any]


def to_written(form: Questionnaire) -> dict[str, Any]:
    """The dictionary of a form; what is empty is left out."""
    return {"title": _text_to(form.title), "sections": [_section_to(section) for section in form.sections]}


def from_written(written: Written) -> Questionnaire:
    """The form of a dictionary; raises ValueError, KeyError or TypeError for one that is none."""
    return Questionnaire(_text_from(written["title"]), tuple(_section_from(one) for one in written["sections"]))


def question_to(question: Question) -> dict[str, Any]:
    """The dictionary of one question."""
    told: dict[str, Any] = {"code": question.code, "kind": question.kind.value, "label": _text_to(question.label)}
    if question.hint.vi:
        told["hint"] = _text_to(question.hint)
    told |= {name: True for name in ("required", "shuffle") if getattr(question, name)}
    if question.show_if:
        told["show_if"] = [_condition_to(one) for one in question.show_if]
    told |= {
        name: [_choice_to(one) for one in getattr(question, name)]
        for name in ("choices", "lines")
        if getattr(question, name)
    }
    if question.factor:
        told["factor"] = question.factor.value
    return told | {name: f"{bound:f}" for name in ("least", "most") if (bound := getattr(question, name)) is not None}


def question_from(written: Written) -> Question:
    """The question of a dictionary; raises as from_written() does."""
    return Question(
        code=str(written["code"]),
        kind=Kind(written["kind"]),
        label=_text_from(written["label"]),
        hint=_text_from(written.get("hint", {"vi": ""})),
        required=bool(written.get("required", False)),
        show_if=tuple(
            Condition(str(one["question"]), Asks(one["asks"]), tuple(str(value) for value in one["values"]))
            for one in written.get("show_if", ())
        ),
        choices=tuple(_choice_from(one) for one in written.get("choices", ())),
        lines=tuple(_choice_from(one) for one in written.get("lines", ())),
        factor=_factor_from(written),
        shuffle=bool(written.get("shuffle", False)),
        least=Decimal(written["least"]) if "least" in written else None,
        most=Decimal(written["most"]) if "most" in written else None,
    )


def _section_to(section: Section) -> dict[str, Any]:
    told: dict[str, Any] = {"code": section.code, "title": _text_to(section.title)}
    told |= {"shuffle": True} if section.shuffle else {}
    return told | {"questions": [question_to(question) for question in section.questions]}


def _section_from(written: Written) -> Section:
    questions = tuple(question_from(one) for one in written["questions"])
    return Section(str(written["code"]), _text_from(written["title"]), questions, bool(written.get("shuffle", False)))


def _condition_to(one: Condition) -> dict[str, Any]:
    return {"question": one.question, "asks": one.asks.value, "values": list(one.values)}


def _choice_to(choice: Choice) -> dict[str, Any]:
    told: dict[str, Any] = {"code": choice.code, "label": _text_to(choice.label)}
    return told | ({"factor": choice.factor.value} if choice.factor else {})


def _choice_from(written: Written) -> Choice:
    return Choice(str(written["code"]), _text_from(written["label"]), _factor_from(written))


def _factor_from(written: Written) -> Factor | None:
    return Factor(written["factor"]) if written.get("factor") else None


def _text_to(text: Text) -> dict[str, str]:
    return {"vi": text.vi, "en": text.en} if text.en else {"vi": text.vi}


def _text_from(written: Written) -> Text:
    return Text(str(written["vi"]), str(written.get("en", "")))
