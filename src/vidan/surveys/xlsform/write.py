"""A questionnaire as the three sheets of an XLSForm; read.py gives the same form back."""

from collections.abc import Iterator

from vidan.domain.questionnaire.form import WITH_CHOICES, Choice, Kind, Question, Questionnaire, Section, Text
from vidan.foundation.sheets.write import Cell, as_workbook
from vidan.surveys.xlsform.convention import (
    APPEARANCES,
    CHOICES,
    CHOICES_COLUMNS,
    ENGLISH,
    LEVEL_LIST,
    RANDOM,
    SETTINGS,
    SETTINGS_COLUMNS,
    SURVEY,
    SURVEY_COLUMNS,
    TYPES,
    VIETNAMESE,
    YES,
    levels_in,
)
from vidan.surveys.xlsform.expressions import constraint_of, relevant_of

Row = dict[str, str]


def as_xlsform(form: Questionnaire, *, name: str, number: int) -> bytes:
    """The workbook of a version; `name` and `number` are what collecting programs know it by."""
    sheets = sheets_of(form, name=name, number=number)
    columns = {SURVEY: SURVEY_COLUMNS, CHOICES: CHOICES_COLUMNS, SETTINGS: SETTINGS_COLUMNS}
    return as_workbook(
        form.title.vi,
        {sheet: (columns[sheet], [_cells(row, columns[sheet]) for row in rows]) for sheet, rows in sheets.items()},
    )


def sheets_of(form: Questionnaire, *, name: str, number: int) -> dict[str, list[Row]]:
    """The rows of each sheet, by the names of its columns."""
    settings = {
        "form_title": form.title.vi,
        "title_en": form.title.en,
        "form_id": name,
        "version": str(number),
        "default_language": VIETNAMESE,
    }
    survey = [row for section in form.sections for row in _section(section, form)]
    return {SURVEY: survey, CHOICES: list(_choices(form)), SETTINGS: [settings]}


def _section(section: Section, form: Questionnaire) -> Iterator[Row]:
    shuffle = {"shuffle": YES} if section.shuffle else {}
    yield {"type": "begin_group", "name": section.code, **_labels("label", section.title), **shuffle}
    for question in section.questions:
        yield from _matrix(question, form) if question.kind == Kind.MATRIX else _question(question, form)
    yield {"type": "end_group"}


def _question(question: Question, form: Questionnaire) -> Iterator[Row]:
    of_list = f" {question.code}" if question.kind in WITH_CHOICES else ""
    yield {
        "type": TYPES[question.kind] + of_list,
        "constraint": constraint_of(question),
        "parameters": RANDOM if question.shuffle else "",
        "required": YES if question.required else "",
        **_about(question, form),
    }


def _matrix(question: Question, form: Questionnaire) -> Iterator[Row]:
    yield {"type": "begin_group", "shuffle": YES if question.shuffle else "", **_about(question, form)}
    for line in question.lines:
        yield {
            "type": TYPES[Kind.SCALE],
            "name": line.code,
            "required": YES if question.required else "",
            "factor": line.factor or "",
            **_labels("label", line.label),
        }
    yield {"type": "end_group"}


def _about(question: Question, form: Questionnaire) -> Row:
    return {
        "name": question.code,
        **_labels("label", question.label),
        **_labels("hint", question.hint),
        "relevant": relevant_of(question, form),
        "appearance": APPEARANCES.get(question.kind, ""),
        "factor": question.factor or "",
    }


def _choices(form: Questionnaire) -> Iterator[Row]:
    if any(question.kind in (Kind.SCALE, Kind.MATRIX) for question in form.questions()):
        english = levels_in("en")
        for level, words in levels_in("vi").items():
            yield _choice(LEVEL_LIST, Choice(level, Text(words, english[level])))
    for question in form.questions():
        if question.kind in WITH_CHOICES:
            yield from (_choice(question.code, choice) for choice in question.choices)


def _choice(of_list: str, choice: Choice) -> Row:
    return {"list_name": of_list, "name": choice.code, **_labels("label", choice.label)}


def _labels(column: str, text: Text) -> Row:
    return {f"{column}::{VIETNAMESE}": text.vi, f"{column}::{ENGLISH}": text.en}


def _cells(row: Row, columns: tuple[str, ...]) -> list[Cell]:
    return [row.get(column, "") or None for column in columns]
