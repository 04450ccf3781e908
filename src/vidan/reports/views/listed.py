"""The list of reports (/ban-lam-viec/bao-cao/), and opening one."""

from django.contrib import messages
from django.db.models import Count, Q
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.foundation.accounts.actors import acting
from vidan.reports.forms.reports import OpenForm
from vidan.reports.kinds import ReportKind, period_words
from vidan.reports.made import covers_below
from vidan.reports.models import Report
from vidan.reports.services.open import NotOpened, open_report

PAGE = 50


@require_safe
def page(request: HttpRequest) -> HttpResponse:
    """The reports of the actor's own Front and those it was sent, the newest first, a page at a time."""
    actor = acting(request)
    mine = Report.objects.visible_to(actor)
    years = list(mine.order_by("-year").values_list("year", flat=True).distinct())
    asked, kind = request.GET.get("nam", ""), request.GET.get("loai", "")
    year = int(asked) if asked.isascii() and asked.isdigit() and len(asked) == 4 else None
    rows = mine.select_related("front", "paper").defer("frozen", "outline").order_by("-opened_at", "-pk")
    rows = rows.annotate(unsettled=Count("comments", filter=Q(comments__done_on__isnull=True)))
    rows = rows.filter(year=year) if year else rows
    rows = rows.filter(kind=kind) if kind in ReportKind.values else rows
    after = Report.objects.visible_to(actor).filter(code=request.GET.get("sau", "")[:60]).first()
    if after is not None:
        rows = rows.filter(Q(opened_at__lt=after.opened_at) | Q(opened_at=after.opened_at, pk__lt=after.pk))
    found = list(rows[: PAGE + 1])
    told = {
        "rows": [(one, period_words(one.period)) for one in found[:PAGE]],
        "after": found[PAGE - 1].code if len(found) > PAGE else "",
        "years": years,
        "year": year,
        "kinds": ReportKind.choices,
        "kind": kind if kind in ReportKind.values else "",
        "opens": actor.may("reports.draft"),
        "reads_below": actor.may("reports.read_below"),
        "own": actor.units_with("reports.read"),
    }
    return render(request, "reports/list.html", told)


@require_http_methods(["GET", "POST"])
def opened(request: HttpRequest) -> HttpResponse:
    """Open a report of a period."""
    actor = acting(request)
    form = OpenForm(request.POST if request.method == "POST" else None, fronts=actor.units_with("reports.draft"))
    if request.method == "POST" and form.is_valid():
        told = form.cleaned_data
        try:
            report = open_report(
                front=told["front"],
                period=told["period"],
                cut_off=told["cut_off"],
                below=covers_below(told["front"]),
                actor=actor,
            )
        except NotOpened as why:
            form.add_error(why.field, str(why.sentence))
        else:
            said = (
                _("Đã mở báo cáo; số liệu đang được đếm.")
                if report.below
                else _("Đã mở báo cáo; số liệu có sẵn ở từng phần.")
            )
            messages.success(request, said)
            return redirect("reports:report", report.code)
    return render(request, "reports/open.html", {"form": form}, status=422 if form.errors else 200)
