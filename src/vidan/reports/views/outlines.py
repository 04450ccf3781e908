"""The templates of a Front's reports (/ban-lam-viec/bao-cao/mau/): sections with text, figures and charts, and tables, in
their order; each change is a new version."""

from collections.abc import Callable, Mapping
from copy import deepcopy
from dataclasses import dataclass
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
from vidan.reports.forms.outlines import BY, FIRST, OutlineSectionForm, OutlineTableForm, chart_words
from vidan.reports.kinds import ReportKind
from vidan.reports.outline import outline_from
from vidan.reports.outlines import newest, written_for
from vidan.reports.services.change_outline import OutlineOvertaken, change_outline

NEW = "moi"
"""Stands in the address for a part that is not there yet."""

Part = dict[str, Any]


@dataclass(frozen=True)
class Sort:
    """What a template is made of, sections or tables: where they stand, the form, how one is shown in it and kept."""

    name: str
    stem: str
    form: type[OutlineSectionForm | OutlineTableForm]
    start: Callable[[Part], Part]
    kept: Callable[[Mapping[str, Any]], Part]
    least: int


SECTION = Sort(
    "sections",
    "part",
    OutlineSectionForm,
    lambda part: {
        "title": part["title"],
        "text": part["text"],
        "figures": "\n".join(part["figures"]),
        "charts": "\n".join(map(chart_words, part.get("charts", ()))),
    },
    lambda told: {
        "title": told["title"],
        "text": told["text"].strip(),
        "figures": told["figures"],
        "charts": told["charts"],
    },
    1,
)
TABLE = Sort(
    "tables",
    "table",
    OutlineTableForm,
    lambda part: {"title": part["title"], "rows": part["rows"], "figures": "\n".join(part["figures"])},
    lambda told: {"title": told["title"], "rows": told["rows"], "figures": told["figures"]},
    0,
)


@require_safe
def listed(request: HttpRequest) -> HttpResponse:
    """The three kinds of reports, with the version that is used."""
    front = _front(request)
    rows = [(kind, ReportKind(kind.value).label, newest(front, kind)) for kind in Kind]
    return render(request, "reports/outlines/list.html", {"rows": rows, "front": front})


@require_safe
def page(request: HttpRequest, kind: str) -> HttpResponse:
    """One template, section by section and table by table."""
    front, which = _front(request), _kind(kind)
    used = newest(front, which)
    told = {
        "front": front,
        "kind": kind,
        "label": ReportKind(kind).label,
        "used": used,
        "outline": outline_from(written_for(front, which)),
        "by": BY,
        "new": NEW,
    }
    return render(request, "reports/outlines/page.html", told)


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, kind: str, section: str) -> HttpResponse:
    """Change one section, add one, put it elsewhere, or leave one out."""
    return _part(request, kind, section, SECTION)


@require_http_methods(["GET", "POST"])
def table(request: HttpRequest, kind: str, table: str) -> HttpResponse:
    """Change one table of the annex, add one, put it elsewhere, or leave one out."""
    return _part(request, kind, table, TABLE)


def _part(request: HttpRequest, kind: str, code: str, sort: Sort) -> HttpResponse:
    front, which = _front(request), _kind(kind)
    used = newest(front, which)
    written = deepcopy(written_for(front, which))
    parts: list[Part] = written[sort.name]
    found = next((part for part in parts if part["code"] == code), None)
    if found is None and code != NEW:
        raise Http404
    number, others = used.number if used else 0, [part for part in parts if part is not found]
    start: Part = {"number": number, "after": _before(parts, found)} | (sort.start(found) if found else {})
    form = sort.form(
        request.POST if request.method == "POST" else None,
        initial=start,
        others=[(part["code"], part["title"]) for part in others],
    )
    drops = request.method == "POST" and "drop" in request.POST and found is not None and len(parts) > sort.least
    if request.method == "POST" and (form.is_valid() or (drops and "number" in form.cleaned_data)):
        written[sort.name] = others if drops else _put(others, found, start["after"], form.cleaned_data, sort)
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
        "is_table": sort is TABLE,
        "drops": found is not None and len(parts) > sort.least,
        "figures": [figure for figure in all_figures() if figure.public or figure.of_offices],
    }
    return render(request, "reports/outlines/section.html", shown, status=422 if form.errors else 200)


def _before(parts: list[Part], found: Part | None) -> str:
    """After which part it stands; a new one after all of them."""
    place = parts.index(found) if found is not None else len(parts)
    return str(parts[place - 1]["code"]) if place else FIRST


def _put(others: list[Part], found: Part | None, before: str, told: Mapping[str, Any], sort: Sort) -> list[Part]:
    """The parts with this one in its place, which is where it stood when none is named; a new one gets a code of its own."""
    codes = {part["code"] for part in others}
    new = next(name for n in range(1, len(codes) + 2) if (name := f"{sort.stem}_{n}") not in codes)
    changed = (found or {"code": new}) | sort.kept(told)
    after = told.get("after") or before
    place = 0 if after == FIRST else next((n for n, part in enumerate(others, 1) if part["code"] == after), len(others))
    return [*others[:place], changed, *others[place:]]


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
