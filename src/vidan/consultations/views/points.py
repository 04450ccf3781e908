"""Gathering opinions into points at the desk: what is in no point yet beside the points, and one point with its opinions."""

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from vidan.consultations.facts import Known, facts_of
from vidan.consultations.forms.points import PointForm
from vidan.consultations.gathering import LOST, PAGE, WHOLE, Asked, loose, number_in, page_of, places
from vidan.consultations.kinds import OpinionSource, OpinionState, Stance
from vidan.consultations.models import Draft, Opinion, Point
from vidan.consultations.moves import TABLE
from vidan.consultations.selectors import run_by
from vidan.consultations.services.step import NotNow, Refused
from vidan.consultations.services.write_points import (
    NONE_CHOSEN,
    add_point,
    change_point,
    gather_into,
    join_points,
    place_point,
    remove_point,
    take_out,
)
from vidan.consultations.views.moves import refusal_words
from vidan.domain.moves import Decision, decide
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock

NEW = "moi"
LAID = gettext_lazy("Đã lập điểm %(number)d.")


@require_safe
def gather(request: HttpRequest, code: str) -> HttpResponse:
    """The opinions that are in no point yet, as the address asks, and the points."""
    draft = run_by(acting(request), code)
    asked, known = Asked.of(request.GET.dict()), places(draft)
    rows, after = page_of(draft, asked)
    told = {
        "draft": draft,
        "rows": [(row, _place(row, known)) for row in rows],
        "after": after,
        "asked": asked,
        "choices": [
            ("cho", _("Mọi chỗ"), asked.place, [(WHOLE, _("Cả dự thảo")), (LOST, _("Đã mất chỗ")), *known.items()]),
            ("nguon", _("Mọi nguồn"), asked.source, OpinionSource.choices),
            ("huong", _("Mọi hướng"), asked.stance, Stance.choices),
        ],
        "left": loose(draft).count(),
        "waiting": draft.opinions.filter(state=OpinionState.WAITING).count(),
        "points": [(point, known.get(point.key, "")) for point in draft.points.all()],
        "open": _open(request, draft),
        "new": NEW,
    }
    return render(request, "consultations/points/gather.html", told)


@require_POST
def put(request: HttpRequest, code: str) -> HttpResponse:
    """Put the ticked opinions into a point; for a new one, ask for its words first."""
    actor = acting(request)
    run_by(actor, code)
    into, chosen = request.POST.get("into", ""), _chosen(request)
    if into == NEW and chosen:
        return add(request, code)
    if into == NEW:
        messages.error(request, str(NONE_CHOSEN))
        return redirect(_back(request, code))
    if _done(request, lambda: gather_into(code=code, pk=number_in(into), opinions=chosen, actor=actor)):
        messages.success(request, _("Đã gom vào điểm."))
    return redirect(_back(request, code))


@require_http_methods(["GET", "POST"])
def add(request: HttpRequest, code: str) -> HttpResponse:
    """A new point, with the opinions that were ticked."""
    actor = acting(request)
    draft = run_by(actor, code)
    chosen = _chosen(request)
    known = places(draft)
    rows = list(loose(draft).filter(pk__in=chosen).select_related("unit").order_by("pk"))
    if "text" in request.POST:
        form = PointForm(request.POST, places=known)
    else:
        key = rows[0].here if rows and all(row.here == rows[0].here for row in rows) else ""
        form = PointForm(places=known, initial={"key": key})
    if form.is_bound and form.is_valid():
        made = _run(form, lambda: add_point(code=code, words=form.words, opinions=chosen, actor=actor))
        if made is not None:
            messages.success(request, str(LAID) % {"number": made.number})
            return redirect("consultations:points", code)
    told = {"draft": draft, "form": form, "rows": [(row, _place(row, known)) for row in rows], "open": True}
    return render(request, "consultations/points/point.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def change(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """One point: its words, its opinions, its number, and joining it to another."""
    actor = acting(request)
    draft = run_by(actor, code)
    point = _point(draft, pk)
    known = places(draft)
    written = {name: getattr(point, name) for name in ("text", "proposal", "topic", "key", "revision")}
    form = PointForm(request.POST if request.method == "POST" else None, places=known, initial=written)
    if form.is_bound and form.is_valid():
        seen = form.cleaned_data["revision"]
        if _run(form, lambda: change_point(code=code, pk=pk, words=form.words, revision=seen, actor=actor)):
            messages.success(request, _("Đã lưu điểm."))
            return redirect("consultations:points", code)
    rows = list(
        point.opinions.filter(pk__gt=number_in(request.GET.get("sau", "")))
        .select_related("unit")
        .order_by("pk")[: PAGE + 1]
    )
    told = {
        "draft": draft,
        "point": point,
        "form": form,
        "rows": [(row, _place(row, known)) for row in rows[:PAGE]],
        "after": rows[PAGE - 1].pk if len(rows) > PAGE else 0,
        "others": [
            (str(other.pk), f"{other.number}. {other.text[:60]}") for other in draft.points.all() if other.pk != pk
        ],
        "last": draft.points.count(),
        "open": _open(request, draft),
    }
    return render(request, "consultations/points/point.html", told, status=422 if form.errors else 200)


@require_POST
def out(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Take the ticked opinions out of a point."""
    actor = acting(request)
    run_by(actor, code)
    chosen = _chosen(request)
    taken: list[int] = []
    if _done(request, lambda: taken.append(take_out(code=code, pk=pk, opinions=chosen, actor=actor))):
        n = taken[0]
        messages.success(request, ngettext("Đã đưa %(n)d ý kiến ra.", "Đã đưa %(n)d ý kiến ra.", n) % {"n": n})
    return redirect("consultations:point", code, pk)


@require_POST
def place(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Give a point another number."""
    actor = acting(request)
    run_by(actor, code)
    number = number_in(request.POST.get("number", ""))
    _done(request, lambda: place_point(code=code, pk=pk, number=number, actor=actor))
    return redirect(f"{reverse('consultations:points', args=[code])}#diem-{pk}")


@require_POST
def join(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Join a point to another."""
    actor = acting(request)
    run_by(actor, code)
    into = number_in(request.POST.get("into", ""))
    if _done(request, lambda: join_points(code=code, pk=pk, into=into, actor=actor)):
        messages.success(request, _("Đã gộp hai điểm; xin đọc lại lời của điểm còn lại."))
        return redirect("consultations:point", code, into)
    return redirect("consultations:point", code, pk)


@require_POST
def remove(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """Drop a point."""
    actor = acting(request)
    run_by(actor, code)
    if _done(request, lambda: remove_point(code=code, pk=pk, actor=actor)):
        messages.success(request, _("Đã bỏ điểm; các ý kiến của điểm lại chờ tổng hợp."))
    return redirect("consultations:points", code)


def _open(request: HttpRequest, draft: Draft) -> bool:
    """Whether points may still be written."""
    facts = facts_of(Known(draft, acting(request)), only="write_points")
    return isinstance(decide(TABLE, facts, "write_points", clock.today()), Decision)


def _point(draft: Draft, pk: int) -> Point:
    found: Point | None = draft.points.filter(pk=pk).first()
    if found is None:
        raise Http404
    return found


def _place(row: Opinion, known: dict[str, str]) -> str | Promise:
    if row.lost:
        return _("Đã mất chỗ")
    return known.get(row.here, row.here) if row.here else _("Cả dự thảo")


def _chosen(request: HttpRequest) -> list[int]:
    """The opinions that were ticked; whatever a program sends, numbers of rows."""
    return [number for number in map(number_in, request.POST.getlist("opinion")) if number][:PAGE]


def _back(request: HttpRequest, code: str) -> str:
    """The page as it was filtered."""
    asked = Asked.of({name: str(value) for name, value in request.POST.items()})
    address = asked.address + (f"&sau={asked.after}" if asked.after else "")
    return reverse("consultations:points", args=[code]) + (f"?{address.lstrip('&')}" if address else "")


def _run(form: forms.Form, run: Callable[[], Any]) -> Any:
    """What was made, or None and the form says why not."""
    try:
        return run()
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except NotNow as told:
        form.add_error(None, str(told.sentence))
    return None


def _done(request: HttpRequest, run: Callable[[], object]) -> bool:
    """Whether it was done; else the page says why not."""
    try:
        run()
    except Refused as refused:
        messages.error(request, refusal_words(refused.refusal))
    except NotNow as told:
        messages.error(request, str(told.sentence))
    else:
        return True
    return False
