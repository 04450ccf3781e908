"""A paper as a typist keys it (nhập phiếu giấy): choices by their numbers in the form, and where two typists differ."""

import re
from collections.abc import Mapping

from vidan.domain.questionnaire.answers import Answer, items
from vidan.domain.questionnaire.form import WITH_CHOICES, Kind, Question, Questionnaire

Keyed = Mapping[str, str]
"""What stands in each place, by the codes of items: a question, or a line of a matrix (`question.line`)."""

UNKNOWN = "?"
"""No choice has this code: what was keyed is none of the numbers."""


def read_keyed(form: Questionnaire, keyed: Keyed) -> dict[str, object]:
    """What check() is given for it."""
    return {question.code: _given(question, keyed) for question in form.questions()}


def as_keyed(form: Questionnaire, answers: Mapping[str, Answer]) -> dict[str, str]:
    """What a typist keys to give these answers; every item has its place."""
    return {item.code: _keyed(item.question, item.line.code if item.line else "", answers) for item in items(form)}


def differing(first: Keyed, second: Keyed) -> list[str]:
    """The places where two typists read the paper otherwise, in the order of the form."""
    return [place for place in first if first[place] != second.get(place, "")]


def _given(question: Question, keyed: Keyed) -> object:
    if question.kind == Kind.MATRIX:
        return {line.code: keyed.get(f"{question.code}.{line.code}", "").strip() for line in question.lines}
    text = keyed.get(question.code, "").strip()
    if question.kind == Kind.SINGLE:
        return _choice(question, text) if text else ""
    if question.kind in WITH_CHOICES:
        return [_choice(question, one) for one in re.split(r"[\s,.;+]+", text) if one]
    return text


def _choice(question: Question, number: str) -> str:
    known = {str(n): choice.code for n, choice in enumerate(question.choices, start=1)}
    return known.get(number, UNKNOWN)


def _keyed(question: Question, line: str, answers: Mapping[str, Answer]) -> str:
    answer = answers.get(question.code, "")
    if isinstance(answer, dict):
        return answer.get(line, "")
    if isinstance(answer, str) and question.kind not in WITH_CHOICES:
        return answer
    numbers = {choice.code: str(n) for n, choice in enumerate(question.choices, start=1)}
    return " ".join(numbers[code] for code in ([answer] if isinstance(answer, str) else answer) if code in numbers)
