"""When a question is asked: its conditions on earlier answers, added and taken away one at a time."""

from collections.abc import Iterator

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.questionnaire import edit as edits
from vidan.domain.questionnaire.edit import section_of
from vidan.domain.questionnaire.form import Question, Questionnaire
from vidan.foundation.accounts.actors import acting
from vidan.surveys.forms.conditions import ConditionForm, may_be_asked_of
from vidan.surveys.questionnaire_selectors import own_draft
from vidan.surveys.services.write_questionnaire import form_of
from vidan.surveys.views.questionnaire_parts import drawn, find, make, posted, saved, to_question


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, pk: int, code: str) -> HttpResponse:
    """Add a condition to a question: first at which earlier question it looks, then what must have been answered."""
    version = own_draft(acting(request), pk)
    whole = form_of(version)
    known = find(whole, code)
    told = request.GET.get("cau", "")
    asked = next((one for one in earlier(whole, known) if one.code == told), None)
    if asked is None:
        context = {"version": version, "question": known, "earlier": list(earlier(whole, known))}
        return render(request, "surveys/questionnaires/earlier.html", context)
    form = ConditionForm(version.version, asked, posted(request))

    def change(old: Questionnaire) -> Questionnaire:
        return edits.change_question(old, code, lambda one: edits.add_condition(one, form.condition()))

    if saved(request, pk, form, "condition_added", change, code):
        return to_question(pk, code)
    return drawn(request, "condition", version, form, question=known, asked=asked)


@require_POST
def remove(request: HttpRequest, pk: int, code: str, position: int) -> HttpResponse:
    """Take a condition away."""

    def change(old: Questionnaire) -> Questionnaire:
        return edits.change_question(old, code, lambda one: edits.remove_condition(one, position))

    make(request, pk, "condition_removed", change, code)
    return to_question(pk, code)


def earlier(form: Questionnaire, question: Question) -> Iterator[Question]:
    """The questions at which a condition of this one may look."""
    own = section_of(form, question.code)
    for section in form.sections:
        for one in section.questions:
            if one.code == question.code:
                return
            if may_be_asked_of(one) and not (section is own and section.shuffle):
                yield one
