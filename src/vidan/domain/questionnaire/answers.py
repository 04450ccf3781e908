"""What counts as an answer: which questions are shown, what is wrong with what was given, and what is counted of it."""

import hashlib
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from vidan.domain.questionnaire.form import (
    IN_WORDS,
    LEVELS,
    Asks,
    Choice,
    Condition,
    Factor,
    Kind,
    Question,
    Questionnaire,
    Section,
)

Answer = str | list[str] | dict[str, str]
"""A code, a level, a number, a day or words; several codes (in order, of a ranking); the level of each line of a matrix."""

LONGEST = {Kind.SHORT: 200, Kind.LONG: 2_000}
NOT_ASKED, NO_ANSWER, ANSWERED = "-", "", "+"
"""The values counted for a question that was not shown, one left open, and one answered by a number, a day or words."""


class Wrong(StrEnum):
    """Why an answer cannot be taken."""

    MISSING = "missing"
    NOT_A_CHOICE = "not_a_choice"
    TOO_FEW = "too_few"
    TOO_MANY = "too_many"
    NOT_A_NUMBER = "not_a_number"
    OUT_OF_BOUNDS = "out_of_bounds"
    NOT_A_DAY = "not_a_day"
    TOO_LONG = "too_long"
    RANK_TWICE = "rank_twice"


@dataclass(frozen=True)
class Checked:
    """The answers to the questions that were shown, and what is wrong, both by the code of the question."""

    answers: Mapping[str, Answer]
    wrong: Mapping[str, Wrong]


def shown(question: Question, answers: Mapping[str, Answer]) -> bool:
    """Whether a question is asked after these answers to the questions before it."""
    return all(_holds(condition, answers.get(condition.question)) for condition in question.show_if)


def check(form: Questionnaire, given: Mapping[str, object]) -> Checked:
    """Take what a person, a device or a typist gave, by the codes of questions.

    What belongs to a question that is not shown, or to none, is left out; so is an answer of the wrong shape, as wrong.
    A question whose answer is wrong counts as unanswered for the conditions of later ones.
    """
    answers: dict[str, Answer] = {}
    wrong: dict[str, Wrong] = {}
    for question in form.questions():
        if not shown(question, answers):
            continue
        taken = _read(question, given.get(question.code))
        if isinstance(taken, Wrong):
            wrong[question.code] = taken
        elif question.required and _is_open(question, taken):
            wrong[question.code] = Wrong.MISSING
        elif taken:
            answers[question.code] = taken
    return Checked(answers, wrong)


def nothing_required(form: Questionnaire) -> Questionnaire:
    """The form as somebody fills it in on paper: nothing keeps him from leaving a question open."""
    sections = tuple(
        replace(section, questions=tuple(replace(question, required=False) for question in section.questions))
        for section in form.sections
    )
    return replace(form, sections=sections)


@dataclass(frozen=True)
class Item:
    """One thing that is counted: a question, or a line of a matrix (`question.line`)."""

    code: str
    question: Question
    line: Choice | None = None

    @property
    def factor(self) -> Factor | None:
        """What part of the service it is about."""
        return self.line.factor or self.question.factor if self.line else self.question.factor

    @property
    def is_scale(self) -> bool:
        """Whether its answers are levels."""
        return self.question.kind in (Kind.SCALE, Kind.MATRIX)


def items(form: Questionnaire) -> list[Item]:
    """All that is counted, in the order of the form."""
    return [item for question in form.questions() for item in _items(question)]


def counted(form: Questionnaire, answers: Mapping[str, Answer]) -> Iterator[tuple[str, str]]:
    """What one reply adds to the counts, as pairs of item and value; several choices give several pairs.

    A ranking gives `choice:place` for each choice.
    """
    for question in form.questions():
        if not shown(question, answers):
            yield from ((item.code, NOT_ASKED) for item in _items(question))
            continue
        answer = answers.get(question.code)
        for item in _items(question):
            if isinstance(answer, dict):
                yield item.code, answer.get(item.line.code, NO_ANSWER) if item.line else NO_ANSWER
            elif isinstance(answer, list):
                places = question.kind == Kind.RANKING
                yield from ((item.code, f"{code}:{n}" if places else code) for n, code in enumerate(answer, start=1))
            elif answer and question.kind in (Kind.SINGLE, Kind.SCALE):
                yield item.code, answer
            else:
                yield item.code, ANSWERED if answer else NO_ANSWER


def in_order(section: Section, seed: str) -> list[Question]:
    """The questions of a section as one person sees them; the same seed gives the same order."""
    return (
        sorted(section.questions, key=lambda one: _drawn(seed, one.code))
        if section.shuffle
        else list(section.questions)
    )


def choices_in_order(question: Question, seed: str) -> list[Choice]:
    """The choices, or the lines of a matrix, as one person sees them; the same seed gives the same order."""
    given = question.lines if question.kind == Kind.MATRIX else question.choices
    return sorted(given, key=lambda one: _drawn(seed, question.code, one.code)) if question.shuffle else list(given)


def _drawn(*parts: str) -> bytes:
    return hashlib.sha256("\0".join(parts).encode()).digest()


def _items(question: Question) -> list[Item]:
    if question.kind == Kind.MATRIX:
        return [Item(f"{question.code}.{line.code}", question, line) for line in question.lines]
    return [Item(question.code, question)]


def _is_open(question: Question, taken: Answer | None) -> bool:
    """Whether the answer, or one line of a matrix, is missing."""
    return not taken or (question.kind == Kind.MATRIX and len(taken) < len(question.lines))


def _holds(condition: Condition, answer: Answer | None) -> bool:
    given = set(answer if isinstance(answer, list) else [answer] if isinstance(answer, str) else ())
    match condition.asks:
        case Asks.IS:
            return not given.isdisjoint(condition.values)
        case Asks.IS_NOT:
            return bool(given) and given.isdisjoint(condition.values)
        case Asks.AT_LEAST:
            return any(Decimal(one) >= Decimal(condition.values[0]) for one in given)
        case Asks.AT_MOST:
            return any(Decimal(one) <= Decimal(condition.values[0]) for one in given)


def _read(question: Question, given: object) -> Answer | Wrong | None:
    """The answer; None for none."""
    if question.kind == Kind.MATRIX:
        return _read_lines(question, given)
    if question.kind in (Kind.MULTIPLE, Kind.RANKING):
        return _read_several(question, given)
    if not isinstance(given, str):
        return None if given is None else Wrong.NOT_A_CHOICE
    text = given.strip()
    if not text:
        return None
    match question.kind:
        case Kind.SINGLE:
            return text if text in {choice.code for choice in question.choices} else Wrong.NOT_A_CHOICE
        case Kind.SCALE:
            return text if text in LEVELS else Wrong.NOT_A_CHOICE
        case Kind.NUMBER:
            return _read_number(question, text)
        case Kind.DATE:
            return _read_day(text)
    assert question.kind in IN_WORDS
    return text if len(text) <= LONGEST[question.kind] else Wrong.TOO_LONG


def _read_lines(question: Question, given: object) -> Answer | Wrong | None:
    if given is None:
        return None
    if not isinstance(given, Mapping):
        return Wrong.NOT_A_CHOICE
    told = {line.code: given.get(line.code) or "" for line in question.lines}
    if any(level not in ("", *LEVELS) for level in told.values()):
        return Wrong.NOT_A_CHOICE
    return {code: str(level) for code, level in told.items() if level}


def _read_several(question: Question, given: object) -> Answer | Wrong | None:
    if given is None:
        return None
    if not isinstance(given, list) or not all(isinstance(one, str) for one in given):
        return Wrong.NOT_A_CHOICE
    codes = [choice.code for choice in question.choices]
    told = [one for one in given if one]
    if set(told) - set(codes):
        return Wrong.NOT_A_CHOICE
    if len(set(told)) < len(told):
        return Wrong.RANK_TWICE
    if question.kind == Kind.RANKING:
        return told if len(told) in (0, len(codes)) else Wrong.TOO_FEW
    if told and question.least is not None and len(told) < question.least:
        return Wrong.TOO_FEW
    if question.most is not None and len(told) > question.most:
        return Wrong.TOO_MANY
    return [code for code in codes if code in told]


def _read_number(question: Question, text: str) -> Answer | Wrong:
    plain = text.replace(",", ".")
    if not re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", plain, re.ASCII):
        return Wrong.NOT_A_NUMBER
    number = Decimal(plain)
    low, high = question.least, question.most
    return Wrong.OUT_OF_BOUNDS if (low is not None and number < low) or (high is not None and number > high) else plain


def _read_day(text: str) -> Answer | Wrong:
    iso = re.fullmatch(r"(\d{4})-(\d{2})-(\d{2})", text, re.ASCII)
    found = iso or re.fullmatch(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})", text, re.ASCII)
    if found is None:
        return Wrong.NOT_A_DAY
    year, month, day = found.groups() if iso else reversed(found.groups())
    try:
        return date(int(year), int(month), int(day)).isoformat()
    except ValueError:
        return Wrong.NOT_A_DAY
