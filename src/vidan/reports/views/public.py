"""What everybody reads of reports (/bao-cao/): those that were sent, in their newest edition."""

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from vidan.reports.kinds import period_words
from vidan.reports.models import Report
from vidan.reports.published import public_sections

PAGE = 50


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The sent reports, the newest first, a page at a time."""
    rows = Report.objects.sent().select_related("front", "paper").defer("frozen", "outline").order_by("-sent_on", "-pk")
    asked = request.GET.get("sau", "")
    if asked.isascii() and asked.isdigit() and len(asked) < 19:
        last = Report.objects.sent().filter(pk=int(asked)).first()
        if last is not None:
            same = rows.filter(sent_on=last.sent_on, pk__lt=last.pk)
            rows = (rows.filter(sent_on__lt=last.sent_on) | same).order_by("-sent_on", "-pk")
    found = list(rows[: PAGE + 1])
    told = {
        "rows": [(one, period_words(one.period)) for one in found[:PAGE]],
        "after": found[PAGE - 1].pk if len(found) > PAGE else None,
    }
    return render(request, "reports/public/index.html", told)


@require_safe
def one(request: HttpRequest, code: str) -> HttpResponse:
    """One sent report; an edition that was corrected leads to the one that stands now."""
    rows = Report.objects.filter(state="sent", frozen__isnull=False).select_related("front", "paper", "receiver")
    report = rows.filter(code=code).first()
    if report is None:
        raise Http404
    told = {
        "report": report,
        "period": period_words(report.period),
        "sections": public_sections(report),
        "newer": Report.objects.filter(corrects=report, state="sent").first(),
        "least": settings.SMALL_NUMBER,
    }
    return render(request, "reports/public/one.html", told)
