"""One change of a questionnaire at a time: each function gives the form as it is afterwards, or says why it cannot be."""

from collections.abc import Callable, Collection, Iterable
from dataclasses import replace
from typing import TypeVar

from vidan.domain.questionnaire.form import Choice, Condition, Kind, Question, Questionnaire, Section, Text

Part = TypeVar("Part", Section, Question, Choice)


class NotThere(LookupError):
    """Nothing has that code (any more)."""


class CodeTaken(ValueError):
    """Something else has the code."""


class NotEmpty(ValueError):
    """A section that holds questions is not taken away."""


def add_section(form: Questionnaire, section: Section) -> Questionnaire:
    """Add a section at the end. Raises CodeTaken."""
    _refuse_taken(form, section.code)
    return replace(form, sections=(*form.sections, section))


def change_section(form: Questionnaire, code: str, title: Text, *, shuffle: bool) -> Questionnaire:
    """Give a section another title, and say whether its questions stand in any order. Raises NotThere."""
    changed = replace(_find(form.sections, code), title=title, shuffle=shuffle)
    return replace(form, sections=_replaced(form.sections, changed))


def move_section(form: Questionnaire, code: str, step: int) -> Questionnaire:
    """Move a section up (-1) or down (1); at the edge it stays. Raises NotThere."""
    return replace(form, sections=_moved(form.sections, code, step))


def remove_section(form: Questionnaire, code: str) -> Questionnaire:
    """Take an empty section away. Raises NotThere, NotEmpty."""
    if _find(form.sections, code).questions:
        raise NotEmpty(code)
    return replace(form, sections=_without(form.sections, code))


def add_question(form: Questionnaire, section: str, question: Question) -> Questionnaire:
    """Add a question at the end of a section. Raises NotThere for the section, CodeTaken."""
    _refuse_taken(form, question.code)
    place = _find(form.sections, section)
    return replace(form, sections=_replaced(form.sections, replace(place, questions=(*place.questions, question))))


def change_question(form: Questionnaire, code: str, change: Callable[[Question], Question]) -> Questionnaire:
    """Let a function change a question, which keeps its code. Raises NotThere, and what the function raises."""
    section = section_of(form, code)
    changed = replace(change(_find(section.questions, code)), code=code)
    return _with_questions(form, section, _replaced(section.questions, changed))


def move_question(form: Questionnaire, code: str, step: int) -> Questionnaire:
    """Move a question up (-1) or down (1): at the edge of its section into the next one. Raises NotThere."""
    section = section_of(form, code)
    moved = _moved(section.questions, code, step)
    if moved != section.questions:
        return _with_questions(form, section, moved)
    position = form.sections.index(section) + step
    if not 0 <= position < len(form.sections):
        return form
    question, neighbour = _find(section.questions, code), form.sections[position]
    entered = (question, *neighbour.questions) if step > 0 else (*neighbour.questions, question)
    return _with_questions(
        _with_questions(form, section, _without(section.questions, code)), form.sections[position], entered
    )


def remove_question(form: Questionnaire, code: str) -> Questionnaire:
    """Take a question away; a condition that looks at it becomes a fault. Raises NotThere."""
    section = section_of(form, code)
    return _with_questions(form, section, _without(section.questions, code))


def parts(question: Question) -> tuple[Choice, ...]:
    """The lines of a matrix, the choices of any other question."""
    return question.lines if question.kind == Kind.MATRIX else question.choices


def add_parts(question: Question, added: Iterable[Choice]) -> Question:
    """Add choices or lines at the end. Raises CodeTaken."""
    told = (*parts(question), *added)
    if len({one.code for one in told}) < len(told):
        raise CodeTaken(question.code)
    return _with_parts(question, told)


def change_part(question: Question, changed: Choice) -> Question:
    """Put another choice or line in the place of that with the same code. Raises NotThere."""
    _find(parts(question), changed.code)
    return _with_parts(question, _replaced(parts(question), changed))


def move_part(question: Question, code: str, step: int) -> Question:
    """Move a choice or line up (-1) or down (1); at the edge it stays. Raises NotThere."""
    return _with_parts(question, _moved(parts(question), code, step))


def remove_part(question: Question, code: str) -> Question:
    """Take a choice or line away. Raises NotThere."""
    _find(parts(question), code)
    return _with_parts(question, _without(parts(question), code))


def add_condition(question: Question, condition: Condition) -> Question:
    """Show the question only when this holds too."""
    return replace(question, show_if=(*question.show_if, condition))


def remove_condition(question: Question, position: int) -> Question:
    """Take one of its conditions away, counted from 0. Raises NotThere."""
    if not 0 <= position < len(question.show_if):
        raise NotThere(position)
    return replace(question, show_if=(*question.show_if[:position], *question.show_if[position + 1 :]))


def section_of(form: Questionnaire, code: str) -> Section:
    """The section that holds a question. Raises NotThere."""
    found = next((one for one in form.sections if any(question.code == code for question in one.questions)), None)
    if found is None:
        raise NotThere(code)
    return found


def codes(form: Questionnaire) -> set[str]:
    """The codes of all sections and questions, which share one set of names."""
    return {section.code for section in form.sections} | {question.code for question in form.questions()}


def free_code(stem: str, taken: Collection[str]) -> str:
    """The first of stem1, stem2, ... that nothing has."""
    return next(code for n in range(1, len(taken) + 2) if (code := f"{stem}{n}") not in taken)


def _with_parts(question: Question, told: tuple[Choice, ...]) -> Question:
    return replace(question, lines=told) if question.kind == Kind.MATRIX else replace(question, choices=told)


def _with_questions(form: Questionnaire, section: Section, questions: tuple[Question, ...]) -> Questionnaire:
    return replace(form, sections=_replaced(form.sections, replace(section, questions=questions)))


def _find(among: tuple[Part, ...], code: str) -> Part:
    found = next((one for one in among if one.code == code), None)
    if found is None:
        raise NotThere(code)
    return found


def _refuse_taken(form: Questionnaire, code: str) -> None:
    if code in codes(form):
        raise CodeTaken(code)


def _replaced(among: tuple[Part, ...], changed: Part) -> tuple[Part, ...]:
    return tuple(changed if one.code == changed.code else one for one in among)


def _without(among: tuple[Part, ...], code: str) -> tuple[Part, ...]:
    return tuple(one for one in among if one.code != code)


def _moved(among: tuple[Part, ...], code: str, step: int) -> tuple[Part, ...]:
    position = among.index(_find(among, code))
    told = list(among)
    if 0 <= position + step < len(told):
        told[position], told[position + step] = told[position + step], told[position]
    return tuple(told)
