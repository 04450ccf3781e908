"""Procedures for everybody (/thu-tuc/): finding one, reading it, and what to bring along."""

from datetime import timedelta
from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_safe

from vidan.foundation.caching.pages import kept
from vidan.foundation.calendar import clock
from vidan.foundation.figures.breakdown import count_words
from vidan.foundation.figures.figure import Scope, grouped
from vidan.foundation.figures.named import measured
from vidan.foundation.files.refusals import NeverTransferred, NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.foundation.ui.qr import qr_svg
from vidan.foundation.units.models import ContactKind, Level, Unit
from vidan.foundation.units.selectors import contacts_on, served_places, unit_by_slug
from vidan.outreach.findable import PROCEDURES
from vidan.outreach.models import FormFile, Procedure
from vidan.outreach.procedure_selectors import (
    after,
    asked_in,
    close_to,
    conditions_of,
    holding,
    holds,
    in_order,
    received_at,
    standing,
    words_of,
)
from vidan.outreach.procedure_shown import shown
from vidan.outreach.procedure_words import term_words, validity_words

PAGE = 20
MINUTE = 60
"""How old the numbers of a kept page may be, and the names of those who receive."""

YEAR = timedelta(days=365)
RECEIVED, DUE, ON_TIME = (f"cases.{measure}_by_procedure" for measure in ("received", "answer_due", "answered_on_time"))
"""Figures of the words about a procedure, by its code (foundation/figures)."""


@require_safe
@kept(PROCEDURES, seconds=MINUTE)
def index(request: HttpRequest) -> HttpResponse:
    """The procedures in force today, found without marks, filtered by the address, a page at a time."""
    told: dict[str, Any] = dict(asked_in(request, FILTERS))
    here = Procedure.objects.public_on(clock.today())
    rows = _filtered(here, told)
    words = words_of(told["question"])
    found = list(after(holding(rows, words), request.GET.get("sau", "")).order_by("folded", "pk")[: PAGE + 1])
    close = bool(words) and not found
    if close:
        found = list(in_order(rows, close_to(rows, words)))
    told |= {
        "rows": [(one, term_words(one)) for one in found[:PAGE]],
        "close": close,
        "after": found[PAGE - 1].pk if len(found) > PAGE else "",
        "more": urlencode({key: told[name] for name, key in FILTERS.items() if told[name]}),
        "places": [place for _area, places in served_places(clock.today()) for place in places],
        "levels": [(one.value, one.label) for one in (Level.WARD, Level.DISTRICT, Level.CITY)],
        "fields": [(one, one) for one in here.order_by("field").values_list("field", flat=True).distinct()],
        "is_filtered": any(told[name] for name in FILTERS),
    }
    return render(request, "outreach/procedures/index.html", told)


FILTERS = {"question": "tim", "place": "noi", "level": "cap", "field": "linh-vuc"}


@require_safe
@kept(PROCEDURES, seconds=MINUTE)
def page(request: HttpRequest, code: str) -> HttpResponse:
    """One procedure: what it needs, how long, how much, where; then its steps, its basis, and what people say of it."""
    procedure = _standing(code)
    told = shown(procedure)
    unit = _chosen(request, told["receivers"])
    words, tone = validity_words(procedure)
    told |= {
        "holds": holds(procedure, clock.today()),
        "words": words,
        "tone": tone,
        "successor": procedure.successor and standing(procedure.successor),
        "unit": unit,
        "versions": Procedure.objects.public().filter(code=code).exclude(pk=procedure.pk).order_by("-version"),
        "report": _report(procedure, unit),
        "numbers": _numbers(code),
        "measured": measured(procedure.name),
        "qr": _qr(code),
    }
    return render(request, "outreach/procedures/page.html", told)


@require_safe
def checklist(request: HttpRequest, code: str) -> HttpResponse:
    """What do I need: the papers for those conditions that hold, to tick off and to print on one sheet."""
    procedure = _standing(code)
    told = shown(procedure)
    conditions = conditions_of(procedure)
    chosen = {conditions[int(n)] for n in request.GET.getlist("khi") if n in set(map(str, range(len(conditions))))}
    unit = _chosen(request, told["receivers"])
    words, _tone = validity_words(procedure)
    told |= {
        "holds": holds(procedure, clock.today()),
        "words": words,
        "conditions": [(n, one, one in chosen) for n, one in enumerate(conditions)],
        "papers": [paper for paper in told["papers"] if paper[0]["only_when"] in {"", *chosen}],
        "places": [(one.slug, one.short_name) for one in told["receivers"]],
        "unit": unit,
        "hotlines": [one for one in contacts_on(clock.today()) if one.kind == ContactKind.HOTLINE][:2],
        "qr": _qr(code),
        "report": _report(procedure, unit),
        "address": f"{settings.ORIGIN.split('//', 1)[-1]}/thu-tuc/{code}/",
    }
    return render(request, "outreach/procedures/checklist.html", told)


@require_safe
def form_file(request: HttpRequest, code: str, number: int) -> HttpResponseBase:
    """A blank form, cleaned of what its makers left in it."""
    if not Procedure.objects.public().filter(code=code).exists():
        raise Http404
    return sent_form(code, number)


def sent_form(code: str, number: int) -> HttpResponseBase:
    """The cleaned copy of a form, to be saved; raises Http404 where there is none."""
    found = FormFile.objects.select_related("file").filter(code=code, number=number).first() if number < 2**15 else None
    if found is None or found.file.is_destroyed:
        raise Http404
    try:
        data, extension, content_type = cleaned_bytes(found.file)
    except (NeverTransferred, NotTaken):
        raise Http404 from None
    return as_attachment(data, f"{code}-mau-{number}.{extension}", content_type)


def _standing(code: str) -> Procedure:
    found = standing(code)
    if found is None:
        raise Http404
    return found


def _filtered(rows: QuerySet[Procedure], told: dict[str, Any]) -> QuerySet[Procedure]:
    unit = unit_by_slug(told["place"]) if told["place"] else None
    if told["place"]:
        rows = rows.filter(received_at(unit)) if unit else rows.none()
    if told["level"]:
        rows = rows.filter(level=told["level"])
    return rows.filter(field=told["field"]) if told["field"] else rows


def _chosen(request: HttpRequest, receivers: list[Unit]) -> Unit | None:
    """The place that the reader has chosen, or the only one."""
    slug = request.GET.get("noi", "")
    found = [one for one in receivers if one.slug == slug]
    return next(iter(found or receivers), None) if found or len(receivers) == 1 else None


def _report(procedure: Procedure, unit: Unit | None) -> str:
    """The public form with the procedure, and the place where it is known, already filled in."""
    told = {"thu-tuc": procedure.code} | ({"noi": unit.slug} if unit else {})
    return f"{reverse('cases:start')}?{urlencode(told)}"


def _numbers(code: str) -> dict[str, Any]:
    """What people told of a procedure in the last year, as it may be shown; what bodies owed is told from as many on."""
    today = clock.today()
    sums = grouped((RECEIVED, DUE, ON_TIME), Scope(today - YEAR, today), "mark")
    received, due, on_time = (sums[name].get(code, 0) for name in (RECEIVED, DUE, ON_TIME))
    told: dict[str, Any] = {"received": received and count_words(received)}
    if due >= settings.SMALL_NUMBER:
        told |= {"due": due, "share": round(100 * on_time / due)}
    return told


def _qr(code: str) -> Any:
    return qr_svg(f"{settings.ORIGIN}/thu-tuc/{code}/")
