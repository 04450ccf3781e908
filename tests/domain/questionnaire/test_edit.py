"""Each change of a questionnaire does what it says and nothing else."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.domain.questionnaire.test_answers import FORM, choices, question

from vidan.domain.questionnaire.edit import (
    CodeTaken,
    NotEmpty,
    NotThere,
    add_condition,
    add_parts,
    add_question,
    add_section,
    change_part,
    change_question,
    change_section,
    codes,
    free_code,
    move_part,
    move_question,
    move_section,
    parts,
    remove_condition,
    remove_part,
    remove_question,
    remove_section,
)
from vidan.domain.questionnaire.form import Asks, Choice, Condition, Kind, Question, Questionnaire, Section, Text

SECOND = Section("b", Text("Phần hai"), (Question("last", Kind.SHORT, Text("Sau cùng")),))
TWO = add_section(FORM, SECOND)
NEW = Question("new", Kind.SHORT, Text("Mới"))


def order(form: Questionnaire) -> list[list[str]]:
    return [[one.code for one in section.questions] for section in form.sections]


def test_a_section_is_added_at_the_end() -> None:
    assert TWO.sections == (*FORM.sections, SECOND)


@pytest.mark.parametrize("code", ["a", "came"])
def test_a_section_or_question_cannot_take_a_code_that_is_taken(code: str) -> None:
    with pytest.raises(CodeTaken):
        add_section(FORM, Section(code, Text("x")))
    with pytest.raises(CodeTaken):
        add_question(FORM, "a", replace(NEW, code=code))


def test_a_section_keeps_its_questions_when_its_title_changes() -> None:
    changed = change_section(FORM, "a", Text("Khác"), shuffle=True).sections[0]
    assert (changed.title.vi, changed.shuffle, changed.questions) == ("Khác", True, FORM.sections[0].questions)


def test_only_an_empty_section_is_taken_away() -> None:
    with pytest.raises(NotEmpty):
        remove_section(TWO, "b")
    assert remove_section(remove_question(TWO, "last"), "b") == FORM


def test_sections_change_places() -> None:
    assert [one.code for one in move_section(TWO, "b", -1).sections] == ["b", "a"]
    assert move_section(TWO, "a", -1) == TWO


def test_a_question_is_added_at_the_end_of_its_section() -> None:
    assert order(add_question(TWO, "a", NEW))[0][-1] == "new"


def test_a_question_keeps_its_code_whatever_changes() -> None:
    changed = change_question(FORM, "word", lambda one: replace(one, code="other", label=Text("Khác")))
    assert order(changed) == order(FORM)
    assert [one.label.vi for one in changed.questions()][-1] == "Khác"


@pytest.mark.parametrize(
    ("code", "step", "then"),
    [
        ("times", -1, [["times", "came"], ["last"]]),
        ("came", 1, [["times", "came"], ["last"]]),
        ("times", 1, [["came"], ["times", "last"]]),
        ("last", -1, [["came", "times", "last"], []]),
        ("came", -1, [["came", "times"], ["last"]]),
        ("last", 1, [["came", "times"], ["last"]]),
    ],
)
def test_a_question_moves_within_its_section_and_into_the_next(code: str, step: int, then: list[list[str]]) -> None:
    first = FORM.sections[0]
    form = Questionnaire(Text("x"), (replace(first, questions=first.questions[:2]), SECOND))
    assert order(move_question(form, code, step)) == then


def test_choices_are_added_changed_moved_and_taken_away() -> None:
    asked = add_parts(question("why"), choices("w"))
    assert [one.code for one in asked.choices] == ["x", "y", "z", "w"]
    asked = move_part(change_part(asked, Choice("w", Text("Khác"))), "w", -1)
    assert [one.label.vi for one in asked.choices] == ["X", "Y", "Khác", "Z"]
    assert remove_part(asked, "w") == question("why")


def test_the_parts_of_a_matrix_are_its_lines() -> None:
    asked = move_part(question("parts"), "form", -1)
    assert [one.code for one in parts(asked)] == ["form", "place"]
    assert asked.choices == ()


def test_a_choice_cannot_take_a_code_that_is_taken() -> None:
    with pytest.raises(CodeTaken):
        add_parts(question("why"), choices("x"))


def test_what_is_gone_cannot_be_changed() -> None:
    for change in (
        lambda: change_section(FORM, "z", Text("x"), shuffle=False),
        lambda: move_section(FORM, "z", 1),
        lambda: remove_section(FORM, "z"),
        lambda: add_question(FORM, "z", NEW),
        lambda: move_question(FORM, "z", 1),
        lambda: remove_question(FORM, "z"),
        lambda: change_question(FORM, "z", lambda one: one),
        lambda: remove_part(question("why"), "q"),
        lambda: move_part(question("why"), "q", 1),
        lambda: change_part(question("why"), Choice("q", Text("Q"))),
    ):
        with pytest.raises(NotThere):
            change()


def test_a_free_code_is_the_first_that_nothing_has() -> None:
    assert (free_code("q", set()), free_code("q", {"q1", "q2", "q4"})) == ("q1", "q3")


@given(st.lists(st.tuples(st.sampled_from(sorted(codes(TWO) - {"a", "b"})), st.sampled_from([-1, 1])), max_size=30))
def test_moving_loses_and_doubles_no_question(moves: list[tuple[str, int]]) -> None:
    form = TWO
    for code, step in moves:
        form = move_question(form, code, step)
    assert sorted(one.code for one in form.questions()) == sorted(one.code for one in TWO.questions())


def test_conditions_are_added_and_taken_away_one_by_one() -> None:
    first, second = Condition("came", Asks.IS, ("no",)), Condition("times", Asks.AT_MOST, ("5",))
    asked = add_condition(add_condition(NEW, first), second)
    assert asked.show_if == (first, second)
    assert remove_condition(asked, 0).show_if == (second,)


@pytest.mark.parametrize("position", [-1, 1])
def test_a_condition_that_is_gone_cannot_be_taken_away(position: int) -> None:
    with pytest.raises(NotThere):
        remove_condition(add_condition(NEW, Condition("came", Asks.IS, ("no",))), position)
