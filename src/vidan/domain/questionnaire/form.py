"""A questionnaire (mẫu phiếu): sections of questions, when each is shown, and what is wrong with one that was written."""

import re
from collections.abc import Container, Iterator
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum


class Kind(StrEnum):
    """What is asked for."""

    SINGLE = "single"
    MULTIPLE = "multiple"
    SCALE = "scale"
    MATRIX = "matrix"
    NUMBER = "number"
    DATE = "date"
    SHORT = "short"
    LONG = "long"
    RANKING = "ranking"


WITH_CHOICES = frozenset({Kind.SINGLE, Kind.MULTIPLE, Kind.RANKING})
IN_WORDS = frozenset({Kind.SHORT, Kind.LONG})

LEVELS = ("1", "2", "3", "4", "5")
"""From rất không hài lòng to rất hài lòng."""


class Factor(StrEnum):
    """What part of the service a scale is about (yếu tố): the five of the satisfaction index."""

    ACCESS = "access"
    PROCEDURE = "procedure"
    OFFICIALS = "officials"
    RESULT = "result"
    FEEDBACK = "feedback"


class Asks(StrEnum):
    """How a condition looks at an earlier answer."""

    IS = "is"
    IS_NOT = "is_not"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"


@dataclass(frozen=True)
class Text:
    """A text in Vietnamese and, where somebody wrote it, in English."""

    vi: str
    en: str = ""


@dataclass(frozen=True)
class Condition:
    """One look at an earlier answer. IS holds when the answer is, or among several holds, one of the values."""

    question: str
    asks: Asks
    values: tuple[str, ...]


@dataclass(frozen=True)
class Choice:
    """One of the answers that may be chosen, or one line of a matrix; a line may have a factor."""

    code: str
    label: Text
    factor: Factor | None = None


@dataclass(frozen=True)
class Question:
    """One question. It is shown when all of `show_if` hold; `shuffle` lets the choices or lines stand in any order.

    `least` and `most` bound a number, and how many choices of several may be taken.
    """

    code: str
    kind: Kind
    label: Text
    hint: Text = Text("")
    required: bool = False
    show_if: tuple[Condition, ...] = ()
    choices: tuple[Choice, ...] = ()
    lines: tuple[Choice, ...] = ()
    factor: Factor | None = None
    shuffle: bool = False
    least: Decimal | None = None
    most: Decimal | None = None


@dataclass(frozen=True)
class Section:
    """A group of questions; with `shuffle` they stand in any order."""

    code: str
    title: Text
    questions: tuple[Question, ...] = ()
    shuffle: bool = False


@dataclass(frozen=True)
class Questionnaire:
    """The whole form."""

    title: Text
    sections: tuple[Section, ...] = ()

    def questions(self) -> Iterator[Question]:
        """All questions in their order."""
        for section in self.sections:
            yield from section.questions


class Fault(StrEnum):
    """What keeps a questionnaire from being published."""

    EMPTY = "empty"
    BAD_CODE = "bad_code"
    CODE_TWICE = "code_twice"
    NO_LABEL = "no_label"
    NO_CHOICES = "no_choices"
    NO_LINES = "no_lines"
    CONDITION_UNKNOWN = "condition_unknown"
    CONDITION_LATER = "condition_later"
    CONDITION_VALUE = "condition_value"
    SHUFFLED_CONDITION = "shuffled_condition"
    BOUNDS = "bounds"
    TOO_LONG = "too_long"


@dataclass(frozen=True)
class Found:
    """A fault and the code of the section, question or choice that has it; for a choice, also the question it is of."""

    fault: Fault
    code: str
    question: str = ""


CODE = re.compile(r"[a-z][a-z0-9_]{0,19}")
"""What a code may be; it stands in forms, spreadsheets and open data."""

MOST_FIELDS = 150
"""So many answers one page of a browser can send at once, with room for what else the page sends."""


def fields(question: Question) -> int:
    """How many answers of its own a question may send."""
    return {
        Kind.MULTIPLE: len(question.choices),
        Kind.RANKING: len(question.choices),
        Kind.MATRIX: len(question.lines),
    }.get(question.kind, 1)


def faults(form: Questionnaire) -> list[Found]:
    """Everything that is wrong, in the order of the form."""
    found = [] if any(section.questions for section in form.sections) else [Found(Fault.EMPTY, "")]
    if sum(fields(question) for question in form.questions()) > MOST_FIELDS:
        found.append(Found(Fault.TOO_LONG, ""))
    taken: set[str] = set()
    known: dict[str, Question] = {}
    places = {question.code: section for section in form.sections for question in section.questions}
    for section in form.sections:
        found += _code_faults(section.code, taken)
        found += [] if section.title.vi.strip() else [Found(Fault.NO_LABEL, section.code)]
        taken.add(section.code)
        for question in section.questions:
            found += _code_faults(question.code, taken)
            found += _own_faults(question)
            for condition in question.show_if:
                asked = known.get(condition.question)
                if asked is None:
                    later = condition.question in places
                    found.append(Found(Fault.CONDITION_LATER if later else Fault.CONDITION_UNKNOWN, question.code))
                elif not _fits(asked, condition):
                    found.append(Found(Fault.CONDITION_VALUE, question.code))
                if section.shuffle and places.get(condition.question) is section:
                    found.append(Found(Fault.SHUFFLED_CONDITION, question.code))
            known.setdefault(question.code, question)
            taken.add(question.code)
    return found


def _code_faults(code: str, taken: Container[str], question: str = "") -> list[Found]:
    bad = [] if CODE.fullmatch(code) else [Found(Fault.BAD_CODE, code, question)]
    return [*bad, Found(Fault.CODE_TWICE, code, question)] if code in taken else bad


def _own_faults(question: Question) -> list[Found]:
    found = [] if question.label.vi.strip() else [Found(Fault.NO_LABEL, question.code)]
    if question.kind in WITH_CHOICES and len(question.choices) < 2:
        found.append(Found(Fault.NO_CHOICES, question.code))
    if question.kind == Kind.MATRIX and not question.lines:
        found.append(Found(Fault.NO_LINES, question.code))
    taken: set[str] = set()
    for choice in (*question.choices, *question.lines):
        found += _code_faults(choice.code, taken, question.code)
        found += [] if choice.label.vi.strip() else [Found(Fault.NO_LABEL, choice.code, question.code)]
        taken.add(choice.code)
    if not _bounds_fit(question):
        found.append(Found(Fault.BOUNDS, question.code))
    return found


def _bounds_fit(question: Question) -> bool:
    """Whether the lower bound is below the upper one, and several choices can reach it."""
    least, most = question.least, question.most
    if least is None:
        return question.kind != Kind.MULTIPLE or most is None or most >= 1
    return (most is None or least <= most) and (question.kind != Kind.MULTIPLE or least <= len(question.choices))


def _fits(asked: Question, condition: Condition) -> bool:
    """Whether the condition asks something that the question can answer."""
    if condition.asks in (Asks.AT_LEAST, Asks.AT_MOST):
        return (
            asked.kind in (Kind.SCALE, Kind.NUMBER) and len(condition.values) == 1 and _is_number(condition.values[0])
        )
    if asked.kind in (Kind.SINGLE, Kind.MULTIPLE):
        return bool(condition.values) and {choice.code for choice in asked.choices} >= set(condition.values)
    return asked.kind == Kind.SCALE and bool(condition.values) and set(LEVELS) >= set(condition.values)


def _is_number(text: str) -> bool:
    return re.fullmatch(r"-?\d{1,12}(\.\d{1,6})?", text) is not None
