"""What pages of questionnaires show: one version as an actor may know it, and its questions with what is wrong with them."""

from collections.abc import Iterator
from dataclasses import dataclass

from django.http import Http404

from vidan.domain.questionnaire.edit import parts
from vidan.domain.questionnaire.form import Choice, Found, Kind, Question, Questionnaire, Section, Text, faults
from vidan.foundation.accounts.actors import Actor
from vidan.surveys.answer_errors import limit_words
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.models.questionnaire import QuestionnaireQuerySet
from vidan.surveys.questionnaire_words import FACTORS, KINDS, condition_words, each_condition, fault_words


@dataclass(frozen=True)
class Line:
    """One question of a version in words."""

    question: Question
    number: int
    kind: str
    factor: str
    limits: str
    when: str
    conditions: list[str]
    parts: list[tuple[Choice, str]]
    faults: list[str]


@dataclass(frozen=True)
class Block:
    """One section of a version in words."""

    section: Section
    faults: list[str]
    lines: list[Line]


def visible_version(actor: Actor, pk: int) -> QuestionnaireVersion:
    """A version that the actor may know of; raises Http404."""
    return _one(QuestionnaireVersion.objects.visible_to(actor), pk)


def own_version(actor: Actor, pk: int) -> QuestionnaireVersion:
    """A version that the actor's Front keeps; raises Http404."""
    return _one(QuestionnaireVersion.objects.of_own(actor), pk)


def own_draft(actor: Actor, pk: int) -> QuestionnaireVersion:
    """A draft that the actor's Front keeps; raises Http404."""
    return _one(QuestionnaireVersion.objects.of_own(actor).filter(published_at__isnull=True), pk)


def blocks_of(form: Questionnaire) -> list[Block]:
    """The form as it is read, each section and question with what is wrong with it."""
    wrong: dict[str, list[str]] = {}
    for found in faults(form):
        wrong.setdefault(found.question or found.code, []).append(fault_words(found))
    known = {question.code: question for question in form.questions()}
    numbers = {code: n for n, code in enumerate(known, start=1)}
    return [
        Block(
            section,
            wrong.get(section.code, []),
            [_line(one, numbers[one.code], known, wrong.get(one.code, [])) for one in section.questions],
        )
        for section in form.sections
    ]


def faults_told(form: Questionnaire) -> list[tuple[Found, str]]:
    """All faults in words."""
    return [(found, fault_words(found)) for found in faults(form)]


def without_english(form: Questionnaire) -> int:
    """How many texts have no English."""
    return sum(1 for text in _texts(form) if text.vi and not text.en)


def _one(rows: QuestionnaireQuerySet, pk: int) -> QuestionnaireVersion:
    found = rows.select_related("front").filter(pk=pk).first() if pk < 2**63 else None
    if found is None:
        raise Http404
    return found


def _line(question: Question, number: int, known: dict[str, Question], wrong: list[str]) -> Line:
    return Line(
        question=question,
        number=number,
        kind=str(KINDS[question.kind]),
        factor=str(FACTORS[question.factor]) if question.factor else "",
        limits=limit_words(question) if question.kind in (Kind.MULTIPLE, Kind.NUMBER) else "",
        when=condition_words(question.show_if, known),
        conditions=each_condition(question.show_if, known),
        parts=[(one, str(FACTORS[one.factor]) if one.factor else "") for one in parts(question)],
        faults=wrong,
    )


def _texts(form: Questionnaire) -> Iterator[Text]:
    yield form.title
    for section in form.sections:
        yield section.title
        for question in section.questions:
            yield from (question.label, question.hint)
            yield from (one.label for one in parts(question))
