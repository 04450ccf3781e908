"""The templates of a Front's reports (/ban-lam-viec/bao-cao/mau/): each section with its text and figures, edited in versions."""

from copy import deepcopy
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.domain.reporting.periods import Kind
from vidan.foundation.accounts.actors import acting
from vidan.foundation.figures.figure import all_figures
from vidan.foundation.units.models import Unit
from vidan.reports.forms.outlines import OutlineSectionForm
from vidan.reports.kinds import ReportKind
from vidan.reports.outline import outline_from
from vidan.reports.outlines import newest, written_for
from vidan.reports.services.change_outline import OutlineOvertaken, change_outline

NEW = "moi"
"""Stands in the address for a section that is not there yet."""


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The three kinds of reports, with the version that is used."""
    front = _front(request)
    rows = [(kind, ReportKind(kind.value).label, newest(front, kind)) for kind in Kind]
    return render(request, "reports/outlines/list.html", {"rows": rows, "front": front})


@require_safe
def page(request: HttpRequest, kind: str) -> HttpResponse:
    """One template, section by section."""
    front, which = _front(request), _kind(kind)
    used = newest(front, which)
    told = {
        "front": front,
        "kind": kind,
        "label": ReportKind(kind).label,
        "used": used,
        "outline": outline_from(written_for(front, which)),
        "new": NEW,
    }
    return render(request, "reports/outlines/page.html", told)


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, kind: str, section: str) -> HttpResponse:
    """Change one section, add one at the end, or leave one out."""
    front, which = _front(request), _kind(kind)
    used = newest(front, which)
    written = deepcopy(written_for(front, which))
    found = next((part for part in written["sections"] if part["code"] == section), None)
    if found is None and section != NEW:
        raise Http404
    number = used.number if used else 0
    start = {"number": number} | (_start(found) if found else {})
    form = OutlineSectionForm(request.POST if request.method == "POST" else None, initial=start)
    drops = request.method == "POST" and "drop" in request.POST and found is not None
    if request.method == "POST" and (form.is_valid() or (drops and "number" in form.cleaned_data)):
        if drops:
            written["sections"] = [part for part in written["sections"] if part["code"] != section]
        else:
            _change(written, found, form.cleaned_data)
        try:
            seen = form.cleaned_data["number"]
            change_outline(front=front, kind=which, written=written, number=seen, actor=acting(request))
        except OutlineOvertaken as told:
            form.add_error(None, str(told.sentence))
            form.data = {**request.POST.dict(), "number": str(number)}
        else:
            messages.success(request, _("Đã lưu mẫu mới; báo cáo mở từ bây giờ dùng mẫu này."))
            return redirect("reports:outline", kind)
    shown = {
        "kind": kind,
        "label": ReportKind(kind).label,
        "form": form,
        "found": found,
        "drops": found is not None and len(written["sections"]) > 1,
        "figures": [figure for figure in all_figures() if figure.public or figure.of_offices],
    }
    return render(request, "reports/outlines/section.html", shown, status=422 if form.errors else 200)


def _start(part: dict[str, Any]) -> dict[str, Any]:
    return {"title": part["title"], "text": part["text"], "figures": "\n".join(part["figures"])}


def _change(written: dict[str, Any], found: dict[str, Any] | None, told: dict[str, Any]) -> None:
    """Put the section in place; a new one gets a code of its own and stands at the end."""
    changed = {"title": told["title"], "text": told["text"].strip(), "figures": told["figures"]}
    if found is not None:
        found.update(changed)
        return
    codes = {part["code"] for part in written["sections"]}
    n = next(n for n in range(1, len(codes) + 2) if f"part_{n}" not in codes)
    written["sections"].append({"code": f"part_{n}"} | changed)


def _front(request: HttpRequest) -> Unit:
    """The Front whose templates the actor may change; raises Http404."""
    fronts = acting(request).units_with("reports.outlines")
    front = Unit.objects.filter(pk__in=fronts).order_by("pk").first()
    if front is None:
        raise Http404
    return front


def _kind(kind: str) -> Kind:
    if kind not in ReportKind.values:
        raise Http404
    return Kind(kind)
