"""What is wrong with a questionnaire, and that it comes back from what was written."""

from dataclasses import replace
from decimal import Decimal

import pytest
from tests.domain.questionnaire.test_answers import FORM, choices

from vidan.domain.questionnaire.form import (
    MOST_FIELDS,
    Asks,
    Condition,
    Fault,
    Found,
    Kind,
    Question,
    Questionnaire,
    Section,
    Text,
    faults,
)
from vidan.domain.questionnaire.written import from_written, to_written

YES_NO = Question("came", Kind.SINGLE, Text("Đến?"), choices=choices("yes", "no"))
OPEN = Question("word", Kind.SHORT, Text("Một lời"))


def form(*questions: Question, shuffle: bool = False) -> Questionnaire:
    return Questionnaire(Text("Thử"), (Section("a", Text("Phần"), questions, shuffle),))


def when(question: str, asks: Asks, *values: str) -> Question:
    return replace(OPEN, show_if=(Condition(question, asks, values),))


def test_a_sound_form_has_no_faults() -> None:
    assert faults(FORM) == []


@pytest.mark.parametrize(
    ("wrong", "found"),
    [
        (form(), Found(Fault.EMPTY, "")),
        (form(replace(OPEN, code="Lời")), Found(Fault.BAD_CODE, "Lời")),
        (form(replace(OPEN, code="a" * 21)), Found(Fault.BAD_CODE, "a" * 21)),
        (form(OPEN, OPEN), Found(Fault.CODE_TWICE, "word")),
        (form(replace(OPEN, label=Text(" "))), Found(Fault.NO_LABEL, "word")),
        (form(replace(YES_NO, choices=choices("yes"))), Found(Fault.NO_CHOICES, "came")),
        (form(replace(YES_NO, choices=choices("yes", "yes"))), Found(Fault.CODE_TWICE, "yes", "came")),
        (form(Question("m", Kind.MATRIX, Text("M"))), Found(Fault.NO_LINES, "m")),
        (form(when("gone", Asks.IS, "yes")), Found(Fault.CONDITION_UNKNOWN, "word")),
        (form(when("came", Asks.IS, "yes"), YES_NO), Found(Fault.CONDITION_LATER, "word")),
        (form(YES_NO, when("came", Asks.IS, "maybe")), Found(Fault.CONDITION_VALUE, "word")),
        (form(YES_NO, when("came", Asks.AT_LEAST, "1")), Found(Fault.CONDITION_VALUE, "word")),
        (form(YES_NO, when("came", Asks.IS, "yes"), shuffle=True), Found(Fault.SHUFFLED_CONDITION, "word")),
        (
            form(Question("n", Kind.NUMBER, Text("N"), least=Decimal(3), most=Decimal(2))),
            Found(Fault.BOUNDS, "n"),
        ),
        (
            form(Question("m", Kind.MULTIPLE, Text("M"), choices=choices("x", "y"), least=Decimal(3))),
            Found(Fault.BOUNDS, "m"),
        ),
        (
            form(Question("m", Kind.MULTIPLE, Text("M"), choices=choices("x", "y"), most=Decimal(0))),
            Found(Fault.BOUNDS, "m"),
        ),
        (form(replace(OPEN, code="a")), Found(Fault.CODE_TWICE, "a")),
        (Questionnaire(Text("Thử"), (Section("a", Text(" "), (OPEN,)),)), Found(Fault.NO_LABEL, "a")),
        (form(*(replace(OPEN, code=f"q{n}") for n in range(MOST_FIELDS + 1))), Found(Fault.TOO_LONG, "")),
        (
            form(Question("m", Kind.MATRIX, Text("M"), lines=choices(*(f"l{n}" for n in range(MOST_FIELDS + 1))))),
            Found(Fault.TOO_LONG, ""),
        ),
    ],
)
def test_a_fault_is_found_at_its_place(wrong: Questionnaire, found: Found) -> None:
    assert faults(wrong) == [found]


def test_a_form_comes_back_from_what_was_written() -> None:
    assert from_written(to_written(FORM)) == FORM
