"""Writing a section, commenting on it, and changing the day up to which the numbers count."""

from typing import Any

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_http_methods, require_POST

from vidan.domain.moves import Refusal, Why, decide
from vidan.domain.reporting.citations import fill
from vidan.foundation.accounts.actors import acting
from vidan.foundation.calendar import clock
from vidan.foundation.figures.figure import all_figures
from vidan.reports.drafted import Known, facts_of
from vidan.reports.forms.reports import CommentForm, CutOffForm, TextForm
from vidan.reports.models import SectionComment
from vidan.reports.moves import TABLE
from vidan.reports.services.open import NotOpened
from vidan.reports.services.recount import recount
from vidan.reports.services.step import Overtaken, Refused
from vidan.reports.services.write import comment as say
from vidan.reports.services.write import set_cut_off, settle, write
from vidan.reports.views.reading import sections_of
from vidan.reports.views.visible import refusal_words, visible


@require_http_methods(["GET", "POST"])
def section(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """The text of one section, beside the figures it may cite."""
    known = visible(acting(request), code)
    part, written = _part(known, section), known.texts.get(section)
    if closed := _closed(request, known, "write"):
        return closed
    if written is None:
        raise Http404
    start = {"text": written.text, "version": written.version}
    form = TextForm(request.POST if request.method == "POST" else None, initial=start)
    if request.method == "POST" and form.is_valid():
        told = {"text": form.cleaned_data["text"], "version": form.cleaned_data["version"]}
        if _done(form, lambda: write(code=code, section=section, actor=known.actor, **told)):
            messages.success(request, _("Đã lưu. Số liệu trong lời văn là số của lúc này."))
            return redirect(f"{_report(known)}#{section}")
        # What was typed stays; the person sees the other's text beside it and may save over it.
        form.data = {**request.POST.dict(), "version": str(known.report.texts.get(section=section).version)}
    told = {
        "report": known.report,
        "lacks_numbers": known.lacks_numbers,
        "part": part,
        "form": form,
        "written": written,
        "now": fill(written.text, known.made.known).text,
        "cites": _cites(known, part),
        "others": [figure for figure in all_figures() if figure.public],
    }
    return render(request, "reports/section.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def comment(request: HttpRequest, code: str, section: str) -> HttpResponse:
    """Say something of a section."""
    known = visible(acting(request), code)
    part = _part(known, section)
    if closed := _closed(request, known, "comment"):
        return closed
    form = CommentForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        text = form.cleaned_data["text"]
        if _done(form, lambda: say(code=code, section=section, text=text, actor=known.actor)):
            messages.success(request, _("Đã ghi góp ý."))
            return redirect(f"{_report(known)}#{section}")
    told = {"report": known.report, "part": part, "form": form}
    return render(request, "reports/comment.html", told, status=422 if form.errors else 200)


@require_POST
def settled(request: HttpRequest, code: str, pk: int) -> HttpResponse:
    """A comment was dealt with."""
    known = visible(acting(request), code)
    if closed := _closed(request, known, "settle"):
        return closed
    try:
        settle(code=code, pk=pk, actor=known.actor)
    except SectionComment.DoesNotExist as missing:
        raise Http404 from missing
    except Refused as refused:
        messages.error(request, refusal_words(refused.refusal))
    return redirect(_report(known))


@require_http_methods(["GET", "POST"])
def cut_off(request: HttpRequest, code: str) -> HttpResponse:
    """Change the day up to which the numbers count."""
    known = visible(acting(request), code)
    if closed := _closed(request, known, "set_cut_off"):
        return closed
    form = CutOffForm(request.POST if request.method == "POST" else None, report=known.report)
    if request.method == "POST" and form.is_valid():
        told = form.told()
        if _done(form, lambda: set_cut_off(code=code, actor=known.actor, **told)):
            messages.success(request, _("Đã đổi ngày chốt; mọi số liệu được đếm lại."))
            return redirect(_report(known))
    told = {"report": known.report, "form": form}
    return render(request, "reports/cut_off.html", told, status=422 if form.errors else 200)


@require_POST
def recounted(request: HttpRequest, code: str) -> HttpResponse:
    """Have the worker count the numbers anew."""
    known = visible(acting(request), code)
    if closed := _closed(request, known, "recount"):
        return closed
    try:
        recount(code=code, actor=known.actor)
    except Refused as refused:
        messages.error(request, refusal_words(refused.refusal))
    return redirect(_report(known))


def _part(known: Known, section: str) -> dict[str, Any]:
    """A section that can be written; raises Http404."""
    for part in sections_of(known):
        if part["code"] == section and not part["heading"]:
            return part
    raise Http404


def _closed(request: HttpRequest, known: Known, move: str) -> HttpResponse | None:
    """Back to the report with the reason when the move is not open; raises Http404 for who may never take it."""
    answer = decide(TABLE, facts_of(known, only=move), move, clock.today())
    if not isinstance(answer, Refusal):
        return None
    if answer.why is Why.NOT_ALLOWED:
        raise Http404
    messages.error(request, refusal_words(answer))
    return redirect(_report(known))


def _done(form: forms.Form, run: Any) -> bool:
    try:
        run()
    except Refused as refused:
        form.add_error(None, refusal_words(refused.refusal))
    except Overtaken as told:
        form.add_error(None, str(told.sentence))
    except NotOpened as told_why:
        form.add_error("cut_off", str(told_why.sentence))
    else:
        return True
    return False


def _report(known: Known) -> str:
    return reverse("reports:report", args=[known.report.code])


FORMS = {".total": gettext_lazy(" – tổng số dùng để tính tỷ lệ"), ".share": gettext_lazy(" – tỷ lệ")}
"""What is said of the other forms of a figure."""


def _cites(known: Known, part: dict[str, Any]) -> list[tuple[str, str, str]]:
    """What the section's figures are called in a text, what they are, and how they read."""
    shown = {one.name: one.label for one in part["figures"]}
    return [
        (f"{{{name}}}", f"{shown[figure]}{FORMS.get(name.removeprefix(figure), '')}", reading)
        for name, reading in known.made.known.items()
        for figure in [name.removesuffix(".total").removesuffix(".share")]
        if figure in shown
    ]
