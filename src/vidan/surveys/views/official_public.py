"""The watch over official surveys for everybody (/khao-sat/chinh-thuc/): the list, one survey, the result that was published."""

from django.db.models import Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.surveys.models import OfficialSurvey
from vidan.surveys.official_page import survey_of
from vidan.surveys.publication_words import publication_words

PAGE = 30


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The surveys that are watched, the newest year first, a page at a time."""
    rows = OfficialSurvey.objects.shown()
    last = rows.filter(code=request.GET.get("sau", "")[:40]).first()
    if last is not None:
        rows = rows.filter(Q(year__lt=last.year) | Q(year=last.year, pk__lt=last.pk))
    found = list(rows.select_related("body", "front")[: PAGE + 1])
    told = {
        "rows": [(one, *publication_words(one)) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
    }
    return render(request, "surveys/official/public_list.html", told)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One survey: who ran it, what is known, what was found, published or late by how many days, letters and answers."""
    return render(request, "surveys/official/public_page.html", survey_of(_shown(code)))


@require_safe
def result(request: HttpRequest, code: str) -> HttpResponseBase:
    """The file of the published result, cleaned of what its makers left in it."""
    survey = _shown(code)
    if survey.file is None or survey.file.is_destroyed:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(survey.file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{code}-ket-qua.{extension}", content_type)


def _shown(code: str) -> OfficialSurvey:
    """The survey, if everybody may read it; raises Http404."""
    beside = ("front", "body", "area", "file", "round")
    found = OfficialSurvey.objects.shown().select_related(*beside).filter(code=code[:40]).first()
    if found is None:
        raise Http404
    return found
