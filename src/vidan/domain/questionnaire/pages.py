"""A form in pages: whatever depends on an answer stands on a later page than the question, so that no script is needed."""

from collections.abc import Mapping
from dataclasses import replace

from vidan.domain.questionnaire.answers import Answer, items, shown
from vidan.domain.questionnaire.form import Question, Questionnaire, Section

Page = tuple[Section, ...]

SECOND_AN_ITEM = 1
"""Nobody reads a question, or a line of a matrix, and answers it in less than a second."""


def pages(form: Questionnaire) -> list[Page]:
    """The sections of each page; a section whose questions depend on each other goes on over several.

    A section whose questions stand in any order is never divided.
    """
    made: list[list[Section]] = [[]]
    here: set[str] = set()
    for section in form.sections:
        groups = [section.questions] if section.shuffle else [(question,) for question in section.questions]
        for group in groups:
            if any(condition.question in here for question in group for condition in question.show_if):
                made.append([])
                here = set()
            _add(made[-1], section, group)
            here |= {question.code for question in group}
    return [tuple(page) for page in made if page]


def asked_on(page: Page, answers: Mapping[str, Answer]) -> Page:
    """What is asked of a page after these answers, which decide it: no condition is left to be looked at."""
    left = (
        replace(section, questions=tuple(replace(one, show_if=()) for one in section.questions if shown(one, answers)))
        for section in page
    )
    return tuple(section for section in left if section.questions)


def seconds_needed(form: Questionnaire, answers: Mapping[str, Answer]) -> int:
    """The least time in which these answers can have been given; whoever was faster has not read what was asked."""
    return sum(SECOND_AN_ITEM for item in items(form) if shown(item.question, answers))


def _add(page: list[Section], section: Section, group: tuple[Question, ...]) -> None:
    if page and page[-1].code == section.code:
        page[-1] = replace(page[-1], questions=(*page[-1].questions, *group))
    elif group:
        page.append(replace(section, questions=group))
