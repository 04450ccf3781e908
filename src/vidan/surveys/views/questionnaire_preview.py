"""A questionnaire as the person who answers sees it; it can be tried, and nothing is kept."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_http_methods

from vidan.domain.questionnaire.answers import Checked, check
from vidan.domain.questionnaire.form import faults
from vidan.foundation.accounts.actors import acting
from vidan.surveys.asking_forms import ask, mistakes, parse_post
from vidan.surveys.questionnaire_selectors import visible_version
from vidan.surveys.questionnaire_words import in_words
from vidan.surveys.services.write_questionnaire import form_of


@require_http_methods(["GET", "POST"])
def preview(request: HttpRequest, pk: int) -> HttpResponse:
    """The form with the parts of which the answering pages are made; a form with faults can be looked at only."""
    version = visible_version(acting(request), pk)
    form = form_of(version)
    faulty = bool(faults(form))
    checked = Checked({}, {})
    if request.method == "POST" and not faulty:
        checked = check(form, parse_post(form, request.POST))
    sections = ask(form.sections, form=form, typed=request.POST, wrong=checked.wrong, seed="xem-thu")
    told = {
        "version": version,
        "title": in_words(form.title),
        "sections": sections,
        "mistakes": mistakes(sections),
        "faulty": faulty,
        "passed": request.method == "POST" and not faulty and not checked.wrong,
    }
    return render(request, "surveys/questionnaires/preview.html", told, status=422 if checked.wrong else 200)
