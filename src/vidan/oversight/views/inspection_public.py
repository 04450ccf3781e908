"""Results of supervision for everybody (/giam-sat/): what the head has published, each with its recommendations."""

from django.db.models import Count, Q
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.foundation.files.serve import as_attachment
from vidan.foundation.papers.render import FORMS, rendered
from vidan.oversight.inspection_kinds import Carried
from vidan.oversight.inspection_selectors import public
from vidan.oversight.inspection_words import due_words
from vidan.oversight.models import Inspection

PAGE = 20


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The published results, the newest first, a page at a time, each with how many recommendations were carried out."""
    asked = request.GET.get("sau", "")
    start = int(asked) if asked.isascii() and asked.isdigit() and len(asked) < 6 else 0
    rows = Inspection.objects.public().select_related("body", "front").order_by("-published_on", "-pk")
    counted = rows.annotate(
        asked=Count("recommendations"),
        answered=Count("recommendations", filter=Q(recommendations__answered_on__isnull=False)),
        done=Count("recommendations", filter=Q(recommendations__carried=Carried.DONE)),
    )
    found = list(counted[start : start + PAGE + 1])
    told = {"rows": found[:PAGE], "after": start + PAGE if len(found) > PAGE else 0}
    return render(request, "oversight/public/results.html", told)


@require_safe
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One published result: the summary, the signed conclusion, each recommendation with its answer and its state."""
    one = public(code)
    rows = list(one.recommendations.prefetch_related("pressings"))
    return render(
        request, "oversight/public/result.html", {"one": one, "rows": [(row, due_words(row)) for row in rows]}
    )


@require_safe
def paper(request: HttpRequest, code: str, form: str) -> HttpResponseBase:
    """The signed conclusion as a file."""
    found = public(code).conclusion_paper
    if found is None or form not in FORMS:
        raise Http404
    return as_attachment(rendered(found, form), f"{code}-ket-luan.{form}", FORMS[form][1])
