"""Answers at the desk: the points with what is answered, one point, the paper that answers and its scan."""

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_safe

from vidan.consultations.answers import standing
from vidan.consultations.facts import Known, facts_of
from vidan.consultations.forms.answers import AnswerForm, PaperForm
from vidan.consultations.kinds import Verdict
from vidan.consultations.matrix import points_of
from vidan.consultations.models import Draft, Point
from vidan.consultations.models.draft import ANSWERED_FOR
from vidan.consultations.moves import TABLE
from vidan.consultations.selectors import run_by, visible
from vidan.consultations.services.answer import answer, answers_of, record_answers, record_paper
from vidan.consultations.services.step import NotNow, Overtaken, Refused
from vidan.consultations.views.moves import refusal_words
from vidan.domain.moves import Decision, decide
from vidan.foundation.accounts.actors import Actor, acting
from vidan.foundation.calendar import clock
from vidan.foundation.files.models import StoredFile
from vidan.foundation.files.refusals import NotTaken
from vidan.foundation.files.serve import as_attachment
from vidan.foundation.files.services import cleaned_bytes
from vidan.foundation.papers.models import IncomingPaper

WAYS = {"answer": answer, "record_answer": record_answers}
"""Who answers: the body itself, or the Front from the body's paper."""


@require_safe
def listed(request: HttpRequest, code: str) -> HttpResponse:
    """The points of the document with their answers, and what can be done now."""
    actor = acting(request)
    draft = answered(actor, code)
    known = Known(draft, actor)
    points = list(points_of(draft))
    told = {
        "draft": draft,
        "points": points,
        "left": sum(not hasattr(point, "disposition") for point in points),
        "next": next((point.number for point in points if not hasattr(point, "disposition")), 0),
        "way": way_of(known),
        "own": draft.front_id in actor.units_with("consultations.read"),
        "papers": _papers(draft),
        "verdicts": dict(Verdict.choices),
        **vars(standing(draft, known.clock)),
    }
    return render(request, "consultations/answers/list.html", told)


@require_http_methods(["GET", "POST"])
def one(request: HttpRequest, code: str, number: int) -> HttpResponse:
    """Answer one point, and go on to the next that has no answer."""
    actor = acting(request)
    draft = answered(actor, code)
    way = way_of(Known(draft, actor))
    point: Point | None = draft.points.select_related("disposition").filter(number=number).first()
    if point is None or not way:
        raise Http404
    before = getattr(point, "disposition", None)
    written = {"verdict": before.verdict, "reason": before.reason, "clause": before.clause} if before else {}
    form = AnswerForm(request.POST if request.method == "POST" else None, initial=written, label_suffix="")
    if form.is_bound and form.is_valid():
        try:
            WAYS[way](code=code, answers=[form.told(number)], actor=actor)
        except (Refused, NotNow) as no:
            form.add_error(None, refusal_words(no.refusal) if isinstance(no, Refused) else str(no.sentence))
        else:
            messages.success(request, _("Đã ghi trả lời điểm %(number)d.") % {"number": number})
            return _onwards(draft, number)
    told = {"draft": draft, "point": point, "before": before, "form": form, "way": way}
    return render(request, "consultations/answers/one.html", told, status=422 if form.errors else 200)


@require_http_methods(["GET", "POST"])
def paper(request: HttpRequest, code: str) -> HttpResponse:
    """Record a paper of the body that answers; it gets its number among the incoming ones."""
    actor = acting(request)
    draft = run_by(actor, code)
    if way_of(Known(draft, actor)) != "record_answer":
        raise Http404
    form = PaperForm(*((request.POST, request.FILES) if request.method == "POST" else ()), draft=draft)
    if form.is_bound and form.is_valid():
        try:
            record_paper(code=code, actor=actor, **form.cleaned_data)
        except NotTaken as no:
            form.add_error("scan", str(no.sentence))
        except Refused as refused:
            form.add_error(None, refusal_words(refused.refusal))
        except Overtaken as late:
            form.add_error(None, str(late.sentence))
        else:
            messages.success(request, _("Văn bản trả lời đã vào sổ công văn đến. Xin ghi trả lời từng điểm."))
            return redirect("consultations:answers", code)
    told = {"draft": draft, "form": form}
    return render(request, "consultations/answers/paper.html", told, status=422 if form.errors else 200)


@require_safe
def scan(request: HttpRequest, code: str, pk: int) -> HttpResponseBase:
    """The scan of a paper that answered, for the Front and the body that sent it."""
    draft = answered(acting(request), code)
    paper = IncomingPaper.objects.filter(subject=draft.code, unit=draft.front_id, pk=pk).select_related("scan").first()
    file: StoredFile | None = paper.scan if paper else None
    if file is None or file.subject != answers_of(draft.code):
        raise Http404
    data, extension, content_type = cleaned_bytes(file)
    return as_attachment(data, f"{draft.code}-tra-loi-{file.position}.{extension}", content_type)


def answered(actor: Actor, code: str) -> Draft:
    """A draft whose document was sent, for its Front and for the body that must answer; raises Http404."""
    draft = visible(actor, code)
    fronts, bodies = actor.units_with("consultations.read"), actor.units_with("consultations.answer")
    if draft.state not in ANSWERED_FOR or (draft.front_id not in fronts and draft.body_id not in bodies):
        raise Http404
    return draft


def way_of(known: Known) -> str:
    """The move by which the actor may answer now, or nothing."""
    for move in WAYS:
        if isinstance(decide(TABLE, facts_of(known, only=move), move, clock.today()), Decision):
            return move
    return ""


def _papers(draft: Draft) -> list[IncomingPaper]:
    """The papers that answered, the oldest first: the newest, and those in which an answer still stands."""
    rows: Any = IncomingPaper.objects.filter(subject=draft.code, unit=draft.front_id).select_related("scan")
    stands = draft.points.filter(disposition__paper__isnull=False).values("disposition__paper")
    return list(rows.filter(pk__in=stands).union(rows.filter(pk=draft.answer_id)).order_by("pk"))


def _onwards(draft: Draft, number: int) -> HttpResponse:
    following = draft.points.filter(number__gt=number, disposition__isnull=True).first()
    if following is None:
        return redirect("consultations:answers", draft.code)
    return redirect("consultations:answer", draft.code, following.number)
