"""Questionnaires for tests, kept by the district's Front through the services."""

from collections.abc import Callable

from tests.cases.made import actor, unit
from tests.domain.questionnaire.test_answers import FORM

from vidan.domain.questionnaire.form import Questionnaire
from vidan.surveys.models import QuestionnaireVersion
from vidan.surveys.services.publish_questionnaire import publish_questionnaire
from vidan.surveys.services.write_questionnaire import change_questionnaire, draft_questionnaire, form_of

FRONT = "mttq-a-quan-2"


def drafted(form: Questionnaire = FORM) -> QuestionnaireVersion:
    """A draft of the form that asks a question of each kind, or of another."""
    return draft_questionnaire(front=unit(FRONT), form=form, actor=actor("can-bo-quan"))


def published(form: Questionnaire = FORM) -> QuestionnaireVersion:
    """A published version."""
    made = drafted(form)
    return publish_questionnaire(pk=made.pk, version=made.version, actor=actor("lanh-dao"))


def changed(made: QuestionnaireVersion, edit: Callable[[Questionnaire], Questionnaire]) -> QuestionnaireVersion:
    """The draft after a change by its officer."""
    return change_questionnaire(
        pk=made.pk, version=reload(made).version, what="test", edit=edit, actor=actor("can-bo-quan")
    )


def reload(made: QuestionnaireVersion) -> QuestionnaireVersion:
    """The version as it stands now."""
    return QuestionnaireVersion.objects.get(pk=made.pk)


def asked_in(made: QuestionnaireVersion) -> list[str]:
    """The codes of its questions, in order."""
    return [question.code for question in form_of(reload(made)).questions()]
